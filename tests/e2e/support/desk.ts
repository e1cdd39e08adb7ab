import {type Locator, type Page} from 'playwright-core'

export async function openDocument(page: Page, type: string, id: string): Promise<void> {
  await page.goto(`/intent/edit/id=${id};type=${type}`)
  await documentPane(page).getByTestId('pane-footer-document-status').waitFor()
  await page.getByTestId('field-title').waitFor()
}

export function documentPane(page: Page): Locator {
  return page.getByTestId('document-pane')
}

/** The Studio remembers an open panel, and takes a moment to show it. */
export async function openReviewPanel(page: Page): Promise<void> {
  const heading = page.getByText('Where it stands')
  const open = await heading.waitFor({timeout: 5_000}).then(
    () => true,
    () => false,
  )
  if (open) return
  await documentPane(page).getByRole('button', {name: 'Review', exact: true}).click()
  await heading.waitFor()
}

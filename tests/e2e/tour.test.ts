import {type Browser} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {barriers} from './support/accessibility.ts'
import {launchBrowser, openWindow, picture, signIn, type Visit} from './support/browser.ts'
import {chromiumPath} from './support/chromium.ts'
import {documentPane, openDocument, openReviewPanel} from './support/desk.ts'
import {type RunningServer, startServer} from './support/server.ts'

describe.skipIf(chromiumPath === null)('a tour of the Studio', () => {
  let server: RunningServer
  let browser: Browser
  let visit: Visit

  beforeAll(async () => {
    server = await startServer()
    browser = await launchBrowser()
    visit = await openWindow(browser, server)
  })

  afterAll(async () => {
    await browser?.close()
    await server?.stop()
  })

  test('begins on a sign-in page that everybody can use', async () => {
    const {page} = visit
    await page.goto('/')
    await page.getByLabel('E-mail').waitFor()
    await picture(page, 'sign-in')
    expect(await barriers(page)).toEqual([])
  })

  test('shows the desk', async () => {
    const {page} = visit
    await signIn(page, server.signIns.editor)
    await page.getByTestId('structure-tool-list-pane').first().waitFor()
    await picture(page, 'desk')
    expect(await barriers(page, '[data-testid="structure-tool-list-pane"]')).toEqual([])
  })

  test('shows a document, its review panel and its history', async () => {
    const {page} = visit
    await openDocument(page, 'article', 'article-a-calmer-evening')
    await openReviewPanel(page)
    await picture(page, 'review-panel')
    expect(await barriers(page, '[data-testid="document-pane"] aside')).toEqual([])
    await documentPane(page).getByTestId('pane-context-menu-button').first().click()
    await page.getByRole('menuitem', {name: 'History'}).click()
    await page.getByText('Draft created').waitFor()
    await picture(page, 'history')
  })

  test('finds a page by its words', async () => {
    const {page} = visit
    await page.getByTestId('studio-search').click()
    await page.getByPlaceholder('Search', {exact: true}).fill('calmer evening')
    await page.getByTestId('search-results').getByText('A calmer evening').first().waitFor()
    await picture(page, 'search')
    await page.keyboard.press('Escape')
  })

  test('asks GROQ', async () => {
    const {page} = visit
    await page.goto('/vision')
    await page.getByRole('button', {name: 'Fetch'}).waitFor()
    await picture(page, 'groq')
  })

  test('leaves the machine for nothing, and complains of nothing', () => {
    expect(visit.outside).toEqual([])
    expect(visit.complaints).toEqual([])
  })
})

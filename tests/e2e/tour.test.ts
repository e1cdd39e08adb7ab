import {type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {chromiumPath} from '../../scripts/chromium.ts'
import {barriers} from './support/accessibility.ts'
import {launchBrowser, openWindow, picture, signIn, type Visit} from './support/browser.ts'
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
    const fetched: string[] = []
    page.on('requestfinished', (request) => fetched.push(new URL(request.url()).pathname))
    await page.goto('/review')
    await page.getByLabel('E-mail').waitFor()
    await picture(page, 'sign-in')
    expect(await barriers(page)).toEqual([])
    // None of the Studio itself, which nobody can use yet.
    expect(fetched.filter((path) => path.startsWith('/static/'))).toEqual([])
    expect(await page.locator('input[name="origin"]').getAttribute('value')).toBe(
      `${server.url}/review`,
    )
  })

  test('fetches what is opened when it is opened', async () => {
    const {page} = visit
    await signIn(page, server.signIns.editor, '/review')
    await page.getByRole('heading', {level: 1, name: 'Inbox'}).waitFor()
    const parts = await fetchedParts(page)
    expect(parts).toContain('ReviewTool')
    expect(
      ['Reading', 'Dashboard', 'PolicyPage', 'SubmitForm', 'SanityVision', 'PlanBelow'].filter(
        (part) => parts.includes(part),
      ),
    ).toEqual([])
    await page.getByRole('link', {name: 'Dashboard'}).click()
    await page.getByRole('heading', {level: 1, name: 'Dashboard'}).waitFor()
    expect(await fetchedParts(page)).toContain('Dashboard')
  })

  test('shows the desk, and on it what waits for as long as nothing is open', async () => {
    const {page} = visit
    await page.goto('/')
    const list = page.getByTestId('structure-tool-list-pane').first()
    const inbox = page.getByRole('heading', {level: 1, name: 'Inbox'})
    await list.waitFor()
    await inbox.waitFor()
    await picture(page, 'desk')
    expect(await barriers(page, '[data-testid="structure-tool-list-pane"]')).toEqual([])
    await list.getByRole('link', {name: 'Techniques'}).click()
    await page.getByRole('link', {name: 'All techniques'}).waitFor()
    expect(await inbox.count()).toBe(0)
    await page.goBack()
    await inbox.waitFor()
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

  test.each([
    ['inbox', '/review', 'Inbox'],
    ['dashboard', '/review/dashboard', 'Dashboard'],
    ['credentials', '/review/credentials', 'Credentials'],
    ['policy', '/review/policy', 'Policy'],
    ['record', '/review/record/faq-massage-tonight', 'Review record'],
    ['reading', '/review/read/faq-side-effects', 'Does massage have side effects?'],
  ])(
    'shows everybody the %s, in light and dark, at desk and at phone width',
    async (name, path, heading) => {
      const {page} = visit
      for (const look of looks) {
        await dress(page, look)
        await page.goto(path)
        await page.getByRole('heading', {level: 1, name: heading}).waitFor()
        await settled(page)
        await picture(page, `${name}-${look.scheme}-${look.width}`)
        expect({...look, found: await barriers(page, 'main')}).toEqual({...look, found: []})
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          look.width,
        )
      }
      await dress(page, looks[0])
    },
  )

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
    await page.locator('.cm-content').first().click()
    // The editor closes the parenthesis by itself.
    await page.keyboard.type('count(*')
    await page.getByRole('button', {name: 'Fetch'}).click()
    await page.getByText(/Execution: ?\d/).waitFor()
    await picture(page, 'groq')
  })

  test('says below it how the lake finds what is asked for', async () => {
    const {page} = visit
    const plan = page.getByTestId('query-plan')
    await plan.getByText(/^It goes through all \d+ documents, one by one/).waitFor()
    await page.locator('.cm-content').first().click()
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.insertText('*[_type == "article" && lower(title) match "calm*"]{title}')
    await page.getByRole('button', {name: 'Fetch'}).click()
    await plan.getByText(/^It goes through all \d+ documents of their type/).waitFor()
    await plan.getByText('lower(title) match "calm*"').waitFor()
    for (const look of looks) {
      await dress(page, look)
      await page.reload()
      await page.getByRole('button', {name: 'Fetch'}).first().click()
      await plan.getByRole('table', {name: 'Where documents are looked up'}).waitFor()
      await picture(page, `plan-${look.scheme}-${look.width}`)
      expect(await barriers(page, '[data-testid="query-plan"]')).toEqual([])
    }
    await plan.getByRole('button', {name: 'Query plan'}).press('Enter')
    expect(await plan.getByRole('table').count()).toBe(0)
    await plan.getByRole('button', {name: 'Query plan'}).press('Enter')
    await dress(page, looks[0])
  })

  test('says what refers to a page, and asks before it deletes', async () => {
    const {page} = visit
    await openDocument(page, 'article', 'article-a-calmer-evening')
    await documentPane(page).getByTestId('pane-context-menu-button').first().click()
    await page.getByRole('menuitem', {name: 'Incoming references'}).click()
    await page.getByText('Massage and sleep: what the evidence says').last().waitFor()
    await picture(page, 'references')
    await documentPane(page).getByTestId('action-menu-button').click()
    await page.getByRole('menuitem', {name: 'Delete'}).click()
    await page.getByRole('dialog').getByText('3 documents refer to').waitFor()
    await picture(page, 'delete')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({state: 'hidden'})
  })

  test('keeps tasks beside the words, and leaves comments to the review', async () => {
    const {page} = visit
    const pane = documentPane(page)
    expect(await pane.getByRole('button', {name: 'Comments'}).count()).toBe(0)
    await pane.getByTestId('pane-context-menu-button').first().click()
    await page.getByRole('menuitem', {name: 'Create new task'}).click()
    await page.getByPlaceholder('Task title').fill('Look at the study again')
    await picture(page, 'task')
    await page.getByRole('button', {name: 'Create task'}).click()
    await page.getByText('Task created').waitFor()
    await pane.getByText('1 open task').waitFor()
  })

  test('plans a release, and tells what happened to it', async () => {
    const {page} = visit
    // The Studio draws its page anew once the releases have arrived, and a dialog opened before is gone.
    await vi.waitFor(
      async () => {
        await page.goto('/releases')
        await page.getByRole('button', {name: 'New release'}).click({timeout: 15_000})
        await page.getByTestId('release-form-title').fill('Sleep week', {timeout: 5000})
        await page.getByTestId('submit-release-button').click({timeout: 5000})
      },
      {timeout: 120_000, interval: 500},
    )
    await page.getByTestId('publish-all-button').waitFor()
    await page.getByRole('button', {name: 'Activity'}).click()
    await page.getByText('Created the').first().waitFor()
    await picture(page, 'release')
    await page.getByTestId('back-to-releases-button').click()
    await page.getByText('Sleep week').first().waitFor()
    await picture(page, 'releases')
  })

  test('opens every menu of the bar', async () => {
    const {page} = visit
    const bar = page.getByTestId('studio-navbar')
    await bar.getByRole('button', {name: 'Global presence'}).click()
    await picture(page, 'presence')
    await page.keyboard.press('Escape')
    await bar.getByRole('button', {name: 'Help and resources'}).click()
    await page.getByRole('menuitem', {name: 'Diagnostics'}).click()
    await page.getByRole('dialog').waitFor()
    await picture(page, 'diagnostics')
    await page.keyboard.press('Escape')
    await bar.getByRole('button').last().click()
    await page.getByRole('menuitem', {name: 'Sign out'}).waitFor()
    await picture(page, 'user')
    await page.keyboard.press('Escape')
  })

  test('leaves the machine for nothing, complains of nothing, and asks for nothing unknown', () => {
    expect(visit.outside).toEqual([])
    expect(visit.complaints).toEqual([])
    expect(server.unknownRoutes()).toEqual([])
  })
})

interface Look {
  readonly scheme: 'light' | 'dark'
  readonly width: number
}

const looks = [
  {scheme: 'light', width: 1440},
  {scheme: 'dark', width: 390},
] as const satisfies readonly Look[]

/** The scripts that the page has fetched, by what they are called before their hash. */
function fetchedParts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .flatMap(({name}) => /\/static\/(\w+)-.*\.js$/.exec(name)?.[1] ?? []),
  )
}

/** The Studio keeps a choice of its own beside the system's. */
async function dress(page: Page, {scheme, width}: Look): Promise<void> {
  await page.setViewportSize({width, height: 900})
  await page.emulateMedia({colorScheme: scheme})
  await page.evaluate((name) => localStorage.setItem('sanityStudio:ui:colorScheme', name), scheme)
}

/** What is still being read says so. */
async function settled(page: Page): Promise<void> {
  const reading = () => page.getByRole('main').getByRole('status').count()
  await expect.poll(reading, {timeout: 30_000}).toBe(0)
}

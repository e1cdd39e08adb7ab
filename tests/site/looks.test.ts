import {type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {barriers} from '../e2e/support/accessibility.ts'
import {launchBrowser} from '../e2e/support/browser.ts'
import {chromiumPath} from '../../scripts/chromium.ts'
import {everyKind} from './support/everyKind.ts'
import {openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

describe.skipIf(chromiumPath === null || !inject('siteIsBuilt'))('in a browser', () => {
  let world: SiteWorld
  let browser: Browser
  beforeAll(async () => {
    world = await openSiteWorld()
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
  })

  const open = async (options: Parameters<Browser['newContext']>[0]): Promise<Page> =>
    (await browser.newContext({...options, baseURL: world.siteUrl})).newPage()

  // The page forbids scripts that it does not bring: axe is let past that.
  test.each(['light', 'dark'] as const)('no page bars anybody: %s', async (colorScheme) => {
    const page = await open({colorScheme, bypassCSP: true})
    const found: string[] = []
    for (const path of [...everyKind, '/nope']) {
      await page.goto(path)
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach((each) => (each.open = true)),
      )
      found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`))
    }
    expect(found).toEqual([])
  })

  test('every page fits a telephone, and works with scripts switched off', async () => {
    const page = await open({viewport: {width: 360, height: 740}, javaScriptEnabled: false})
    const wide: string[] = []
    for (const path of everyKind) {
      await page.goto(path)
      const box = await page.locator('html').evaluate((html) => html.scrollWidth)
      if (box > 360) wide.push(path)
    }
    expect(wide).toEqual([])
    await page.getByRole('searchbox', {name: 'Search', exact: true}).first().fill('chair')
    await page.getByRole('button', {name: 'Search'}).first().click()
    await page.getByRole('link', {name: 'Chair massage'}).click()
    expect(page.url()).toBe(`${world.siteUrl}/techniques/chair`)
  })

  test('a page is there within a moment, and nothing moves once it is', async () => {
    const page = await open({viewport: {width: 390, height: 844}})
    await page.goto('/articles/a-calmer-evening')
    const {requests, bytes, moved, shownAfter} = await page.evaluate(async () => {
      const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
      const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
      const shifts = await new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as unknown as {value: number}).value
        }).observe({type: 'layout-shift', buffered: true})
        setTimeout(() => resolve(sum), 200)
      })
      const [paint] = performance.getEntriesByName('first-contentful-paint')
      return {
        requests: entries.length + 1,
        bytes: [...entries, document].reduce((sum, each) => sum + (each?.transferSize ?? 0), 0),
        moved: shifts,
        shownAfter: paint?.startTime ?? Infinity,
      }
    })
    expect(requests).toBeLessThanOrEqual(3)
    expect(bytes).toBeLessThan(100_000)
    expect(moved).toBe(0)
    expect(shownAfter).toBeLessThan(1500)
  })

  test('on paper what folds away is open, and each study has its address', async () => {
    const page = await open({})
    await page.goto('/articles/a-calmer-evening')
    await page.emulateMedia({media: 'print'})
    expect(
      await page.getByText('Hours of reading on a bright screen before bed may delay').isVisible(),
    ).toBe(true)
    expect(await page.getByRole('navigation', {name: 'Main'}).isVisible()).toBe(false)
    const after = await page
      .getByRole('link', {name: 'Read the study'})
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content)
    expect(after).toContain('https://doi.org/10.1073/pnas.1418490112')
    expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Browser} from 'playwright-core'
import {buildStudio, studioDir} from '../../build-studio.ts'
import {launchChromium} from '../../chromium.ts'
import {startBenchServer} from '../child.ts'
import {type Spread, spread} from '../measure.ts'
import {buildBareStudio} from './bareStudio.ts'
import {type Opening, opened, type StudioPage} from './opening.ts'

export interface StudioRow {
  readonly page: string
  readonly studio: 'restwell' | 'bare'
  /** Whether the browser has what the page consists of. */
  readonly visit: 'first' | 'again'
  readonly ms: Spread
  readonly cpuMs: Spread
  readonly requests: number
  readonly kilobytes: number
}

const form: StudioPage = {
  name: 'form',
  path: '/intent/edit/id=article-a-calmer-evening;type=article',
  isUsable: `document.querySelector('[data-testid="field-title"] input:enabled:read-write')`,
}
const inbox: StudioPage = {
  name: 'inbox',
  path: '/review',
  isUsable: `document.querySelector('main h1') && !document.querySelector('main [role="status"]')`,
}
const signIn: StudioPage = {
  name: 'sign-in',
  path: '/',
  isUsable: `document.querySelector('input[type="email"]')`,
}

/** Opens pages of the Studio in Chromium, by turns with a bare one on the same lake. */
export async function studio(rounds: number): Promise<readonly StudioRow[]> {
  await buildStudio()
  const bare = await buildBareStudio()
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const server = await startBenchServer('./studio/studioServer.ts', [dir, studioDir, bare.dir])
  const [bareUrl = '', token = ''] = server.also
  const browser = await launchChromium()
  const turns = [
    {page: signIn, studio: 'restwell', url: server.url, token: null},
    {page: inbox, studio: 'restwell', url: server.url, token},
    {page: form, studio: 'restwell', url: server.url, token},
    {page: form, studio: 'bare', url: bareUrl, token},
  ] as const
  const found = turns.map(() => ({first: [] as Opening[], again: [] as Opening[]}))
  try {
    // The first round warms up.
    for (let round = 0; round <= rounds; round++) {
      const order = round % 2 === 0 ? turns : turns.toReversed()
      for (const turn of order) {
        const openings = await opened(browser, turn.url, turn.page, turn.token)
        if (round === 0) continue
        found[turns.indexOf(turn)]?.first.push(openings.first)
        found[turns.indexOf(turn)]?.again.push(openings.again)
      }
    }
    for (const url of [server.url, bareUrl]) await checkTyping(browser, url, token)
  } finally {
    await browser.close()
    await server.stop()
    bare.remove()
    rmSync(dir, {recursive: true})
  }
  return turns.flatMap(({page, studio: name}, at) =>
    (['first', 'again'] as const).map((visit) =>
      row(page.name, name, visit, found[at]?.[visit] ?? []),
    ),
  )
}

function row(
  page: string,
  name: StudioRow['studio'],
  visit: StudioRow['visit'],
  openings: readonly Opening[],
): StudioRow {
  const of = (value: (opening: Opening) => number) => spread(openings.map(value))
  return {
    page,
    studio: name,
    visit,
    ms: of(({ms}) => ms),
    cpuMs: of(({cpuMs}) => cpuMs),
    requests: of(({requests}) => requests).median,
    kilobytes: of(({bytes}) => bytes / 1000).median,
  }
}

/** What is called usable takes what is typed into it, or nothing was measured. */
async function checkTyping(browser: Browser, url: string, token: string): Promise<void> {
  const context = await browser.newContext({baseURL: url})
  await context.addInitScript(
    ([session]) => localStorage.setItem('__studio_auth_token_restwell', session ?? ''),
    [JSON.stringify({token})],
  )
  const page = await context.newPage()
  await page.goto(form.path, {waitUntil: 'commit'})
  await page.waitForFunction(form.isUsable, null, {timeout: 120_000})
  const title = page.getByTestId('field-title').getByRole('textbox')
  await title.press('End')
  await page.keyboard.type('!')
  const typed = await title.inputValue()
  await context.close()
  if (!typed.endsWith('!')) throw new Error(`The form of ${url} does not take what is typed.`)
}

import {type ChildProcess, spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {type AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Browser, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {buildStudio} from '../../scripts/build-studio.ts'
import {launchBrowser, picture, signIn} from '../e2e/support/browser.ts'
import {chromiumPath} from '../../scripts/chromium.ts'

const root = join(import.meta.dirname, '..', '..')

describe.skipIf(chromiumPath === null || !inject('siteIsBuilt'))('npm run site', () => {
  let child: ChildProcess | undefined
  let browser: Browser
  let page: Page
  let output = ''
  const data = mkdtempSync(join(tmpdir(), 'site-run-'))
  let siteUrl = ''
  let studioUrl = ''

  beforeAll(async () => {
    await buildStudio()
    const [port, lakePort] = await freePorts()
    siteUrl = `http://localhost:${port}`
    studioUrl = `http://localhost:${lakePort}`
    const ports = ['--port', String(port), '--lake-port', String(lakePort)]
    const running = spawn(process.execPath, ['scripts/site.ts', ...ports, '--data', data], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child = running
    await new Promise<void>((resolve, reject) => {
      running.stdout.setEncoding('utf8').on('data', (text: string) => {
        output += text
        if (output.includes('\nready ')) resolve()
      })
      running.once('close', () => reject(new Error(output)))
    })
    browser = await launchBrowser()
    page = await (await browser.newContext({viewport: {width: 1440, height: 900}})).newPage()
  }, 180_000)

  afterAll(async () => {
    await browser?.close()
    const ended = new Promise((resolve) => child?.once('close', resolve))
    if (child?.kill('SIGTERM') === true) await ended
    rmSync(data, {recursive: true})
  })

  test('prints the sign-ins, and where Studio and site are', () => {
    expect(output).toContain('DEMO SIGN-INS')
    expect(output).toContain(`\nStudio and lake at ${studioUrl}\n`)
    expect(output).toMatch(new RegExp(`\nready ${siteUrl}\n$`))
  })

  test('an editor sees a draft in the site, clicks a word and stands in its field', async () => {
    const [, email = '', password = ''] = /(editor@\S+)\s+(\S+)/.exec(output) ?? []
    await signIn(page, {email, password}, `${studioUrl}/`)
    await page.goto(`${studioUrl}/presentation?preview=/techniques/swedish`)
    const heading = page.frameLocator('iframe').getByRole('heading', {level: 1})
    await heading.hover()
    await heading.click()
    await page.waitForURL(/\/presentation\/technique\/technique-swedish\/name/)
    await picture(page, 'presentation')
  }, 90_000)

  test('what is typed there is on the page a moment later', async () => {
    await page.getByTestId('field-name').getByRole('textbox').fill('Swedish massage, in short')
    const body = page.frameLocator('iframe').locator('h1', {hasText: 'in short'})
    await body.waitFor({timeout: 20_000})
    expect((await fetch(`${siteUrl}/techniques/swedish`)).status).toBe(404)
  }, 60_000)
})

/** Two ports that nobody listens on, a moment ago. */
async function freePorts(): Promise<readonly number[]> {
  const servers = [createServer(), createServer()]
  const ports = servers.map(
    (server) =>
      new Promise<number>((resolve) =>
        server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
      ),
  )
  const found = await Promise.all(ports)
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))))
  return found
}

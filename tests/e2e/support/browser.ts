import {mkdirSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Browser, type Page} from 'playwright-core'
import {launchChromium} from '../../../scripts/chromium.ts'
import {type RunningServer, type SignIn} from './server.ts'

export const pictures = join(tmpdir(), 'restwell-e2e-pictures')

export function launchBrowser(): Promise<Browser> {
  mkdirSync(pictures, {recursive: true})
  return launchChromium()
}

export interface Visit {
  readonly page: Page
  /** Addresses that the page asked for outside the server's origin. */
  readonly outside: readonly string[]
  /** What the console complained of, and errors that nobody caught. */
  readonly complaints: readonly string[]
}

/** The Studio's presence says goodbye once more when a page is left that has hung up already. */
const lateGoodbye = 'WebSocket is already in CLOSING or CLOSED state.'

/** Somebody's own window: no cookies or sign-ins are shared with the others. */
export async function openWindow(browser: Browser, {url}: RunningServer): Promise<Visit> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, baseURL: url})
  const page = await context.newPage()
  const outside: string[] = []
  const complaints: string[] = []
  const note = (address: string) => {
    const {protocol, host} = new URL(address)
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(url).host) outside.push(address)
  }
  page.on('request', (request) => note(request.url()))
  page.on('websocket', (socket) => note(socket.url()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && message.text() !== lateGoodbye)
      complaints.push(message.text())
  })
  page.setDefaultTimeout(60_000)
  return {page, outside, complaints}
}

/** Through the sign-in page, as a person does. */
export async function signIn(page: Page, {email, password}: SignIn, path = '/'): Promise<void> {
  await page.goto(path)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', {name: 'Sign in'}).click()
  await page.getByTestId('studio-navbar').waitFor()
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({path: join(pictures, `${name}.png`)})
}

import {existsSync} from 'node:fs'
import {type Browser, chromium} from 'playwright-core'

/** The browser that tests and bench drive; they bring none of their own. */
export const chromiumPath: string | null =
  [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null

export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === null)
    throw new Error(
      `There is no Chromium. Install Debian's "chromium", or name one in CHROMIUM_PATH.`,
    )
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

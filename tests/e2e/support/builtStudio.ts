import {buildStudio} from '../../../scripts/build-studio.ts'
import {chromiumPath} from '../../../scripts/chromium.ts'

/** Before any browser test: the Studio is built from these very sources, or everybody hears why not. */
export default async function setup(): Promise<void> {
  if (chromiumPath !== null) return buildStudio()
  const line = '!'.repeat(96)
  console.warn(
    `${line}\nNO CHROMIUM: THE BROWSER TESTS ARE NOT RUN. Install Debian's "chromium", or name one in CHROMIUM_PATH.\n${line}`,
  )
}

import {type Browser, type BrowserContext} from 'playwright-core'

/** A page of the Studio, and what is there once somebody can use it. */
export interface StudioPage {
  readonly name: string
  readonly path: string
  /** JavaScript that is true then. */
  readonly isUsable: string
}

export interface Opening {
  /** From the navigation until the page can be used, and has time for whoever does. */
  readonly ms: number
  /** What the page's own thread has worked until then. */
  readonly cpuMs: number
  readonly requests: number
  /** As they came over the wire, with their headers. */
  readonly bytes: number
}

const sessionKey = '__studio_auth_token_restwell'

/** Opens a page twice as somebody who has never been here: for the first time, and again. */
export async function opened(
  browser: Browser,
  url: string,
  page: StudioPage,
  token: string | null,
): Promise<{readonly first: Opening; readonly again: Opening}> {
  const context = await browser.newContext({viewport: {width: 1440, height: 900}, baseURL: url})
  const session = token === null ? '' : `try{localStorage[${JSON.stringify(sessionKey)}]=`
  await context.addInitScript({
    content: `${session === '' ? '' : `${session}${JSON.stringify(JSON.stringify({token}))}}catch{};`}
      const look = () => {
        if (${page.isUsable}) setTimeout(() => { window.usableAt = performance.now() })
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)`,
  })
  try {
    return {first: await once(context, page), again: await once(context, page)}
  } finally {
    await context.close()
  }
}

async function once(context: BrowserContext, {path}: StudioPage): Promise<Opening> {
  const page = await context.newPage()
  const devtools = await context.newCDPSession(page)
  await devtools.send('Performance.enable', {timeDomain: 'threadTicks'})
  await devtools.send('Network.enable')
  let [requests, bytes] = [0, 0]
  devtools.on('Network.loadingFinished', ({encodedDataLength}) => {
    requests += 1
    bytes += encodedDataLength
  })
  await page.goto(path, {waitUntil: 'commit'})
  const usable = await page.waitForFunction('window.usableAt', null, {timeout: 120_000})
  const ms = Number(await usable.jsonValue())
  const {metrics} = await devtools.send('Performance.getMetrics')
  const worked = metrics.find(({name}) => name === 'TaskDuration')?.value ?? NaN
  const opening = {ms, cpuMs: worked * 1000, requests, bytes}
  await page.close()
  return opening
}

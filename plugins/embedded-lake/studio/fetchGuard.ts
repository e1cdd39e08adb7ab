import {SANITY_VERSION} from 'sanity'
import {fetchBeside} from './lakeFetch.ts'
import {isOutside, ownAddress} from './outside.ts'

const installed = Symbol.for('embeddedLake.fetchGuard')

/**
 * Keeps the Studio's few hard-coded outside requests (version check, feedback probe) on this machine, and leads to the
 * lake what the SDK and the tasks ask of a host with the project in its name. The server's Content-Security-Policy
 * forbids both; the guard spares the user its errors.
 */
export function installFetchGuard(origin: string): void {
  const page = globalThis.window
  // The CLI evaluates the configuration in a mock browser that has no `fetch`.
  if (!page?.fetch || installed in page) return
  Object.defineProperty(page, installed, {value: true})
  snoozeProtocolNotice()
  guardSockets(page, origin)

  const browserFetch = page.fetch.bind(page)
  const lakeFetch = fetchBeside(browserFetch)
  page.fetch = (input, init) => {
    const address = new URL(
      input instanceof Request ? input.url : String(input),
      page.location.href,
    )
    const own = ownAddress(address, origin)
    if (own.href !== address.href) {
      return lakeFetch(input instanceof Request ? new Request(own, input) : own, init)
    }
    return isOutside(address, origin)
      ? Promise.resolve(outsideAnswer(address))
      : browserFetch(input, init)
  }
}

function guardSockets(page: typeof globalThis.window, origin: string): void {
  page.WebSocket = class extends page.WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(ownAddress(new URL(url, page.location.href), origin), protocols)
    }
  }
}

function outsideAnswer(address: URL): Response {
  if (address.pathname.startsWith('/v1/modules/sanity/')) {
    return Response.json({packageVersion: SANITY_VERSION, latest: SANITY_VERSION})
  }
  return Response.json(
    {error: 'Service Unavailable', message: 'This Studio asks nobody but its own lake'},
    {status: 503},
  )
}

/** HTTP/1.1 is no problem here, since event streams do not use it: the Studio's warning would mislead. */
function snoozeProtocolNotice(): void {
  try {
    sessionStorage.setItem('sanity-studio.network.check.snooze', new Date().toISOString())
  } catch {
    // A browser without storage shows the notice once; nothing else depends on it.
  }
}

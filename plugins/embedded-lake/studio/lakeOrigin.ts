/**
 * In a browser the lake answers on the page's own origin (the dev server proxies to it). The CLI evaluates
 * the configuration without a real page; there the address is only a placeholder that nothing asks.
 */
export function lakeOrigin(): string {
  const origin = globalThis.location?.origin
  return origin?.startsWith('http') ? origin : 'http://localhost:3333'
}

/**
 * Whether a project can stand in front of the host, as the clients of the Studio's tasks have it: `restwell.localhost`
 * is an address, `restwell.127.0.0.1` is none.
 */
export function takesProjects(origin = lakeOrigin()): boolean {
  return !/^(?:[\d.]+|\[.*\])$/.test(new URL(origin).hostname)
}

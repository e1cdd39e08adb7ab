/**
 * In a browser the lake answers on the page's own origin (the dev server proxies to it). The CLI evaluates
 * the configuration without a real page; there the address is only a placeholder that nothing asks.
 */
export function lakeOrigin(): string {
  const origin = globalThis.location?.origin
  return origin?.startsWith('http') ? origin : 'http://localhost:3333'
}

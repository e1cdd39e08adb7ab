/** A query as it went to the lake. */
export interface AskedQuery {
  readonly apiVersion: string
  readonly dataset: string
  /** The query, its parameters and its perspective, as they stood in the address. */
  readonly query: {readonly [name: string]: string}
}

const address = /^\/v([\dX][^/]*)\/data\/query\/([^/]+)$/

/** What Vision (6.16) has asked, by the address; null for whatever else was fetched, and for what was too long for one. */
export function askedByVision(href: string): AskedQuery | null {
  const {pathname, searchParams} = new URL(href)
  const [, apiVersion, dataset] = address.exec(pathname) ?? []
  const {tag = '', ...query} = Object.fromEntries(searchParams)
  if (apiVersion === undefined || dataset === undefined) return null
  return /(^|\.)vision$/.test(tag) && query['query'] ? {apiVersion, dataset, query} : null
}

/** Tells every query of Vision's: it has no place to be told by, but the browser knows what was fetched. */
export function watchVision(tell: (asked: AskedQuery) => void): () => void {
  const observer = new PerformanceObserver((fetched) => {
    for (const {name} of fetched.getEntries()) {
      const asked = askedByVision(name)
      if (asked !== null) tell(asked)
    }
  })
  observer.observe({type: 'resource'})
  return () => observer.disconnect()
}

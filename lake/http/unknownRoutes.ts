/** What was asked of us that we do not know. "The Studio began to call something new" becomes a line with a name. */
export interface UnknownRoutes {
  readonly counts: ReadonlyMap<string, number>
  record(method: string, path: string): void
}

const mostKept = 1000

export function recordUnknownRoutes(log: (line: string) => void): UnknownRoutes {
  const counts = new Map<string, number>()
  return {
    counts,
    record(method, path) {
      const route = `${method} ${path.slice(0, 200)}`
      const count = counts.get(route) ?? 0
      if (count === 0 && counts.size >= mostKept) return
      counts.set(route, count + 1)
      // Once each: a poller must not fill the disk.
      if (count === 0) log(`unknown route ${route}`)
    },
  }
}

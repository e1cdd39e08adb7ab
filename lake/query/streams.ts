/** Ids in their order, some at a time: what is needed of them is known only when they are looked at. */
export type IdStream = (after: string, most: number) => readonly string[]

const firstPage = 32
const longestPage = 2048

/** Ids of several streams in their order, each once. */
export function* mergedIds(streams: readonly IdStream[], after = ''): Generator<string> {
  const heads = streams.map((stream) => idsOf(stream, after))
  let last: string | null = null
  for (;;) {
    let next: (typeof heads)[number] | null = null
    for (const head of heads) {
      if (head.id !== null && (next === null || next.id === null || head.id < next.id)) next = head
    }
    if (next === null || next.id === null) return
    if (next.id !== last) yield next.id
    last = next.id
    next.advance()
  }
}

function idsOf(stream: IdStream, after: string) {
  let page: readonly string[] = []
  let size = firstPage
  let at = 0
  const head = {
    id: null as string | null,
    advance(): void {
      at += 1
      if (at >= page.length) {
        if (page.length < size && page.length > 0) {
          head.id = null
          return
        }
        const last = page.at(-1) ?? after
        if (page.length > 0) size = Math.min(size * 2, longestPage)
        page = stream(last, size)
        at = 0
      }
      head.id = page[at] ?? null
    },
  }
  head.advance()
  return head
}

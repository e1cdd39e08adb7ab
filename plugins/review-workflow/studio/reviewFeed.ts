import {type ReviewRead} from './reads.ts'

export type FeedState<Read> =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly message: string}
  /** Not `fresh`: something has changed since, and the new answer is on its way. */
  | {readonly status: 'ready'; readonly read: Read; readonly fresh: boolean}

export type ReviewState = FeedState<ReviewRead>

/** What the server says about one document, asked for once however many buttons and badges show it. */
export interface Feed<Read> {
  readonly subscribe: (listener: () => void) => () => void
  readonly current: () => FeedState<Read>
  /** Asks the server, unless the answer for this revision is there or on its way. */
  readonly want: (revision: string) => void
  readonly refresh: () => void
}

/** While somebody types, every pause makes a revision: only the last one is worth asking about. */
const pause = 300

/** `watch` runs while anybody looks, and says each revision that it comes to know of. */
export function reviewFeed<Read = ReviewRead>(
  read: () => Promise<Read>,
  watch: (want: (revision: string) => void) => () => void = () => () => undefined,
): Feed<Read> {
  const listeners = new Set<() => void>()
  let state: FeedState<Read> = {status: 'loading'}
  let wanted: string | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let stop: (() => void) | null = null

  function show(next: FeedState<Read>): void {
    state = next
    for (const listener of listeners) listener()
  }

  async function ask(revision: string): Promise<void> {
    const next = await read().then(
      (answer): FeedState<Read> => ({status: 'ready', read: answer, fresh: true}),
      (error: unknown): FeedState<Read> => ({status: 'failed', message: String(error)}),
    )
    if (wanted === revision) show(next)
  }

  function want(revision: string): void {
    if (revision === wanted) return
    const first = wanted === null
    wanted = revision
    if (state.status === 'ready') show({...state, fresh: false})
    clearTimeout(timer)
    timer = setTimeout(() => void ask(revision), first ? 0 : pause)
  }

  return {
    current: () => state,
    want,
    refresh: () => {
      const revision = wanted
      if (revision === null) return
      wanted = null
      want(revision)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      stop ??= watch(want)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
        // Nobody looks: what is shown next time must be asked for again.
        wanted = null
      }
    },
  }
}

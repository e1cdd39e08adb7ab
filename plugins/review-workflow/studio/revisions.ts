interface Watched<Value> {
  subscribe(next: (value: Value) => void): {unsubscribe(): void}
}

interface Revised {
  readonly _rev?: string | undefined
}

interface Words {
  readonly ready: boolean
  readonly draft: Revised | null
  readonly published: Revised | null
}

/** Tells the revisions of a page's words and of what is kept about it: first once all are known, then all that differ. */
export function watchRevisions(
  words: Watched<Words>,
  others: readonly Watched<Revised | undefined>[],
  tell: (revisions: string) => void,
): () => void {
  const known: (string | null)[] = [null, ...others.map(() => null)]
  const note = (at: number, revision: string) => {
    known[at] = revision
    if (known.every((each) => each !== null)) tell(known.join(' '))
  }
  const subscriptions = [
    words.subscribe(({ready, draft, published}) => {
      if (ready) note(0, `${draft?._rev ?? '-'} ${published?._rev ?? '-'}`)
    }),
    ...others.map((each, at) => each.subscribe((document) => note(at + 1, document?._rev ?? '-'))),
  ]
  return () => subscriptions.forEach((each) => each.unsubscribe())
}

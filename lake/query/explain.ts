/** One way in which documents were found. */
export interface Lookup {
  readonly by: string
  /** How many the filter was put to; null of what needed none. */
  documents: number | null
}

/** How a query was answered. */
export interface Evidence {
  readonly lookups: readonly Lookup[]
  /** How many different documents references led to. */
  readonly followed: number
  /** How many documents had to be read from the file; the others were at hand. */
  readonly read: number
  readonly isCompiled: boolean
}

/** The same in lines, which is how Sanity's API has it: as a text. */
export function explained({lookups, followed, read, isCompiled}: Evidence): string {
  return [
    ...lookups.map(({by, documents}) => {
      const way = by.slice(0, 500)
      return documents === null ? `counted by ${way}` : `looked up by ${way}: ${documents}`
    }),
    `references followed: ${followed}`,
    `documents read: ${read}`,
    `evaluated by: ${isCompiled ? 'the lake' : 'groq-js'}`,
  ].join('\n')
}

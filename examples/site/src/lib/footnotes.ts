import {type ArticleQueryResult} from '../../../../sanity.types.ts'

type Article = NonNullable<ArticleQueryResult>
type Comparison = NonNullable<Article['comparisons']>[number]
export type CitationUse = NonNullable<Comparison['citations']>[number]
export type Work = NonNullable<CitationUse['work']>

/** A study that a page cites: its number, and all that it is cited for. */
export interface Footnote {
  readonly number: number
  readonly work: Work
  /** Each stance once, in the order in which they occur. */
  readonly stances: readonly string[]
}

/** The studies of a page, numbered as they first occur in it. */
export function footnotesOf(page: unknown): ReadonlyMap<string, Footnote> {
  const notes = new Map<string, Footnote>()
  visit(page, (work, stance) => {
    const known = notes.get(work._id)
    const stances = [...(known?.stances ?? []), ...(stance === null ? [] : [stance])]
    notes.set(work._id, {
      number: known?.number ?? notes.size + 1,
      work,
      stances: [...new Set(stances)],
    })
  })
  return notes
}

function visit(value: unknown, see: (work: Work, stance: string | null) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
  } else if (isRecord(value)) {
    const {work, stance} = value
    if (isWork(work)) see(work, typeof stance === 'string' ? stance : null)
    // What a page says comes in the order of its query; what a citation says of itself cites nothing.
    for (const [name, part] of Object.entries(value)) if (name !== 'work') visit(part, see)
  }
}

function isWork(value: unknown): value is Work {
  return isRecord(value) && typeof value['_id'] === 'string' && 'csl' in value
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

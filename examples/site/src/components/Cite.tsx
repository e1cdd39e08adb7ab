import {type Footnote} from '../lib/footnotes.ts'
import {retractions, said, stances} from '../lib/words.ts'

export interface Cited {
  readonly stance?: string | null
  readonly work?: {
    readonly _id: string
    readonly retraction?: {readonly status?: string | null} | null
  } | null
}

interface CiteProps {
  readonly use: Cited | undefined
  readonly footnotes: ReadonlyMap<string, Footnote>
}

/** The number of a study after the words that it is cited for. Whatever is not plainly for them says so right there. */
export function Cite({use, footnotes}: CiteProps) {
  const note = footnotes.get(use?.work?._id ?? '')
  if (note === undefined) return null
  const stance = use?.stance ?? null
  const isRetracted = Object.hasOwn(retractions, use?.work?.retraction?.status ?? '')
  const aside = [
    ...(stance === null || stance === 'supports' ? [] : [said(stances, stance)]),
    ...(isRetracted ? ['has problems'] : []),
  ]
  return (
    <sup className="cite">
      <a href={`#study-${note.number}`}>
        <span className="hidden">Study </span>
        {note.number}
        {aside.length > 0 && <span className="aside"> {aside.join(', ')}</span>}
      </a>
    </sup>
  )
}

import {type NewestQueryResult} from '../../../../sanity.types.ts'
import {dayInWords} from '../lib/days.ts'
import {pathOf} from '../lib/paths.ts'
import {pageTypes, said} from '../lib/words.ts'

type Row = Pick<
  NewestQueryResult[number],
  '_id' | '_type' | 'slug' | 'title' | 'summary' | 'lastReviewed'
>

interface RowsProps {
  readonly rows: readonly Row[]
  readonly showType?: boolean
  readonly level?: 'h2' | 'h3'
}

/** Pages in a list. */
export function Rows({rows, showType = false, level: Heading = 'h2'}: RowsProps) {
  if (rows.length === 0) return <p>Nothing here yet.</p>
  return (
    <ul className="rows">
      {rows.map(({_id, _type, slug, title, summary, lastReviewed}) => (
        <li key={_id}>
          {showType && <p className="label">{said(pageTypes, _type)}</p>}
          <Heading>
            <a href={pathOf({_type: _type ?? '', slug}) ?? '/'}>{title}</a>
          </Heading>
          <p>{summary}</p>
          {lastReviewed !== null && <p className="quiet">Checked {dayInWords(lastReviewed)}</p>}
        </li>
      ))}
    </ul>
  )
}

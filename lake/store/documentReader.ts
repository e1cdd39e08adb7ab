import {LRUCache} from 'lru-cache'
import {type LakeDocument} from '../document.ts'
import {documentIn} from './documentRow.ts'
import {type Row} from './statements.ts'

interface Read {
  readonly type: unknown
  readonly body: string
  readonly document: LakeDocument
}

/** Some hundred documents: what is being worked on, and what it shows. */
const mostCharacters = 3_000_000
/** While a document is written, it is read as it was and as it will be. */
const statesOfOne = 2

/**
 * Reads documents from their rows, and gives the very same one for as long as its row says the same: what was worked out
 * for it holds. The row itself is read each time, so nothing that is written can be missed.
 */
export function documentReader(): (row: Row | undefined) => LakeDocument | null {
  const known = new LRUCache<string, readonly Read[]>({
    maxSize: mostCharacters,
    sizeCalculation: (states) => states.reduce((sum, {body}) => sum + body.length, 0),
  })
  return (row) => {
    if (row === undefined) return null
    const [id, body] = [String(row['id']), String(row['body'])]
    const states = known.get(id) ?? []
    const read = states.find((state) => state.body === body && state.type === row['type'])
    if (read !== undefined) return read.document
    const document = documentIn(row)
    if (document === null) return null
    frozen(document)
    known.set(id, [{type: row['type'], body, document}, ...states].slice(0, statesOfOne))
    return document
  }
}

/** Whoever changed one in place would change it for all. Without recursion: a row may be nested as deep as it likes. */
function frozen(document: object): void {
  const found: object[] = [document]
  for (const value of found) {
    Object.freeze(value)
    for (const inner of Object.values(value) as unknown[])
      if (typeof inner === 'object' && inner !== null) found.push(inner)
  }
}

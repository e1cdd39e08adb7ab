import {isPublished, type LakeDocument} from '../document.ts'
import {type Scope} from '../index/table.ts'
import {type Row} from './statements.ts'

/** The document in a row; null when the row says that it is another one, because somebody wrote past the lake. */
export function documentIn({id, type, body}: Row): LakeDocument | null {
  const document = parsed(String(body))
  return document?._id === id && document?._type === type ? document : null
}

/** Whoever may come upon a document that is stored under this id. */
export function scopeOf(id: string, isPublic: boolean): Scope {
  if (!isPublished(id)) return 0
  return isPublic ? 2 : 1
}

function parsed(body: string): LakeDocument | null {
  try {
    return JSON.parse(body) as LakeDocument | null
  } catch {
    return null
  }
}

import {isPublished, isRootId, type LakeDocument} from './document.ts'
import {type Directory, type Extension} from './guard.ts'
import {type Store} from './store/store.ts'

/** What a dataset's commits and reads rest on. */
export interface House {
  readonly store: Store
  /** Of an open dataset: none. */
  readonly guards: Extension['guards']
  readonly roles: Extension['roles']
  readonly privacy: Privacy
  readonly directory: Directory
}

/** What is not for readers without a token, wherever its id stands. */
export interface Privacy {
  /** True of a dataset that is private as a whole. */
  readonly isClosed: () => boolean
  readonly types: Extension['privateTypes']
}

/** What readers without a token may see. */
export function isPublic(document: LakeDocument, {isClosed, types}: Privacy): boolean {
  const {_id, _type} = document
  if (isClosed() || !isPublished(_id) || !isRootId(_id) || _id.startsWith('_')) return false
  return !Object.hasOwn(types, _type) || types[_type]?.(document) === false
}

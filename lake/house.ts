import {isPublished, isRootId, type LakeDocument} from './document.ts'
import {type Directory, type Extension} from './guard.ts'
import {type Store} from './store/store.ts'

/** What a dataset's commits and reads rest on. */
export interface House {
  readonly store: Store
  /** Of an open dataset: none. */
  readonly guards: Extension['guards']
  readonly roles: Extension['roles']
  readonly isPrivate: Extension['isPrivate']
  readonly directory: Directory
}

/** What readers without a token may see. */
export function isPublic(document: LakeDocument, isPrivate: Extension['isPrivate']): boolean {
  return (
    isPublished(document._id) &&
    isRootId(document._id) &&
    !document._id.startsWith('_') &&
    !isPrivate(document)
  )
}

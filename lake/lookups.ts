import {type Actor} from './actor.ts'
import {type LakeDocument} from './document.ts'
import {type House} from './house.ts'
import {mayRead} from './visibility.ts'

export interface FoundDocuments {
  readonly documents: readonly LakeDocument[]
  readonly omitted: readonly {readonly id: string; readonly reason: 'existence' | 'permission'}[]
}

/** Documents by their ids, and why those that are missing are. */
export function documentsById(house: House, actor: Actor, ids: readonly string[]): FoundDocuments {
  const found = ids.map((id) => ({id, document: house.store.document(id)}))
  const may = (document: LakeDocument | null) =>
    document !== null && mayRead(house, actor, document)
  return {
    documents: found.flatMap(({document}) =>
      document !== null && may(document) ? [document] : [],
    ),
    // To a reader without an account, what is not public does not exist.
    omitted: found
      .filter(({document}) => !may(document))
      .map(({id, document}) => ({
        id,
        reason: document === null || actor.kind === 'anonymous' ? 'existence' : 'permission',
      })),
  }
}

export interface FoundReferences {
  readonly totalCount: number
  readonly references: readonly {readonly documentId: string; readonly type: string}[]
}

/** The documents that refer to this one, less those that the caller may not read. */
export function referencesTo(house: House, actor: Actor, id: string): FoundReferences {
  const {store} = house
  const holders = store
    .referrers(id)
    .map((source) => store.document(source))
    .filter((document) => document !== null)
    .filter((document) => mayRead(house, actor, document))
  return {
    totalCount: holders.length,
    references: holders.map(({_id, _type}) => ({documentId: _id, type: _type})),
  }
}

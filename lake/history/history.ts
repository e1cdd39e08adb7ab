import {type Actor, type Role} from '../actor.ts'
import {bundleOf, type LakeDocument, publishedId} from '../document.ts'
import {LakeError} from '../errors.ts'
import {allows} from '../grants.ts'
import {type HistoryEvent, historyEvents} from './events.ts'
import {type Page, pageOf, type PageRequest} from './pages.ts'
import {HistoryReader} from './reader.ts'
import {lastState, type Moment, stateAt} from './states.ts'
import {type HistoryTransaction, type TransactionRange, transactionsOf} from './transactions.ts'
import {releaseId} from '../releases/release.ts'
import {type ReleaseEvent, releaseEvents} from '../releases/events.ts'
import {releaseMoves} from '../releases/moves.ts'

/** What happened to documents, for those who hold the `history` permission on each of them. */
export interface History {
  /** Newest first. The cursor asks for what is older; it is empty at the end. */
  events(actor: Actor, id: string, page?: PageRequest): Page<HistoryEvent>
  /** What befell a release, by its name. Newest first, too. */
  releaseEvents(actor: Actor, name: string, page?: PageRequest): Page<ReleaseEvent>
  transactions(
    actor: Actor,
    ids: readonly string[],
    range?: TransactionRange,
  ): readonly HistoryTransaction[]
  /** Documents as they were; those that did not exist at that moment are missing. */
  documentsAt(actor: Actor, ids: readonly string[], moment: Moment): readonly LakeDocument[]
  close(): void
}

export function createHistory({file, roles}: {file: string; roles: readonly Role[]}): History {
  const reader = new HistoryReader(file)

  const check = (actor: Actor, ids: readonly string[]): void => {
    if (actor.kind === 'anonymous') {
      throw new LakeError(
        'unauthenticated',
        'History can be read only with a token. Sign in first.',
      )
    }
    for (const id of ids) {
      const document = lastState(reader, id)
      if (document === null || allows(roles, actor, 'history', document)) continue
      throw new LakeError(
        'insufficientPermissions',
        `Your account may not read the history of "${id}". Ask an administrator for a role that may.`,
        {id, permission: 'history'},
      )
    }
  }

  const mayTell = (actor: Actor) => (id: string) => {
    const document = lastState(reader, id)
    return document !== null && allows(roles, actor, 'history', document)
  }

  return {
    events: (actor, id, page = {}) =>
      reader.snapshot(() => {
        const groupIds = reader.group(publishedId(id))
        check(actor, groupIds.includes(id) ? [id] : groupIds)
        const moves = releasesAmong(groupIds).flatMap((name) => releaseMoves(reader, name))
        return pageOf(historyEvents(id, reader.steps(publishedId(id)), moves), page)
      }),
    releaseEvents: (actor, name, page = {}) =>
      reader.snapshot(() => {
        check(actor, [releaseId(name)])
        return pageOf(releaseEvents(reader, name, mayTell(actor)), page)
      }),
    transactions: (actor, ids, range = {}) =>
      reader.snapshot(() => {
        check(actor, ids)
        return transactionsOf(reader, ids, range, mayTell(actor))
      }),
    documentsAt: (actor, ids, moment) =>
      reader.snapshot(() => {
        check(actor, ids)
        return ids
          .flatMap((id) => stateAt(reader, id, moment) ?? [])
          .filter((document) => allows(roles, actor, 'history', document))
      }),
    close: () => reader.close(),
  }
}

/** Names of the releases that versions of a document were in. */
function releasesAmong(groupIds: readonly string[]): readonly string[] {
  const names = groupIds.flatMap((id) => {
    const bundle = bundleOf(id)
    return bundle.kind === 'version' ? [bundle.release] : []
  })
  return [...new Set(names)]
}

import {publishedId} from '../document.ts'
import {type HistoryReader} from '../history/reader.ts'
import {type ComingOrGoing} from '../history/rows.ts'
import {type ReleaseMove, releaseMoves} from './moves.ts'

interface EventBase {
  readonly timestamp: string
  readonly author: string
  readonly releaseName: string
}

interface OfDocument extends EventBase {
  /** The published id. */
  readonly documentId: string
  readonly documentType: string
  readonly versionId: string
  readonly versionRevisionId: string
}

/** What the Studio shows under "Activity" of a release. Edits are not among them: it reads those from the transactions. */
export type ReleaseEvent =
  | ({readonly type: `${Exclude<ReleaseMove['kind'], 'schedule'>}Release`} & EventBase)
  | ({readonly type: 'scheduleRelease'; readonly publishAt: string} & EventBase)
  | ({readonly type: 'addDocumentToRelease'; readonly revisionId: string} & OfDocument)
  | ({readonly type: 'discardDocumentFromRelease'} & OfDocument)

/** Everything that befell a release, oldest first. */
export function releaseEvents(
  reader: HistoryReader,
  name: string,
  mayTell: (versionId: string) => boolean,
): readonly ReleaseEvent[] {
  const moves = releaseMoves(reader, name)
  const wholesale = new Set(moves.filter(({kind}) => movesDocuments.has(kind)).map(({seq}) => seq))
  const documents = reader
    .comingsAndGoings(`versions.${name}.`)
    .filter(({seq, documentId}) => !wholesale.has(seq) && mayTell(documentId))
  return [
    ...moves.map((move) => ({seq: move.seq, event: eventOfMove(move, name)})),
    ...documents.map((change) => ({seq: change.seq, event: eventOfDocument(change, name)})),
  ]
    .sort((a, b) => a.seq - b.seq)
    .map(({event}) => event)
}

/** The documents go or come back with the release: nobody added or discarded them. */
const movesDocuments: ReadonlySet<ReleaseMove['kind']> = new Set([
  'publish',
  'archive',
  'unarchive',
])

function eventOfMove(move: ReleaseMove, releaseName: string): ReleaseEvent {
  const {timestamp, author} = move
  const base = {timestamp, author, releaseName}
  return move.kind === 'schedule'
    ? {type: 'scheduleRelease', ...base, publishAt: move.publishAt}
    : {type: `${move.kind}Release`, ...base}
}

function eventOfDocument(change: ComingOrGoing, releaseName: string): ReleaseEvent {
  const {id, timestamp, author, documentId, documentType, went, previousRev} = change
  const base = {
    timestamp,
    author,
    releaseName,
    documentId: publishedId(documentId),
    documentType,
    versionId: documentId,
  }
  return went
    ? {type: 'discardDocumentFromRelease', ...base, versionRevisionId: previousRev ?? ''}
    : {type: 'addDocumentToRelease', ...base, versionRevisionId: id, revisionId: id}
}

import {type CommittedTransaction} from '../commit/commit.ts'
import {LakeError} from '../errors.ts'
import {type ListenEvent, type ListenRequest} from '../listen/listener.ts'
import {onceEach} from '../onceEach.ts'
import {type Call, datasetOf, flag, queryParams} from './call.ts'
import {eventStream, frameOf} from './eventStream.ts'

export function listen(call: Call): Response {
  const {actor} = call
  const dataset = datasetOf(call)
  const request = requestOf(call)
  const {name, missed, position} = startOf(call)
  return eventStream(call, ({send, write, end}) => {
    const data = {listenerName: crypto.randomUUID()}
    send({name, data, ...(position === '' ? {} : {id: position})})
    const follower = {send: (events: readonly ListenEvent[]) => write(mutations(events)), end}
    return dataset.listen(actor, request, follower, missed)
  })
}

function requestOf(call: Call): ListenRequest {
  const {searchParams} = call.url
  const effectFormat = searchParams.get('effectFormat')
  if (effectFormat !== null && effectFormat !== 'mendoza') {
    throw new LakeError('malformedRequest', '"effectFormat" can only be mendoza.')
  }
  return {
    query: searchParams.get('query') ?? '',
    params: queryParams(call),
    includeResult: flag(call, 'includeResult'),
    includePreviousRevision: flag(call, 'includePreviousRevision'),
    includeMutations: flag(call, 'includeMutations', true),
    ...(effectFormat === null ? {} : {effectFormat}),
  }
}

/**
 * Where a listener begins: now, or where it was when it was cut off. Readers without a token begin anew: what was
 * public for a while and is not any more is not told to them afterwards.
 */
function startOf(call: Call): {
  readonly name: 'welcome' | 'welcomeback' | 'reset'
  readonly missed: readonly CommittedTransaction[]
  readonly position: string
} {
  const {replay} = datasetOf(call)
  const last = call.request.headers.get('last-event-id') ?? ''
  const now = {missed: [], position: replay.position()}
  if (last === '' || !flag(call, 'enableResume')) return {...now, name: 'welcome'}
  const missed = call.actor.kind === 'anonymous' ? null : replay.since(last)
  if (missed === null) return {...now, name: 'reset'}
  return {name: 'welcomeback', missed, position: last}
}

/** Written out once for all who get the same. Nobody can continue in the middle of a transaction. */
const mutations = onceEach((events: readonly ListenEvent[]) =>
  frameOf(
    events.map((data) => ({
      name: 'mutation',
      data,
      id:
        data.transactionCurrentEvent === data.transactionTotalEvents
          ? data.eventId
          : `${data.eventId}#unfinished`,
    })),
  ),
)

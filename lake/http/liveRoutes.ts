import {type CommittedTransaction} from '../commit/commit.ts'
import {type Dataset} from '../dataset.ts'
import {LakeError} from '../errors.ts'
import {type ListenEvent} from '../listen/listener.ts'
import {onceEach} from '../onceEach.ts'
import {tagsOfChange} from '../query/syncTags.ts'
import {type Call, datasetOf, flag} from './call.ts'
import {eventStream, frameOf, headers} from './eventStream.ts'
import {createAllowance} from './presenceLimits.ts'

/**
 * The live content API: says which answers may have changed for a reader, never what has.
 * Source: Sanity's reference of `/data/live/events`, and `client.live` of @sanity/client.
 */
export function liveEvents(call: Call): Response {
  const {replay} = datasetOf(call)
  checkRequest(call)
  try {
    return openLive(call)
  } catch (error) {
    if (!(error instanceof LakeError) || error.code !== 'tooManyRequests') throw error
    // Front ends ask from time to time instead; whoever does not know this event tries again later.
    const goAway = {name: 'goaway', data: {reason: error.message}, id: replay.position()}
    const text = new TextDecoder().decode(frameOf([goAway]))
    return new Response(`retry: 30000\n${text}`, {headers})
  }
}

function openLive(call: Call): Response {
  const {actor, request, url} = call
  const dataset = datasetOf(call)
  const query = wantsEverything(call)
    ? '*'
    : '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
  const last = request.headers.get('last-event-id') || url.searchParams.get('lastLiveEventId')
  return eventStream(call, ({send, write, end}) => {
    const missed = last ? missedSince(call, last) : []
    const now = dataset.replay.position()
    if (missed === null) send({name: 'restart', data: {id: now}, id: now})
    const id = last && missed !== null ? last : now
    send({name: 'welcome', data: {id}, id})
    return dataset.listen(
      actor,
      {query, includeMutations: false, includeResult: true, includePreviousRevision: true},
      {send: (events) => write(message(events)), end},
      missed ?? [],
    )
  })
}

/** What is told again takes time of everybody: of readers without an account, those who come beyond that begin anew. */
const retold = {burst: 20, perSecond: 2}
const allowanceOf = onceEach((_: Dataset) => createAllowance(retold))

function missedSince(call: Call, last: string): readonly CommittedTransaction[] | null {
  const dataset = datasetOf(call)
  const mayHear = allowanceOf(dataset)
  return call.actor.kind === 'anonymous' && !mayHear() ? null : dataset.replay.since(last)
}

function checkRequest(call: Call): void {
  if (wantsEverything(call) && call.actor.kind === 'anonymous') {
    throw new LakeError(
      'unauthenticated',
      'Changes of drafts are told only to those who signed in.',
    )
  }
  if (call.url.searchParams.has('waitFor')) {
    throw new LakeError('unsupported', 'This lake has no functions that events could wait for.')
  }
}

/** `@sanity/client` and the reference have a name each for it. */
function wantsEverything(call: Call): boolean {
  return flag(call, 'includeDrafts') || flag(call, 'includeAllDocuments')
}

/** Written out once for all who get the same. */
const message = onceEach((events: readonly ListenEvent[]) => {
  const tags = new Set(
    events.flatMap(({previous, result}) => tagsOfChange(previous ?? null, result ?? null)),
  )
  const id = events[0]?.transactionId ?? ''
  return frameOf([{name: 'message', data: {id, tags: [...tags]}, id}])
})

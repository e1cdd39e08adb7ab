import {LakeError} from '../errors.ts'
import {syncTags} from '../query.ts'
import {type Call, datasetOf, flag} from './call.ts'
import {eventStream} from './eventStream.ts'

/** The live content API: says that something a reader can see has changed, never what. */
export function liveEvents(call: Call): Response {
  const {actor, url} = call
  const dataset = datasetOf(call)
  const drafts = flag(call, 'includeDrafts')
  if (drafts && actor.kind === 'anonymous') {
    throw new LakeError(
      'unauthenticated',
      'Changes of drafts are told only to those who signed in.',
    )
  }
  const filter = drafts ? '*' : '*[!(_id in path("drafts.**")) && !(_id in path("versions.**"))]'
  return eventStream(call, ({send}) => {
    send({name: 'welcome', data: {id: url.searchParams.get('lastLiveEventId') ?? 'start'}})
    return dataset.listen(actor, {query: filter, includeMutations: false}, (event) => {
      if (event.transactionCurrentEvent !== event.transactionTotalEvents) return
      const id = event.transactionId
      send({name: 'message', data: {id, tags: syncTags}, id})
    })
  })
}

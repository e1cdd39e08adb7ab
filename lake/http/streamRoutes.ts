import {LakeError} from '../errors.ts'
import {type Call, datasetOf, flag, queryParams} from './call.ts'
import {eventStream} from './eventStream.ts'

export function listen(call: Call): Response {
  const {url, actor, request} = call
  const dataset = datasetOf(call)
  const effectFormat = url.searchParams.get('effectFormat')
  if (effectFormat !== null && effectFormat !== 'mendoza') {
    throw new LakeError('malformedRequest', '"effectFormat" can only be mendoza.')
  }
  const query = {
    query: url.searchParams.get('query') ?? '',
    params: queryParams(call),
    includeResult: flag(call, 'includeResult'),
    includePreviousRevision: flag(call, 'includePreviousRevision'),
    includeMutations: flag(call, 'includeMutations', true),
    ...(effectFormat === null ? {} : {effectFormat}),
  } as const
  // A wrong query is a 400, not a stream: so it is read once before there is one.
  dataset.listen(actor, query, () => {})()
  return eventStream(call, ({send}) => {
    // Whoever was away has to read again: what happened meanwhile is not replayed.
    const resumed = request.headers.has('last-event-id') && flag(call, 'enableResume')
    send({name: resumed ? 'reset' : 'welcome', data: {listenerName: crypto.randomUUID()}})
    return dataset.listen(actor, query, (event) =>
      send({name: 'mutation', data: event, id: event.eventId}),
    )
  })
}

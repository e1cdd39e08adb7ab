import {LakeError} from '../errors.ts'
import {type PageRequest} from '../history/pages.ts'
import {type Moment} from '../history/states.ts'
import {checkReleaseName} from '../releases/release.ts'
import {type Call, datasetOf, flag, idsOf} from './call.ts'
import {ndjson} from './dataRoutes.ts'

export async function events(call: Call): Promise<Response> {
  const [id = ''] = idsOf(call, 'ids', 1)
  const page = await datasetOf(call).history.events(call.actor, id, pageOf(call))
  return Response.json({events: {[id]: page.events}, nextCursor: page.nextCursor})
}

export async function releaseEvents(call: Call): Promise<Response> {
  const name = checkReleaseName(call.params['name'])
  return Response.json(await datasetOf(call).history.releaseEvents(call.actor, name, pageOf(call)))
}

export async function transactions(call: Call): Promise<Response> {
  const {searchParams} = call.url
  const lines = await datasetOf(call).history.transactions(call.actor, idsOf(call, 'ids'), {
    fromTransaction: searchParams.get('fromTransaction') || undefined,
    toTransaction: searchParams.get('toTransaction') || undefined,
    limit: limitOf(call),
    reverse: flag(call, 'reverse'),
    excludeContent: flag(call, 'excludeContent'),
    includeIdentifiedDocumentsOnly: flag(call, 'includeIdentifiedDocumentsOnly'),
  })
  return new Response(ndjson(lines), {headers: {'Content-Type': 'application/x-ndjson'}})
}

export async function documentsAt(call: Call): Promise<Response> {
  const ids = idsOf(call, 'ids')
  const documents = await datasetOf(call).history.documentsAt(call.actor, ids, momentOf(call))
  return Response.json({documents})
}

function momentOf(call: Call): Moment {
  const revision = call.url.searchParams.get('revision')
  const time = call.url.searchParams.get('time')
  if (revision) return {revision}
  if (time) return {time}
  if (flag(call, 'lastRevision')) return {lastRevision: true}
  throw new LakeError(
    'malformedRequest',
    'Say which state: "revision", "time" or "lastRevision=true".',
  )
}

function pageOf(call: Call): PageRequest {
  return {limit: limitOf(call), cursor: call.url.searchParams.get('nextCursor') ?? ''}
}

function limitOf({url}: Call): number | undefined {
  const text = url.searchParams.get('limit')
  if (text === null || text === '') return undefined
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
  throw new LakeError('malformedRequest', '"limit" is a whole number from 1.')
}

import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {fillArrayKeys} from './arrayKeys.ts'
import {readJsonObject} from './body.ts'
import {type Call, datasetOf, flag, idsOf, stillSignedIn} from './call.ts'

export function documents(call: Call): Response {
  const {documents, omitted} = datasetOf(call).documents(call.actor, idsOf(call, 'ids'))
  const shown = flag(call, 'excludeContent')
    ? documents.map(({_id, _type, _rev, _createdAt, _updatedAt}) => ({
        _id,
        _type,
        _rev,
        _createdAt,
        _updatedAt,
      }))
    : documents
  return Response.json({documents: shown, omitted})
}

export async function mutate(call: Call): Promise<Response> {
  const body = await readJsonObject(call.request)
  stillSignedIn(call)
  const returnDocuments = flag(call, 'returnDocuments')
  visibility(call)
  const mutations = flag(call, 'autoGenerateArrayKeys')
    ? fillArrayKeys(body['mutations'])
    : body['mutations']
  const {transactionId, results} = await datasetOf(call).mutate(call.actor, {
    mutations,
    ...writeOptions(call, body),
  })
  return Response.json({
    transactionId,
    results: results.map(({id, operation, document}) => ({
      id,
      operation,
      ...(returnDocuments && document ? {document} : {}),
    })),
  })
}

export async function act(call: Call): Promise<Response> {
  const body = await readJsonObject(call.request)
  stillSignedIn(call)
  const options = writeOptions(call, body)
  return Response.json(
    await datasetOf(call).act(call.actor, {actions: body['actions'], ...options}),
  )
}

function writeOptions(call: Call, body: JsonObject) {
  const transactionId = body['transactionId'] ?? call.url.searchParams.get('transactionId')
  if (transactionId !== null && typeof transactionId !== 'string') {
    throw new LakeError('malformedRequest', '"transactionId" must be text.')
  }
  const dryRun = body['dryRun'] ?? flag(call, 'dryRun')
  if (typeof dryRun !== 'boolean') {
    throw new LakeError('malformedRequest', '"dryRun" must be true or false.')
  }
  return {dryRun, ...(transactionId === null ? {} : {transactionId})}
}

/** Every commit here is visible to queries when it is answered, so all three mean the same. */
function visibility({url}: Call): void {
  const value = url.searchParams.get('visibility')
  if (value === null || ['sync', 'async', 'deferred'].includes(value)) return
  throw new LakeError('malformedRequest', '"visibility" is sync, async or deferred.')
}

export function references(call: Call): Response {
  const dataset = datasetOf(call)
  // Asked for those of other datasets only: a reference here never leaves its dataset.
  if (flag(call, 'excludeInternalReferences')) return Response.json({totalCount: 0, references: []})
  return Response.json(dataset.references(call.actor, call.params['id'] ?? ''))
}

export function read(call: Call): Response {
  const {name = '', id = ''} = call.params
  return Response.json(datasetOf(call).read(call.actor, name, id))
}

/** Everything that the caller may read, a document a line. Pulled by the client, so a large dataset is never held. */
export function exportDocuments(call: Call): Response {
  const found = datasetOf(call).export(call.actor)[Symbol.iterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const lines: Json[] = []
      for (let next = found.next(); ; next = found.next()) {
        if (next.done) {
          if (lines.length > 0) controller.enqueue(encoder.encode(ndjson(lines)))
          controller.close()
          return
        }
        lines.push(next.value)
        if (lines.length === 100) break
      }
      controller.enqueue(encoder.encode(ndjson(lines)))
    },
    cancel: () => void found.return?.(undefined),
  })
  return new Response(body, {headers: {'Content-Type': 'application/x-ndjson'}})
}

export function ndjson(lines: readonly unknown[]): string {
  return lines.map((line) => JSON.stringify(line) + '\n').join('')
}

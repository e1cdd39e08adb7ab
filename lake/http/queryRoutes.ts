import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {readJsonObject} from './body.ts'
import {type Call, datasetOf, flag, queryParams} from './call.ts'

export async function query(call: Call): Promise<Response> {
  const {url, request} = call
  const body = request.method === 'POST' ? await readJsonObject(request) : null
  const text = body ? body['query'] : url.searchParams.get('query')
  const params = body ? (body['params'] ?? {}) : queryParams(call)
  if (typeof text !== 'string' || text.trim() === '') {
    throw new LakeError('malformedRequest', 'There is no query. Send GROQ in "query".')
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new LakeError('malformedRequest', '"params" must be an object.')
  }
  const answer = await datasetOf(call).query(call.actor, {
    query: text,
    params: params as JsonObject,
    perspective: perspectiveOf(call),
  })
  return Response.json({...(flag(call, 'returnQuery', true) ? {query: text} : {}), ...answer})
}

/** Since 2025-02-19 readers who do not say get what is published. Source: Sanity's documentation of perspectives. */
function perspectiveOf({url, params}: Call): string | readonly string[] {
  const asked = url.searchParams.getAll('perspective').flatMap((value) => value.split(','))
  if (asked.length > 0) return asked.length === 1 ? (asked[0] ?? '') : asked
  const version = params['version'] ?? ''
  return version === 'vX' || version >= 'v2025-02-19' ? 'published' : 'raw'
}

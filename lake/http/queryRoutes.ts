import {type KeptAnswer} from '../answerCache.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Selector} from '../sourceMap.ts'
import {addressOf} from './addresses.ts'
import {readJsonObject} from './body.ts'
import {type Call, datasetOf, flag, queryParams} from './call.ts'
import {encoded, encodingFor} from './encoding.ts'
import {isKnown} from './ready.ts'

/**
 * GROQ, by GET or POST. `cacheMode` and `lastLiveEventId` may be sent and change nothing: every answer is that of all
 * that is committed. For readers without a token it may have been worked out before.
 */
export async function query(call: Call): Promise<Response> {
  const {url, request, config, params: path} = call
  refuseVariants(url)
  const body = request.method === 'POST' ? await readJsonObject(request) : null
  const text = body ? body['query'] : url.searchParams.get('query')
  const params = body ? (body['params'] ?? {}) : queryParams(call)
  if (typeof text !== 'string' || text.trim() === '') {
    throw new LakeError('malformedRequest', 'There is no query. Send GROQ in "query".')
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new LakeError('malformedRequest', '"params" must be an object.')
  }
  const {json, ms, kept} = await datasetOf(call).queryJson(call.actor, {
    query: text,
    params: params as JsonObject,
    perspective: perspectiveOf(call),
    hidesVersions: !knowsReleases(call),
    source: {projectId: config.projectId, dataset: path['dataset'] ?? ''},
    sourceMap: selectorOf(call),
    explain: flag(call, 'explain'),
    from: addressOf(request),
  })
  // The answer is an object already; these are its first two fields.
  const first = JSON.stringify({...(flag(call, 'returnQuery', true) ? {query: text} : {}), ms})
  const whole = Buffer.concat([Buffer.from(`${first.slice(0, -1)},`), json.subarray(1)])
  return answered(call, whole, ms, kept)
}

/** Compressed for those who take it, and not sent again to those who have it. */
async function answered(
  {request, ready}: Call,
  whole: Buffer<ArrayBuffer>,
  ms: number,
  kept: KeptAnswer | null,
): Promise<Response> {
  const accepted = request.headers.get('accept-encoding')
  const encoding = encodingFor(accepted, whole.length)
  const body = encoding === null ? whole : await encoded(whole, encoding)
  const etag = kept && `W/"${kept.etag}"`
  const headers = {
    'Content-Type': 'application/json',
    'Server-Timing': `query;dur=${ms}`,
    'Vary': 'Accept-Encoding',
    ...(encoding === null ? {} : {'Content-Encoding': encoding}),
    ...(etag === null ? {} : {ETag: etag}),
  }
  if (request.method === 'GET' && kept !== null && etag !== null) {
    const address = request.url.slice(request.url.indexOf('/', request.url.indexOf('//') + 2))
    if (request.headers.get('origin') === null) {
      ready.put(address, accepted, {
        kept,
        body,
        headers: {
          ...headers,
          'Vary': 'Accept-Encoding, Origin',
          'Content-Length': `${body.length}`,
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-cache',
        },
      })
    }
    if (isKnown(request.headers.get('if-none-match'), etag)) {
      const {
        'Content-Type': _type,
        'Content-Encoding': _encoding,
        ...rest
      } = {
        'Content-Encoding': '',
        ...headers,
      }
      return new Response(null, {status: 304, headers: rest})
    }
  }
  return new Response(body, {headers})
}

/** Since 2025-02-19 readers who do not say get what is published. Source: Sanity's documentation of perspectives. */
function perspectiveOf(call: Call): string | readonly string[] {
  const asked = call.url.searchParams.getAll('perspective').flatMap((value) => value.split(','))
  if (asked.length > 0) return asked.length === 1 ? (asked[0] ?? '') : asked
  return knowsReleases(call) ? 'published' : 'raw'
}

/** Before 2025-02-19 the API has no versions, in raw neither. Source: Sanity's changelog of that version. */
function knowsReleases({params}: Call): boolean {
  const version = params['version'] ?? ''
  return version === 'vX' || version >= 'v2025-02-19'
}

const selectors: Readonly<Record<string, Selector | undefined>> = {
  true: 'index',
  1: 'index',
  withKeyArraySelector: 'key',
  false: undefined,
  0: undefined,
}

/** `resultSourceMap` as @sanity/client sends it. */
function selectorOf({url}: Call): Selector | undefined {
  const asked = url.searchParams.get('resultSourceMap') ?? 'false'
  if (Object.hasOwn(selectors, asked)) return selectors[asked]
  throw new LakeError(
    'malformedRequest',
    '"resultSourceMap" must be true, false or withKeyArraySelector.',
  )
}

function refuseVariants({searchParams}: URL): void {
  if (!searchParams.has('variant') && !searchParams.has('variantCondition')) return
  throw new LakeError('unsupported', 'This lake has no variants. Ask without "variant".')
}

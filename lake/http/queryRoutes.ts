import {type KeptAnswer} from '../query/answerCache.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Selector} from '../sourceMap/sourceMap.ts'
import {addressOf} from './addresses.ts'
import {readJsonObject} from './body.ts'
import {type Call, datasetOf, flag, queryParams} from './call.ts'
import {encoded, encodingFor} from './encoding.ts'
import {isKnown} from './ready.ts'

/** Whoever may read may send a query, and whoever commits takes it in. */
const mostMegabytes = 1

/**
 * GROQ, by GET or POST. `cacheMode` and `lastLiveEventId` may be sent and change nothing: every answer is that of all
 * that is committed. For readers without a token it may have been worked out before.
 */
export async function query(call: Call): Promise<Response> {
  const {request, ready} = call
  const body = request.method === 'POST' ? await readJsonObject(request, mostMegabytes) : null
  const header = (name: string) => request.headers.get(name)
  const answer = await answered({...call, body, header, from: addressOf(request)})
  const {status, headers} = answer
  if (request.method === 'GET' && header('origin') === null)
    ready.put(request.url.slice(request.url.indexOf('/', 8)), header('accept-encoding'), answer)
  return new Response(status === 304 ? null : answer.body, {status, headers})
}

/** A question, however it arrived. */
export interface Asked extends Pick<Call, 'lake' | 'config' | 'url' | 'params' | 'actor'> {
  /** Of a POST. */
  readonly body: JsonObject | null
  readonly header: (name: string) => string | null
  /** The address of whoever asks. */
  readonly from: string
}

export interface Written {
  readonly status: 200 | 304
  readonly headers: Readonly<Record<string, string>>
  /** There even when it need not be sent. */
  readonly body: string | Buffer<ArrayBuffer>
  readonly kept: KeptAnswer | null
}

/** Compressed for those who take it, and not sent again to those who have it. */
export async function answered(asked: Asked): Promise<Written> {
  const {whole, ms, kept} = await worked(asked)
  const encoding = encodingFor(asked.header('accept-encoding'), whole.length)
  const body = encoding === null ? whole : await encoded(whole, encoding)
  const etag = kept && `W/"${kept.etag}"`
  const common = {
    'Server-Timing': `query;dur=${ms}`,
    'Vary': 'Accept-Encoding',
    ...(etag === null ? {} : {ETag: etag}),
  }
  if (asked.body === null && etag !== null && isKnown(asked.header('if-none-match'), etag))
    return {status: 304, headers: common, body, kept}
  const headers = {
    ...common,
    'Content-Type': 'application/json',
    ...(encoding === null ? {} : {'Content-Encoding': encoding}),
  }
  return {status: 200, headers, body, kept}
}

async function worked(asked: Asked) {
  const {url, config, params: path, body} = asked
  refuseVariants(url)
  const text = body ? body['query'] : url.searchParams.get('query')
  const params = body ? (body['params'] ?? {}) : queryParams(asked)
  if (typeof text !== 'string' || text.trim() === '') {
    throw new LakeError('malformedRequest', 'There is no query. Send GROQ in "query".')
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new LakeError('malformedRequest', '"params" must be an object.')
  }
  const {json, ms, kept} = await datasetOf(asked).queryJson(asked.actor, {
    query: text,
    params: params as JsonObject,
    perspective: perspectiveOf(asked),
    hidesVersions: !knowsReleases(asked),
    source: {projectId: config.projectId, dataset: path['dataset'] ?? ''},
    sourceMap: selectorOf(asked),
    explain: flag(asked, 'explain'),
    from: asked.from,
  })
  // The answer is an object already; these are its first two fields.
  const first = JSON.stringify({...(flag(asked, 'returnQuery', true) ? {query: text} : {}), ms})
  const start = `${first.slice(0, -1)},`
  const whole =
    typeof json === 'string'
      ? start + json.slice(1)
      : Buffer.concat([Buffer.from(start), json.subarray(1)])
  return {whole, ms, kept}
}

/** Since 2025-02-19 readers who do not say get what is published. Source: Sanity's documentation of perspectives. */
function perspectiveOf(call: Asked): string | readonly string[] {
  const asked = call.url.searchParams.getAll('perspective').flatMap((value) => value.split(','))
  if (asked.length > 0) return asked.length === 1 ? (asked[0] ?? '') : asked
  return knowsReleases(call) ? 'published' : 'raw'
}

/** Before 2025-02-19 the API has no versions, in raw neither. Source: Sanity's changelog of that version. */
function knowsReleases({params}: Asked): boolean {
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
function selectorOf({url}: Asked): Selector | undefined {
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

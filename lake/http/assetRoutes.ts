import {createReadStream} from 'node:fs'
import {join} from 'node:path'
import {Readable} from 'node:stream'

import {type AssetKind, findAsset, type StoredAsset, uploadAsset} from '../assets/assets.ts'
import {cacheIn, cacheKey} from '../assets/cache.ts'
import {extractsOf} from '../assets/description.ts'
import {render} from '../assets/render.ts'
import {transformOf} from '../assets/transform.ts'
import {type Json} from '../document.ts'
import {LakeError} from '../errors.ts'
import {isShownInline, mimeTypeOf} from '../assets/types.ts'
import {pictureWork} from '../assets/work.ts'
import {addressOf} from './addresses.ts'
import {type Call, datasetOf, originOf, stillSignedIn} from './call.ts'

export async function upload(call: Call): Promise<Response> {
  const {config, params, request, url, actor} = call
  const kind = params['kind'] === 'images' ? 'images' : 'files'
  const notes: Record<string, Json> = {}
  for (const name of ['label', 'title', 'description', 'creditLine']) {
    const value = url.searchParams.get(name)
    if (value) notes[name] = value.slice(0, 2000)
  }
  const sourceId = url.searchParams.get('sourceId')
  if (sourceId) {
    notes['source'] = {
      id: sourceId,
      name: url.searchParams.get('sourceName') ?? '',
      url: url.searchParams.get('sourceUrl') ?? '',
    }
  }
  const document = await uploadAsset(datasetOf(call), actor, {
    kind,
    bytes: request.body ?? [],
    extract: extractsOf(url.searchParams.getAll('meta')),
    arrived: () => stillSignedIn(call),
    filename: url.searchParams.get('filename') ?? undefined,
    notes,
    baseUrl: originOf(call),
    projectId: config.projectId,
  })
  return Response.json({document})
}

export const image = (call: Call) => serve(call, 'images')
export const file = (call: Call) => serve(call, 'files')

async function serve(call: Call, kind: AssetKind): Promise<Response> {
  const {url, request, actor, params} = call
  const name = params['file'] ?? ''
  const dataset = datasetOf(call)
  const asset =
    params['project'] === call.config.projectId ? await findAsset(dataset, actor, kind, name) : null
  if (asset === null) throw new LakeError('notFound', 'There is no such image or file.')
  const accept = request.headers.get('accept') ?? ''
  const transform =
    kind === 'images' ? transformOf(url.searchParams, asset.extension, accept) : null
  if (transform === null) {
    const headers = headersOf(call, asset, name)
    headers.set('Accept-Ranges', 'bytes')
    return isKnown(call, headers, name)
      ? new Response(null, {status: 304, headers})
      : send(request, asset, headers)
  }
  const extension = transform.format === 'pjpg' ? 'jpg' : transform.format
  const made = {mimeType: mimeTypeOf(extension), inline: isShownInline(extension)}
  const headers = headersOf(call, made, name.replace(/[^.]+$/, extension))
  if (url.searchParams.has('auto')) headers.set('Vary', 'Accept')
  const key = cacheKey(name, transform)
  if (isKnown(call, headers, key)) return new Response(null, {status: 304, headers})
  const cache = cacheIn(join(dataset.assetsDir, 'cache'))
  const who = actor.kind === 'anonymous' ? addressOf(request) : actor.userId
  const bytes = await cache.get(key, () => pictureWork(who, () => render(asset.file, transform)))
  headers.set('Content-Length', String(bytes.byteLength))
  return new Response(new Uint8Array(bytes), {headers})
}

/** Says what version this is, and whether whoever asks has it. */
function isKnown({request}: Call, headers: Headers, version: string): boolean {
  const tag = `"${version}"`
  headers.set('ETag', tag)
  const known = (request.headers.get('if-none-match') ?? '').split(/\s*,\s*/)
  return known.some((each) => each === '*' || each.replace(/^W\//, '') === tag)
}

/** Whatever it is, it must not run here: no scripts, no guessing of types, and its own origin if opened by itself. */
function headersOf(
  {url, actor}: Call,
  {mimeType, inline}: Pick<StoredAsset, 'mimeType' | 'inline'>,
  name: string,
): Headers {
  const headers = new Headers({
    'Content-Type': mimeType,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // Other bytes would have another name.
    'Cache-Control': `${actor.kind === 'anonymous' ? 'public' : 'private'}, max-age=31536000, immutable`,
  })
  const download = url.searchParams.get('dl')
  if (download !== null || !inline) {
    const filename = encodeURIComponent((download || name).slice(0, 200).toWellFormed()).replace(
      /['()*]/g,
      '_',
    )
    headers.set('Content-Disposition', `attachment; filename*=UTF-8''${filename}`)
  }
  return headers
}

function send(request: Request, asset: StoredAsset, headers: Headers): Response {
  const range = rangeOf(request.headers.get('range'), asset.size)
  if (range === 'unsatisfiable') {
    const body = {
      statusCode: 416,
      error: 'Range Not Satisfiable',
      message: `The file has ${asset.size} bytes.`,
      code: 'malformedRequest',
    }
    return Response.json(body, {status: 416, headers: {'Content-Range': `bytes */${asset.size}`}})
  }
  const {start, end} = range ?? {start: 0, end: asset.size - 1}
  headers.set('Content-Length', String(end - start + 1))
  if (range) headers.set('Content-Range', `bytes ${start}-${end}/${asset.size}`)
  const body =
    request.method === 'HEAD'
      ? null
      : (Readable.toWeb(createReadStream(asset.file, {start, end})) as ReadableStream)
  return new Response(body, {status: range ? 206 : 200, headers})
}

/** One range; of more, or of what we cannot read, the whole file is a lawful answer (RFC 9110, 14.2). */
function rangeOf(
  header: string | null,
  size: number,
): {start: number; end: number} | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return null
  const first = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1])
  const last = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (first >= size) return 'unsatisfiable'
  return first > last ? null : {start: first, end: last}
}

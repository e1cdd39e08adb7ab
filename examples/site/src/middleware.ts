import {createHash} from 'node:crypto'
import {defineMiddleware} from 'astro:middleware'
import {safetyHeaders} from './lib/headers.ts'
import {type KeptPage, pages} from './lib/pageCache.ts'
import {isPreviewPass, previewCookie} from './lib/previewPass.ts'
import {settings} from './lib/settings.ts'

/** Serves pages from memory until the lake says that something changed; an editor who previews always asks anew. */
export const onRequest = defineMiddleware(async (context, next) => {
  const {request, url, locals, cookies} = context
  const {readToken} = settings
  locals.preview =
    readToken !== null && isPreviewPass(cookies.get(previewCookie)?.value, readToken, Date.now())
  const isKept =
    request.method === 'GET' && !locals.preview && !/^\/(api|search)(\/|$)/.test(url.pathname)
  if (!isKept) return withHeaders(await next(), locals)

  const address = addressOf(url)
  const kept = pages.find(address, Date.now())
  if (kept !== null) return answer(kept, request)
  const {generation} = pages
  const response = await next()
  if (response.status !== 200) return withHeaders(response, locals)
  const body = await response.text()
  const made: KeptPage = {
    body,
    type: typeOf(response),
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    keptAt: Date.now(),
  }
  pages.keep(address, made, generation)
  return answer(made, request)
})

/** What tells pages apart: whatever else stands in an address (where somebody came from, say) makes no other page. */
function addressOf({pathname, searchParams}: URL): string {
  const known = ['before', 'afterId', 'afterName', 'belowScore', 'follow'].flatMap((name) => {
    const value = searchParams.get(name)
    return value === null ? [] : [`${name}=${value}`]
  })
  return [pathname, ...known].join('\n')
}

function typeOf({headers}: Response): string {
  const type = headers.get('Content-Type') ?? 'text/html'
  return type === 'text/html' ? 'text/html; charset=utf-8' : type
}

function answer({body, type, etag}: KeptPage, request: Request): Response {
  const isKnown = request.headers.get('If-None-Match') === etag
  return new Response(isKnown ? null : body, {
    status: isKnown ? 304 : 200,
    headers: {
      ...safetyHeaders({preview: false}),
      'Content-Type': type,
      // A page can lose its signature at any moment: browsers and proxies ask each time, and mostly hear 304.
      'Cache-Control': 'public, no-cache',
      'ETag': etag,
    },
  })
}

function withHeaders(response: Response, {preview}: App.Locals): Response {
  for (const [name, value] of Object.entries(safetyHeaders({preview}))) {
    response.headers.set(name, value)
  }
  if (!response.headers.has('Cache-Control')) {
    response.headers.set('Cache-Control', 'private, no-store')
  }
  return response
}

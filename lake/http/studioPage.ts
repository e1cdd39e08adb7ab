import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'

import {encoded, encodingFor} from './encoding.ts'
import {isKnown} from './ready.ts'

/** Where the built Studio is, and the site that it shows drafts in. */
export interface BuiltStudio {
  readonly dir: string
  readonly previewUrl: string | null
}

export const safety = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
}

/** The one page that the Studio is, whatever the address; null where none is built. */
export async function studioPage(
  {dir, previewUrl}: BuiltStudio,
  request: Request,
): Promise<Response | null> {
  const built = await readFile(join(dir, 'index.html'), 'utf8').catch(() => null)
  if (built === null) return null
  const page = Buffer.from(toldOf(previewUrl, built))
  const etag = `W/"${createHash('sha256').update(page).digest('base64url').slice(0, 20)}"`
  const encoding = encodingFor(request.headers.get('accept-encoding'), page.length)
  const headers = {
    ...safety,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': contentSecurityPolicy(new URL(request.url).host, previewUrl),
    'ETag': etag,
    'Vary': 'Accept, Accept-Encoding',
  }
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, {status: 304, headers})
  return new Response(encoding === null ? page : await encoded(page, encoding), {
    headers: {...headers, ...(encoding === null ? {} : {'Content-Encoding': encoding})},
  })
}

/** The Studio is built once for every site that it may show drafts in. */
function toldOf(previewUrl: string | null, page: string): string {
  if (previewUrl === null) return page
  const address = previewUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  return page.replace('</head>', () => `<meta name="preview-url" content="${address}"/></head>`)
}

/** The Studio compiles styles and validation as it runs, hence the two `unsafe`s; nothing may leave this host. */
function contentSecurityPolicy(host: string, previewUrl: string | null): string {
  const preview = previewUrl === null ? '' : ` ${new URL(previewUrl).origin}`
  return [
    `default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:`,
    `connect-src 'self' ws://${host} wss://${host} data: blob:`,
    `img-src 'self' data: blob:`,
    `font-src 'self' data:`,
    `frame-src 'self'${preview}`,
    `object-src 'none'`,
    `base-uri 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'self'`,
  ].join('; ')
}

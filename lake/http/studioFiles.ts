import {createReadStream} from 'node:fs'
import {readFile, stat} from 'node:fs/promises'
import {extname, join, normalize, sep} from 'node:path'
import {Readable} from 'node:stream'

import {mimeTypeOf} from '../assets/types.ts'

/** Where the built Studio is, and the site that it shows drafts in. */
export interface BuiltStudio {
  readonly dir: string
  readonly previewUrl: string | null
}

/** The built Studio, or null when the path is none of its files and no page that it would route itself. */
export async function studioFile(
  {dir, previewUrl}: BuiltStudio,
  request: Request,
): Promise<Response | null> {
  const {pathname, host} = new URL(request.url)
  const path = safePath(pathname)
  if (path === null) return null
  const file = join(dir, path)
  if (file.startsWith(normalize(dir) + sep) && path !== 'index.html') {
    const found = await stat(file).catch(() => null)
    if (found?.isFile()) {
      const body = Readable.toWeb(createReadStream(file)) as ReadableStream
      return new Response(request.method === 'HEAD' ? null : body, {
        headers: {
          ...safety,
          'Content-Type': contentType(file),
          'Content-Length': String(found.size),
          'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      })
    }
  }
  if (!isNavigation(request, path)) return null
  const page = await readFile(join(dir, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return null
  return new Response(toldOf(previewUrl, page), {
    headers: {
      ...safety,
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': contentSecurityPolicy(host, previewUrl),
    },
  })
}

const safety = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
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

function safePath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname).replace(/^\/+/, '')
    const plain = !path.includes('\0') && !path.includes('\\')
    return plain && !path.split('/').includes('..') ? path : null
  } catch {
    return null
  }
}

/** Only what a person opens: a missing script answered with a page breaks the browser in a way nobody understands. */
function isNavigation(request: Request, path: string): boolean {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  if (path.startsWith('static/') || path.startsWith('vendor/')) return false
  return (request.headers.get('accept') ?? '').includes('text/html')
}

/** Built files carry a hash of their content in their name: `static/sanity-Cx3kP0aB.js`. */
function isHashed(path: string): boolean {
  return path.startsWith('static/') && /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path)
}

function contentType(file: string): string {
  const web: Record<string, string> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.webmanifest': 'application/manifest+json',
    '.ico': 'image/x-icon',
    '.woff2': 'font/woff2',
  }
  const extension = extname(file)
  return web[extension] ?? mimeTypeOf(extension.slice(1))
}

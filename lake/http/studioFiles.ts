import {readFile, stat} from 'node:fs/promises'
import {extname, join, normalize, sep} from 'node:path'

import {mimeTypeOf} from '../assets/types.ts'
import {encodingFor} from './encoding.ts'
import {isKnown} from './ready.ts'
import {type BuiltStudio, safety, studioPage} from './studioPage.ts'

/** How the build names a file that it has packed already, behind the name of the file itself. */
const packedEndings = {br: '.br', gzip: '.gz'} as const

/** The built Studio, or null when the path is none of its files and no page that it would route itself. */
export async function studioFile(studio: BuiltStudio, request: Request): Promise<Response | null> {
  const path = safePath(new URL(request.url).pathname)
  if (path === null) return null
  const file = path === 'index.html' ? null : await builtFile(studio.dir, path, request)
  if (file !== null) return file
  return isNavigation(request, path) ? studioPage(studio, request) : null
}

async function builtFile(dir: string, path: string, request: Request): Promise<Response | null> {
  const file = join(dir, path)
  if (!file.startsWith(normalize(dir) + sep)) return null
  const found = await sizeAndTime(file)
  if (found === null) return null
  const etag = `W/"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`
  const headers = {
    ...safety,
    'Content-Type': contentType(file),
    'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'ETag': etag,
    'Vary': 'Accept-Encoding',
  }
  if (isKnown(request.headers.get('if-none-match'), etag))
    return new Response(null, {status: 304, headers})
  const encoding = encodingFor(request.headers.get('accept-encoding'), found.size)
  const packed = encoding && (await readFile(file + packedEndings[encoding]).catch(() => null))
  const body = packed ?? (await readFile(file))
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...headers,
      ...(packed && encoding ? {'Content-Encoding': encoding} : {}),
      'Content-Length': String(body.length),
    },
  })
}

async function sizeAndTime(file: string) {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? found : null
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
  return path.startsWith('static/') && /[-.][A-Za-z0-9_-]{8}\.[a-z0-9]+$/.test(path)
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

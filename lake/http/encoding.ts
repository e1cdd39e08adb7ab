import {promisify} from 'node:util'
import {brotliCompress, constants, gzip} from 'node:zlib'

export type Encoding = 'br' | 'gzip'

/** Shorter answers are sent as they are. */
const shortest = 1400

/** How a body may be written for whoever asks: the best of what they take, or null. */
export function encodingFor(
  acceptEncoding: string | null | undefined,
  bytes: number,
): Encoding | null {
  if (!acceptEncoding || bytes < shortest) return null
  const taken = new Set(
    acceptEncoding
      .split(',')
      .map((part) => part.trim().toLowerCase())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';', 1)[0] ?? ''),
  )
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : null
}

/** Off the thread that commits. */
export async function encoded(
  body: string | Uint8Array,
  encoding: Encoding,
): Promise<Buffer<ArrayBuffer>> {
  return encoding === 'gzip'
    ? promisify(gzip)(body, {level: 6})
    : promisify(brotliCompress)(body, {params: {[constants.BROTLI_PARAM_QUALITY]: 4}})
}

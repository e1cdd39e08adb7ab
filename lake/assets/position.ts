import {crc32} from 'node:zlib'

const exifMark = Buffer.from('Exif\0\0', 'latin1')
const pngMark = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
const gpsTag = 0x8825
/** Bytes of one value of each TIFF type, by its number. Source: TIFF 6.0, section 2. */
const typeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
/** Of PNG: texts that hold other programs' metadata packed, where nothing can be erased in place. */
const packedMetadata = /^(Raw profile type (exif|APP1|xmp)|XML:com\.adobe\.xmp)$/

/**
 * The same picture, to the pixel, without the place where it was taken: positions in EXIF and XMP are blanked out.
 * Returns the very bytes where there is none.
 */
export function withoutPosition(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  for (const start of exifStarts(copy)) eraseGps(copy, start)
  eraseXmp(copy)
  const isPng = copy.subarray(0, 8).equals(pngMark)
  const cleaned = isPng ? rebuiltPng(copy, bytes) : copy
  return cleaned.equals(bytes) ? bytes : cleaned
}

/** Where blocks of EXIF begin: after their mark, in chunks of their own, or with the file. */
function exifStarts(bytes: Buffer): readonly number[] {
  const found = [0]
  for (let at = bytes.indexOf(exifMark); at >= 0; at = bytes.indexOf(exifMark, at + 1)) {
    found.push(at + exifMark.length)
  }
  for (const name of ['eXIf', 'EXIF']) {
    for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
      // WebP writes the length of a chunk after its name, PNG before.
      found.push(at + (name === 'EXIF' ? 8 : 4))
    }
  }
  return found.filter((start) => isTiff(bytes, start))
}

function isTiff(bytes: Buffer, start: number): boolean {
  const head = bytes.subarray(start, start + 4).toString('latin1')
  return head === 'II*\0' || head === 'MM\0*'
}

/** Empties the directory of positions. It stays where it was, so that nothing else moves. */
function eraseGps(bytes: Buffer, start: number): void {
  const isBig = bytes[start] === 0x4d
  const inside = (at: number, size: number) => at >= start && at + size <= bytes.length
  const short = (at: number) =>
    !inside(at, 2) ? 0 : isBig ? bytes.readUInt16BE(at) : bytes.readUInt16LE(at)
  const long = (at: number) =>
    !inside(at, 4) ? 0 : isBig ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at)
  const blank = (at: number, size: number) => {
    if (inside(at, size)) bytes.fill(0, at, at + size)
  }
  const directory = start + long(start + 4)
  for (let index = 0; index < short(directory); index += 1) {
    const entry = directory + 2 + index * 12
    if (short(entry) !== gpsTag) continue
    const positions = start + long(entry + 8)
    const count = short(positions)
    if (!inside(positions, 2 + count * 12)) continue
    for (let each = 0; each < count; each += 1) {
      const field = positions + 2 + each * 12
      const size = (typeSizes[short(field + 2)] ?? 0) * long(field + 4)
      if (size > 4) blank(start + long(field + 8), size)
    }
    blank(positions, 2 + count * 12)
  }
}

/** Positions in XMP, as attributes or as elements: what they say becomes blanks. */
function eraseXmp(bytes: Buffer): void {
  const name = 'exif:GPS'
  for (let at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + 1)) {
    const text = bytes.subarray(at, at + 1000).toString('latin1')
    const value = /^exif:GPS\w+(?:\s*=\s*"([^"]*)"|\s*=\s*'([^']*)'|\s*>([^<]*)<)/.exec(text)
    const content = value?.[1] ?? value?.[2] ?? value?.[3] ?? ''
    if (value === null || content === '') continue
    const start = at + value[0].length - 1 - content.length
    bytes.fill(0x20, start, start + content.length)
  }
}

/** Leaves out what is packed, and makes the sums right of what was changed. */
function rebuiltPng(bytes: Buffer, before: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at)
    const end = at + 12 + length
    if (end > bytes.length) break
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, end - 4)
    if (!isPacked(type, body)) {
      const changed = !bytes.subarray(at, end).equals(before.subarray(at, end))
      if (changed) bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, end - 4)), end - 4)
      parts.push(bytes.subarray(at, end))
    }
    at = end
  }
  parts.push(bytes.subarray(at))
  return Buffer.concat(parts)
}

function isPacked(type: string, body: Buffer): boolean {
  const end = body.indexOf(0)
  const keyword = body.toString('latin1', 0, end < 0 ? 0 : end)
  if (!packedMetadata.test(keyword)) return false
  if (type === 'zTXt' || type === 'tEXt') return keyword.startsWith('Raw')
  return type === 'iTXt' && body[end + 1] === 1
}

/** A picture may be this large when unpacked: a small file can pretend to be an enormous one. */
export const pixelLimit = 100_000_000

/** What a browser may show by itself. Anything that can carry a script is handed over as a download. */
const types: Readonly<Record<string, {readonly mimeType: string; readonly inline: boolean}>> = {
  jpg: {mimeType: 'image/jpeg', inline: true},
  png: {mimeType: 'image/png', inline: true},
  gif: {mimeType: 'image/gif', inline: true},
  webp: {mimeType: 'image/webp', inline: true},
  avif: {mimeType: 'image/avif', inline: true},
  heic: {mimeType: 'image/heic', inline: true},
  tif: {mimeType: 'image/tiff', inline: true},
  svg: {mimeType: 'image/svg+xml', inline: false},
  mp3: {mimeType: 'audio/mpeg', inline: true},
  m4a: {mimeType: 'audio/mp4', inline: true},
  wav: {mimeType: 'audio/wav', inline: true},
  mp4: {mimeType: 'video/mp4', inline: true},
  webm: {mimeType: 'video/webm', inline: true},
  txt: {mimeType: 'text/plain; charset=utf-8', inline: true},
  vtt: {mimeType: 'text/vtt; charset=utf-8', inline: true},
  csv: {mimeType: 'text/csv; charset=utf-8', inline: false},
  json: {mimeType: 'application/json', inline: false},
  pdf: {mimeType: 'application/pdf', inline: false},
  zip: {mimeType: 'application/zip', inline: false},
  docx: {
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    inline: false,
  },
}

export function mimeTypeOf(extension: string): string {
  return types[extension]?.mimeType ?? 'application/octet-stream'
}

export function isShownInline(extension: string): boolean {
  return types[extension]?.inline ?? false
}

/** The extension of an image by what sharp found in its bytes; null for what is no image of ours. */
export function imageExtension(format: string | undefined, compression?: string): string | null {
  if (format === 'heif') return compression === 'av1' ? 'avif' : 'heic'
  const extensions: Record<string, string> = {
    jpeg: 'jpg',
    png: 'png',
    gif: 'gif',
    webp: 'webp',
    tiff: 'tif',
    svg: 'svg',
    avif: 'avif',
  }
  return extensions[format ?? ''] ?? null
}

/** The extension of a file by its name. `bin` for names that have none we would repeat. */
export function fileExtension(filename: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(filename)?.[1]?.toLowerCase() ?? 'bin'
}

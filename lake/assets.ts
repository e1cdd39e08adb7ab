import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import sharp, {type Metadata} from 'sharp'

import {type Actor} from './actor.ts'
import {keep, receive, type Received, sizeOf} from './assetStore.ts'
import {fileExtension, imageExtension, isShownInline, mimeTypeOf, pixelLimit} from './assetTypes.ts'
import {type Json, type JsonObject, type LakeDocument} from './document.ts'
import {LakeError} from './errors.ts'

export type AssetKind = 'images' | 'files'

/** What assets need of a dataset. */
export interface AssetHome {
  readonly name: string
  readonly assetsDir: string
  putAsset(actor: Actor, document: JsonObject): Promise<LakeDocument>
  documents(actor: Actor, ids: readonly string[]): {readonly documents: readonly LakeDocument[]}
}

export interface Upload {
  readonly kind: AssetKind
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
  /** Asked when the bytes are all there, before any are kept; throws when they may be kept no longer. */
  readonly arrived: () => void
  readonly filename?: string | undefined
  /** label, title, description, creditLine, source: kept as they are. */
  readonly notes?: JsonObject | undefined
  /** What the asset's own address begins with: `https://host/images/<project>`. */
  readonly baseUrl: string
  readonly projectId: string
}

export interface StoredAsset {
  readonly file: string
  readonly size: number
  readonly extension: string
  readonly mimeType: string
  readonly inline: boolean
}

const names = {
  images: /^([0-9a-f]{40})-(\d{1,6})x(\d{1,6})\.([a-z0-9]{1,10})$/,
  files: /^([0-9a-f]{40})\.([a-z0-9]{1,10})$/,
} as const satisfies Record<AssetKind, RegExp>

/** Keeps the bytes and writes the asset document, which says what they are. The same bytes are kept once. */
export async function uploadAsset(
  home: AssetHome,
  actor: Actor,
  upload: Upload,
): Promise<LakeDocument> {
  if (actor.kind === 'anonymous') throw new LakeError('unauthenticated', 'Sign in to upload.')
  const received = await receive(home.assetsDir, upload.bytes)
  try {
    const document = await describe(home, upload, received)
    upload.arrived()
    const name = (document['path'] as string).split('/').at(-1) ?? ''
    const folder = join(home.assetsDir, upload.kind)
    const isNew = await keep(received, folder, name)
    try {
      return await home.putAsset(actor, document)
    } catch (error) {
      if (isNew) await rm(join(folder, name), {force: true})
      throw error
    }
  } finally {
    await rm(received.file, {force: true})
  }
}

/** The bytes behind an address, to whoever may read their document; null when there are none. */
export async function findAsset(
  home: AssetHome,
  actor: Actor,
  kind: AssetKind,
  name: string,
): Promise<StoredAsset | null> {
  if (!names[kind].test(name)) return null
  const extension = name.slice(name.lastIndexOf('.') + 1)
  const id = `${kind === 'images' ? 'image' : 'file'}-${name.replace('.', '-')}`
  if (home.documents(actor, [id]).documents.length === 0) return null
  const file = join(home.assetsDir, kind, name)
  const size = await sizeOf(file)
  if (size === null) return null
  return {file, size, extension, mimeType: mimeTypeOf(extension), inline: isShownInline(extension)}
}

async function describe(home: AssetHome, upload: Upload, received: Received): Promise<JsonObject> {
  const {kind, filename, notes = {}} = upload
  const {sha1, sha256, size} = received
  const image = kind === 'images' ? await describeImage(received) : null
  const extension = image?.extension ?? fileExtension(filename ?? '')
  const name = image ? `${sha1}-${image.width}x${image.height}` : sha1
  const path = `${kind}/${upload.projectId}/${home.name}/${name}.${extension}`
  return {
    ...notes,
    _id: `${image ? 'image' : 'file'}-${name}-${extension}`,
    _type: image ? 'sanity.imageAsset' : 'sanity.fileAsset',
    assetId: sha1,
    sha1hash: sha1,
    sha256hash: sha256,
    extension,
    mimeType: mimeTypeOf(extension),
    originalFilename: cleanName(filename) ?? `${sha1}.${extension}`,
    size,
    path,
    url: `${upload.baseUrl}/${path}`,
    uploadId: sha1,
    ...(image ? {metadata: image.metadata} : {}),
  }
}

async function describeImage({file}: Received): Promise<{
  readonly extension: string
  readonly width: number
  readonly height: number
  readonly metadata: JsonObject
}> {
  // From memory, not by name: an SVG must not be able to reach for other files beside it.
  const bytes = await readFile(file)
  const picture = () => sharp(bytes, {limitInputPixels: pixelLimit, failOn: 'error'})
  const found = await picture()
    .metadata()
    .catch(() => null)
  const extension = imageExtension(found?.format, found?.compression)
  const {width, height} = found ? upright(found) : {width: 0, height: 0}
  if (found === null || extension === null || width === 0 || height === 0) throw notAnImage()
  if (width * height > pixelLimit) {
    throw new LakeError('tooLarge', 'The image has more than 100 million pixels. Make it smaller.')
  }
  const hasAlpha = found.hasAlpha === true
  const details: Record<string, Json> = {}
  if (extension !== 'svg' && extension !== 'heic') {
    // Also proves that the bytes really unpack.
    const small = await picture()
      .autoOrient()
      .resize(20, 20, {fit: 'inside'})
      .png()
      .toBuffer()
      .catch(() => null)
    if (small === null) throw notAnImage()
    details['lqip'] = `data:image/png;base64,${small.toString('base64')}`
    details['isOpaque'] = hasAlpha
      ? (await sharp(bytes, {limitInputPixels: pixelLimit}).stats()).isOpaque
      : true
  } else {
    details['isOpaque'] = !hasAlpha
  }
  return {
    extension,
    width,
    height,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha,
      ...details,
    },
  }
}

/** As people see it: a photograph taken sideways is stored sideways, with a note. */
function upright({width, height, autoOrient}: Metadata): {width: number; height: number} {
  return {width: autoOrient?.width ?? width ?? 0, height: autoOrient?.height ?? height ?? 0}
}

function notAnImage(): LakeError {
  return new LakeError(
    'malformedRequest',
    'This is not an image that the lake knows: JPEG, PNG, GIF, WebP, AVIF, HEIC, TIFF or SVG.',
  )
}

function cleanName(filename: string | undefined): string | null {
  // No paths and no control characters: the name ends up in headers and on other people's disks.
  const name = filename
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, '')
    .toWellFormed()
    .trim()
    .slice(0, 200)
  return name ? name : null
}

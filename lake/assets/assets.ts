import {readFile, rm} from 'node:fs/promises'
import {join} from 'node:path'
import {type Actor, actorId} from '../actor.ts'
import {describeImage, type Extract, type ImageDescription} from './description.ts'
import {withoutPosition} from './position.ts'
import {keep, receive, type Received, replaced, sizeOf} from './store.ts'
import {fileExtension, isShownInline, mimeTypeOf} from './types.ts'
import {pictureWork} from './work.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'

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
  /** What to tell of an image besides what is always told. Without `location`, nothing of it says where it was taken. */
  readonly extract: readonly Extract[]
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
  const arrived = await receive(home.assetsDir, upload.bytes)
  try {
    const {image, received} =
      upload.kind === 'images'
        ? await pictureWork(actorId(actor), () => pictureOf(arrived, upload.extract))
        : {image: null, received: arrived}
    const document = describe(home, upload, received, image)
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
    await rm(arrived.file, {force: true})
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

/** What a picture is, and its bytes as they will be served. */
async function pictureOf(
  arrived: Received,
  extract: readonly Extract[],
): Promise<{readonly image: ImageDescription; readonly received: Received}> {
  const bytes = await readFile(arrived.file)
  const image = await describeImage(bytes, extract)
  const served = extract.includes('location') ? bytes : withoutPosition(bytes)
  return {image, received: served === bytes ? arrived : await replaced(arrived, served)}
}

function describe(
  home: AssetHome,
  upload: Upload,
  received: Received,
  image: ImageDescription | null,
): JsonObject {
  const {kind, filename, notes = {}} = upload
  const {sha1, sha256, size} = received
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

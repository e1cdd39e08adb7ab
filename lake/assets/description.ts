import {encode} from 'blurhash'
import sharp, {type Metadata, type Sharp} from 'sharp'
import {cameraNotes} from './exif.ts'
import {paletteOf} from './palette.ts'
import {imageExtension, pixelLimit} from './types.ts'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'

/** What of a picture's description is made only when it is asked for. */
export type Extract = 'blurhash' | 'lqip' | 'palette' | 'image' | 'exif' | 'location'

export interface ImageDescription {
  readonly extension: string
  readonly width: number
  readonly height: number
  readonly metadata: JsonObject
}

const extracts: readonly string[] = ['blurhash', 'lqip', 'palette', 'image', 'exif', 'location']
/** Source: Sanity's documentation of image metadata: who asks for nothing in particular gets these. */
const usual: readonly Extract[] = ['blurhash', 'lqip', 'palette']
const smallSide = 64

/** What `meta` of an upload asks for; `none` asks for nothing. @throws LakeError malformedRequest */
export function extractsOf(asked: readonly string[]): readonly Extract[] {
  const names = asked.flatMap((each) => each.split(',')).filter((name) => name !== '')
  if (names.length === 0) return usual
  if (names.join() === 'none') return []
  const stranger = names.find((name) => !extracts.includes(name))
  if (stranger === undefined) return names as Extract[]
  throw new LakeError(
    'malformedRequest',
    `"meta" is made of ${extracts.join(', ')}; not "${stranger.slice(0, 80)}".`,
  )
}

/**
 * What a picture is.
 * @throws LakeError malformedRequest for what is no picture, tooLarge
 */
export async function describeImage(
  bytes: Buffer,
  wanted: readonly Extract[],
): Promise<ImageDescription> {
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
  // What the cameras of some telephones write cannot be unpacked here.
  const isReadable = extension !== 'heic'
  const notes = cameraNotes(found.exif)
  const told = (['image', 'exif', 'location'] as const).flatMap((name) =>
    wanted.includes(name) && notes[name] !== undefined ? [[name, notes[name]] as const] : [],
  )
  return {
    extension,
    width,
    height,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width, height, aspectRatio: width / height},
      hasAlpha,
      isOpaque:
        hasAlpha && isReadable && extension !== 'svg'
          ? (await picture().stats()).isOpaque
          : !hasAlpha,
      ...(isReadable ? await looks(picture(), wanted) : {}),
      ...Object.fromEntries(told),
    },
  }
}

/** What can be told of a picture made small. Making it small also proves that the bytes really unpack. */
async function looks(picture: Sharp, wanted: readonly Extract[]): Promise<JsonObject> {
  const small = await picture
    .timeout({seconds: 20})
    .autoOrient()
    .resize(smallSide, smallSide, {fit: 'inside', withoutEnlargement: true})
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({resolveWithObject: true})
    .catch(() => null)
  if (small === null) throw notAnImage()
  const {data, info} = small
  const {width, height} = info
  const palette = wanted.includes('palette') ? paletteOf(data) : null
  const details: Record<string, Json> = {}
  if (palette !== null) details['palette'] = palette
  if (wanted.includes('blurhash')) {
    details['blurHash'] = encode(new Uint8ClampedArray(data), width, height, 4, 3)
  }
  if (wanted.includes('lqip')) {
    const tiny = await sharp(data, {raw: {width, height, channels: 4}})
      .resize(20, 20, {fit: 'inside', withoutEnlargement: true})
      .png()
      .toBuffer()
    details['lqip'] = `data:image/png;base64,${tiny.toString('base64')}`
  }
  return details
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

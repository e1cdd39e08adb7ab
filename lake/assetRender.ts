import {readFile} from 'node:fs/promises'
import sharp, {type Sharp} from 'sharp'
import {type Geometry, geometryOf, type Region, type Size} from './assetGeometry.ts'
import {encoded} from './assetEncoding.ts'
import {type Transform} from './assetTransform.ts'
import {pixelLimit} from './assetTypes.ts'
import {LakeError} from './errors.ts'

/** Longer than this no picture takes that is meant well. */
const longestSeconds = 20
const white = {r: 255, g: 255, b: 255, alpha: 1}
/** A wider blur is made of a smaller picture, which looks the same and takes a fraction of the time. */
const widestBlur = 8

/**
 * Makes the picture.
 * @throws LakeError malformedRequest, tooLarge
 */
export async function render(file: string, transform: Transform): Promise<Buffer> {
  // From memory, not by name: a drawing must not be able to reach for other files beside it.
  const bytes = await readFile(file)
  const found = await sharp(bytes, {limitInputPixels: pixelLimit}).metadata()
  const upright = {width: found.autoOrient.width, height: found.autoOrient.height}
  const cut = regionAsked(upright, transform)
  const geometry = geometryOf(turned(cut, transform), transform)
  const pages = found.pages ?? 1
  const fits = upright.width * upright.height * pages <= pixelLimit
  const isAnimated = fits && keepsMoving(pages, geometry, cut, transform)
  const enlarged = found.format === 'svg' ? enlargement(upright, geometry) : 1
  const input = sharp(bytes, {
    limitInputPixels: pixelLimit,
    // What was good enough to be kept is good enough to be shown.
    failOn: 'none',
    animated: isAnimated,
    ...(enlarged === 1 ? {} : {density: 72 * enlarged}),
  }).timeout({seconds: longestSeconds})
  try {
    const placed = isAnimated
      ? input.resize({...geometry.size, fit: 'fill'})
      : await still(input, {upright, cut, geometry, enlarged}, transform)
    return await encoded(colored(placed, transform), transform, isAnimated)
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error
    throw new LakeError('tooLarge', 'This picture takes too long to make. Ask for a smaller one.')
  }
}

interface Plan {
  readonly upright: Size
  readonly cut: Region
  readonly geometry: Geometry
  /** How much larger than its own size a drawing is drawn. */
  readonly enlarged: number
}

async function still(input: Sharp, plan: Plan, transform: Transform): Promise<Sharp> {
  const {geometry, enlarged} = plan
  const {orientation, flip, background, blur, pad} = transform
  const {size, canvas} = geometry
  const isTurned = orientation % 180 !== 0
  const sigma = blur / 10
  const smaller = Math.max(1, sigma / widestBlur)
  const first = turned(
    {
      width: Math.max(1, Math.round(size.width / smaller)),
      height: Math.max(1, Math.round(size.height / smaller)),
    },
    transform,
  )
  const isSought = transform.focus === 'entropy' && ['crop', 'min'].includes(transform.fit)
  let picture = input
    .autoOrient()
    .extract(enlargedRegion(isSought ? plan.cut : regionTaken(plan, transform), enlarged))
    .resize({...first, fit: isSought ? 'cover' : 'fill', position: isSought ? 'entropy' : 'centre'})
    .rotate(orientation)
  // sharp flips before it turns.
  if (isTurned ? flip.horizontal : flip.vertical) picture = picture.flip()
  if (isTurned ? flip.vertical : flip.horizontal) picture = picture.flop()
  if (sigma > 0) picture = picture.blur(Math.max(0.3, sigma / smaller))
  const [sides, ends] = [canvas.width - size.width, canvas.height - size.height]
  if (smaller === 1 && sides === 0 && ends === 0 && pad === 0) return picture
  const {data, info} = await picture.ensureAlpha().raw().toBuffer({resolveWithObject: true})
  return sharp(data, {raw: {width: info.width, height: info.height, channels: info.channels}})
    .resize({...size, fit: 'fill'})
    .extend({
      left: Math.floor(sides / 2) + pad,
      right: Math.ceil(sides / 2) + pad,
      top: Math.floor(ends / 2) + pad,
      bottom: Math.ceil(ends / 2) + pad,
      background: background ?? white,
    })
}

function colored(picture: Sharp, {sharpen, saturation, invert}: Transform): Sharp {
  let made = picture
  if (sharpen > 0) made = made.sharpen({sigma: 0.5 + sharpen / 50})
  if (saturation === -100) made = made.grayscale()
  else if (saturation !== 0) made = made.modulate({saturation: 1 + saturation / 100})
  return invert ? made.negate({alpha: false}) : made
}

function regionAsked(upright: Size, {rect}: Transform): Region {
  if (rect === null) return {left: 0, top: 0, ...upright}
  const [left, top, width, height] = rect
  if (left + width > upright.width || top + height > upright.height) {
    throw new LakeError('malformedRequest', '"rect" reaches beyond the picture.')
  }
  return {left, top, width, height}
}

function turned<Shape extends Size>({width, height}: Shape, {orientation}: Transform): Size {
  return orientation % 180 === 0 ? {width, height} : {width: height, height: width}
}

/** The region of the turned picture, in pixels of the upright one. */
function regionTaken({cut, geometry}: Plan, {orientation}: Transform): Region {
  const {left, top, width, height} = geometry.region
  const within = {
    0: {left, top, width, height},
    90: {left: top, top: cut.height - left - width, width: height, height: width},
    180: {left: cut.width - left - width, top: cut.height - top - height, width, height},
    270: {left: cut.width - top - height, top: left, width: height, height: width},
  }[orientation]
  return {...within, left: cut.left + within.left, top: cut.top + within.top}
}

function enlargedRegion({left, top, width, height}: Region, factor: number): Region {
  return {
    left: Math.floor(left * factor),
    top: Math.floor(top * factor),
    width: Math.max(1, Math.floor(width * factor)),
    height: Math.max(1, Math.floor(height * factor)),
  }
}

/** An animation moves on while it is only made larger or smaller; whatever is cut or turned stands still. */
function keepsMoving(
  pages: number,
  {region, canvas, size}: Geometry,
  cut: Region,
  {format, still: isStill, rect, orientation, flip, blur, pad}: Transform,
): boolean {
  const isWhole = rect === null && region.width === cut.width && region.height === cut.height
  const isBare = canvas.width === size.width && canvas.height === size.height && pad === 0
  const isUpright = orientation === 0 && !flip.horizontal && !flip.vertical
  return (
    pages > 1 &&
    !isStill &&
    ['gif', 'webp'].includes(format) &&
    isWhole &&
    isBare &&
    isUpright &&
    blur === 0
  )
}

/** A drawing is drawn as large as it will be shown, and no larger than a picture may be. */
function enlargement(upright: Size, {region, size}: Geometry): number {
  const wanted = Math.max(size.width / region.width, size.height / region.height, 1)
  const most = Math.sqrt(pixelLimit / (upright.width * upright.height))
  return Math.max(1, Math.min(wanted, most, 33))
}

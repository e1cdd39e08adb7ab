import {readFile} from 'node:fs/promises'
import sharp, {type Sharp} from 'sharp'
import {type Geometry, geometryOf, type Region, type Size} from './geometry.ts'
import {encoded} from './encoding.ts'
import {placed, turned} from './placing.ts'
import {type Transform} from './transform.ts'
import {pixelLimit} from './types.ts'
import {LakeError} from '../errors.ts'

/** Longer than this no picture takes that is meant well. */
const longestSeconds = 20

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
    const picture = isAnimated
      ? input.resize({...geometry.size, fit: 'fill'})
      : await placed(input, {cut, geometry, enlarged}, transform)
    const pixels = geometry.size.width * geometry.size.height
    return await encoded(colored(picture, transform), transform, {isAnimated, pixels})
  } catch (error) {
    if (!(error instanceof Error) || !/timeout/i.test(error.message)) throw error
    throw new LakeError('tooLarge', 'This picture takes too long to make. Ask for a smaller one.')
  }
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

import sharp, {type Sharp} from 'sharp'
import {type Geometry, type Region, type Size} from './geometry.ts'
import {type Transform} from './transform.ts'

export interface Plan {
  /** What is asked for of the upright picture, in its pixels. */
  readonly cut: Region
  /** Of the cut, turned as it will be shown. */
  readonly geometry: Geometry
  /** How much larger than its own size a drawing is drawn. */
  readonly enlarged: number
}

const white = {r: 255, g: 255, b: 255, alpha: 1}
/** A wider blur is made of a smaller picture, which looks the same and takes a fraction of the time. */
const widestBlur = 8

/** The picture cut, sized, turned, mirrored, blurred and laid on its canvas. */
export async function placed(input: Sharp, plan: Plan, transform: Transform): Promise<Sharp> {
  const {size, canvas} = plan.geometry
  const {background, blur, pad} = transform
  const sigma = blur / 10
  const smaller = Math.max(1, sigma / widestBlur)
  const first = {
    width: Math.max(1, Math.round(size.width / smaller)),
    height: Math.max(1, Math.round(size.height / smaller)),
  }
  const isSought = transform.focus === 'entropy' && ['crop', 'min'].includes(transform.fit)
  const sized = isSought
    ? await sought(input, plan, first, transform)
    : taken(input, plan, first, transform)
  const made = sigma > 0 ? sized.blur(Math.max(0.3, sigma / smaller)) : sized
  const [sides, ends] = [canvas.width - size.width, canvas.height - size.height]
  if (smaller === 1 && sides === 0 && ends === 0 && pad === 0) return made
  return (await settled(made)).resize({...size, fit: 'fill'}).extend({
    left: Math.floor(sides / 2) + pad,
    right: Math.ceil(sides / 2) + pad,
    top: Math.floor(ends / 2) + pad,
    bottom: Math.ceil(ends / 2) + pad,
    background: background ?? white,
  })
}

/** What the geometry says is to be seen. */
function taken(input: Sharp, plan: Plan, size: Size, transform: Transform): Sharp {
  const {orientation, flip} = transform
  const {horizontal, vertical} = flip
  const picture = input
    .autoOrient()
    .extract(enlargedRegion(regionTaken(plan, transform), plan.enlarged))
    .resize({...turned(size, transform), fit: 'fill'})
    .rotate(orientation)
  // sharp mirrors before it turns.
  return orientation % 180 === 0
    ? mirrored(picture, {horizontal, vertical})
    : mirrored(picture, {horizontal: vertical, vertical: horizontal})
}

/** Wherever most happens. sharp looks for that after it has turned the picture, and for a size from before: so, twice. */
async function sought(
  input: Sharp,
  {cut, enlarged}: Plan,
  size: Size,
  {orientation, flip}: Transform,
): Promise<Sharp> {
  const whole = input.autoOrient().extract(enlargedRegion(cut, enlarged))
  const picture = orientation === 0 ? whole : await settled(whole.rotate(orientation))
  return mirrored(picture.resize({...size, fit: 'cover', position: 'entropy'}), flip)
}

function mirrored(picture: Sharp, {horizontal, vertical}: Transform['flip']): Sharp {
  return picture.flip(vertical).flop(horizontal)
}

/** Does everything up to here, whatever order sharp has of its own. */
async function settled(picture: Sharp): Promise<Sharp> {
  const {data, info} = await picture.ensureAlpha().raw().toBuffer({resolveWithObject: true})
  const {width, height, channels} = info
  return sharp(data, {raw: {width, height, channels}})
}

export function turned({width, height}: Size, {orientation}: Transform): Size {
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

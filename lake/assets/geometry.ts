import {largestSide, type Transform} from './transform.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Region extends Size {
  readonly left: number
  readonly top: number
}

/** How a picture is cut and sized. */
export interface Geometry {
  /** What is taken of the picture, in its own pixels. */
  readonly region: Region
  /** What the region is scaled to. */
  readonly size: Size
  /** What the result lies in the middle of; the same as `size` where nothing is filled up. */
  readonly canvas: Size
}

type Box = Pick<
  Transform,
  'width' | 'height' | 'minWidth' | 'maxWidth' | 'minHeight' | 'maxHeight' | 'fit' | 'focus'
>

/** How a picture of a size comes to be what is asked for. Source: Sanity's documentation of `fit` and `crop`. */
export function geometryOf(source: Size, box: Box): Geometry {
  const wanted = wantedSize(source, box)
  const inside = Math.min(wanted.width / source.width, wanted.height / source.height)
  const whole = {left: 0, top: 0, ...source}
  switch (box.fit) {
    case 'clip':
      return plain(whole, scaled(source, inside))
    case 'max':
      return plain(whole, scaled(source, Math.min(1, inside)))
    case 'scale':
      return plain(whole, wanted)
    case 'fill':
      return {region: whole, size: scaled(source, inside), canvas: wanted}
    case 'fillmax':
      return {region: whole, size: scaled(source, Math.min(1, inside)), canvas: wanted}
    case 'crop':
      return plain(regionIn(source, wanted, box.focus), wanted)
    case 'min': {
      const region = regionIn(source, wanted, box.focus)
      const factor = Math.min(1, region.width / wanted.width, region.height / wanted.height)
      return plain(region, scaled(wanted, factor))
    }
  }
}

function plain(region: Region, size: Size): Geometry {
  return {region, size, canvas: size}
}

/** Width and height as asked for; the one that is missing follows from the picture. */
function wantedSize(source: Size, box: Box): Size {
  const ratio = source.width / source.height
  const {width, height} = box
  const asked = {
    width: width ?? (height === null ? source.width : height * ratio),
    height: height ?? (width === null ? source.height : width / ratio),
  }
  const within = (value: number, least: number, most: number) =>
    Math.max(Math.min(value, most), least)
  const bounded = {
    width: within(asked.width, box.minWidth, box.maxWidth),
    height: within(asked.height, box.minHeight, box.maxHeight),
  }
  const tooLarge = Math.max(bounded.width, bounded.height) / largestSide
  return scaled(bounded, Math.min(1, 1 / tooLarge))
}

/** The largest part of the picture that has the shape of `shape`, as near to the focus as there is room. */
function regionIn(source: Size, shape: Size, focus: Box['focus']): Region {
  const factor = Math.min(source.width / shape.width, source.height / shape.height)
  const {width, height} = atMost(scaled(shape, factor), source)
  const {x, y} = focus === 'entropy' ? {x: 0.5, y: 0.5} : focus
  const start = (at: number, whole: number, part: number) =>
    Math.round(Math.max(0, Math.min(at * whole - part / 2, whole - part)))
  return {
    left: start(x, source.width, width),
    top: start(y, source.height, height),
    width,
    height,
  }
}

function scaled({width, height}: Size, factor: number): Size {
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}

function atMost(size: Size, limit: Size): Size {
  return {
    width: Math.min(size.width, limit.width),
    height: Math.min(size.height, limit.height),
  }
}

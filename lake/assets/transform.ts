import {LakeError} from '../errors.ts'

export type Fit = 'clip' | 'crop' | 'fill' | 'fillmax' | 'max' | 'min' | 'scale'
export type PictureFormat = 'jpg' | 'pjpg' | 'png' | 'webp' | 'avif' | 'gif'
export type Orientation = 0 | 90 | 180 | 270

export interface Color {
  readonly r: number
  readonly g: number
  readonly b: number
  readonly alpha: number
}

/** A picture made to measure, as Sanity's image URLs ask for it. Lengths are in pixels of the result. */
export interface Transform {
  readonly width: number | null
  readonly height: number | null
  readonly minWidth: number
  readonly maxWidth: number
  readonly minHeight: number
  readonly maxHeight: number
  readonly fit: Fit
  /** Where the part lies that stays when it is cropped: a point between 0 and 1, or wherever most happens. */
  readonly focus: 'entropy' | {readonly x: number; readonly y: number}
  /** In pixels of the upright original. */
  readonly rect: readonly [left: number, top: number, width: number, height: number] | null
  readonly orientation: Orientation
  readonly flip: {readonly horizontal: boolean; readonly vertical: boolean}
  readonly pad: number
  readonly background: Color | null
  readonly blur: number
  readonly sharpen: number
  readonly saturation: number
  readonly invert: boolean
  /** The first picture of an animation only. */
  readonly still: boolean
  readonly format: PictureFormat
  readonly quality: number
}

/** Larger sizes are made this large. */
export const largestSide = 8192
const asking = [
  ...['w', 'h', 'min-w', 'max-w', 'min-h', 'max-h', 'rect', 'or', 'flip', 'pad', 'bg', 'blur'],
  ...['sharp', 'sat', 'invert', 'frame', 'fm', 'q', 'auto'],
]
const fits: readonly string[] = ['clip', 'crop', 'fill', 'fillmax', 'max', 'min', 'scale']
const formats: readonly string[] = ['jpg', 'pjpg', 'png', 'webp', 'avif']
const readable: readonly string[] = ['jpg', 'png', 'webp', 'avif', 'tif', 'gif']

/**
 * What the parameters of an image URL ask for; null for the picture as it is. Parameters we do not know are ignored.
 * @throws LakeError malformedRequest
 */
export function transformOf(
  params: URLSearchParams,
  extension: string,
  accept: string,
): Transform | null {
  if (!asking.some((name) => params.has(name))) return null
  // Drawings stay drawings until somebody asks for pixels.
  if (!readable.includes(extension) && !(extension === 'svg' && params.has('fm'))) return null
  const dpr = number(params, 'dpr', 1, 3) ?? 1
  const side = (name: string) => {
    const value = number(params, name, 1, Infinity)
    return value === null ? null : Math.min(largestSide, Math.max(1, Math.round(value * dpr)))
  }
  const flip = oneOf(params, 'flip', ['h', 'v', 'hv', 'vh']) ?? ''
  return {
    width: side('w'),
    height: side('h'),
    minWidth: side('min-w') ?? 1,
    maxWidth: side('max-w') ?? largestSide,
    minHeight: side('min-h') ?? 1,
    maxHeight: side('max-h') ?? largestSide,
    fit: (oneOf(params, 'fit', fits) ?? 'clip') as Fit,
    focus: focusOf(params),
    rect: rectOf(params.get('rect')),
    orientation: Number(oneOf(params, 'or', ['0', '90', '180', '270']) ?? 0) as Orientation,
    flip: {horizontal: flip.includes('h'), vertical: flip.includes('v')},
    pad: Math.round((number(params, 'pad', 0, 1000) ?? 0) * dpr),
    background: colorOf(params.get('bg')),
    blur: number(params, 'blur', 0, 2000) ?? 0,
    sharpen: number(params, 'sharp', 0, 100) ?? 0,
    saturation: number(params, 'sat', -100, 100) ?? 0,
    invert: oneOf(params, 'invert', ['true', 'false']) === 'true',
    still: oneOf(params, 'frame', ['1']) !== null,
    format: formatOf(params, extension, accept),
    quality: number(params, 'q', 0, 100) ?? 75,
  }
}

function formatOf(params: URLSearchParams, extension: string, accept: string): PictureFormat {
  const asked = oneOf(params, 'fm', formats)
  if (asked !== null) return asked as PictureFormat
  const auto = (params.get('auto') ?? '').split(',').includes('format')
  if (auto && extension !== 'gif' && accept.includes('image/avif')) return 'avif'
  if (auto && accept.includes('image/webp')) return 'webp'
  return extension === 'tif' ? 'jpg' : (extension as PictureFormat)
}

/** Words such as `top,left`; what they do not say lies in the middle. */
function focusOf(params: URLSearchParams): Transform['focus'] {
  const words = (params.get('crop') ?? 'center').split(',')
  const known = ['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy']
  if (!words.every((word) => known.includes(word))) {
    throw wrong(`"crop" is made of ${known.join(', ')}.`)
  }
  const point = {x: number(params, 'fp-x', 0, 1) ?? 0.5, y: number(params, 'fp-y', 0, 1) ?? 0.5}
  if (words.includes('entropy')) return 'entropy'
  if (words.includes('focalpoint')) return point
  const along = (start: string, end: string) =>
    words.includes(start) ? 0 : words.includes(end) ? 1 : 0.5
  return {x: along('left', 'right'), y: along('top', 'bottom')}
}

function rectOf(text: string | null): Transform['rect'] {
  if (text === null) return null
  const parts = text.split(',')
  const [left = 0, top = 0, width = 0, height = 0] = parts.map(Number)
  const isWhole = parts.length === 4 && parts.every((part) => /^\d{1,6}$/.test(part))
  if (!isWhole || width === 0 || height === 0) {
    throw wrong('"rect" is left,top,width,height in whole pixels.')
  }
  return [left, top, width, height]
}

/** RGB, ARGB, RRGGBB or AARRGGBB. Source: Sanity's documentation of `bg`. */
function colorOf(text: string | null): Color | null {
  if (text === null) return null
  if (!/^([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i.test(text)) {
    throw wrong('"bg" is a color in hexadecimal: RGB, ARGB, RRGGBB or AARRGGBB.')
  }
  const long = text.length <= 4 ? [...text].map((digit) => digit + digit).join('') : text
  const full = long.length === 6 ? `ff${long}` : long
  const [alpha = 255, r = 0, g = 0, b = 0] = (full.match(/../g) ?? []).map((pair) =>
    parseInt(pair, 16),
  )
  return {r, g, b, alpha: alpha / 255}
}

function oneOf(params: URLSearchParams, name: string, values: readonly string[]): string | null {
  const value = params.get(name)
  if (value === null || values.includes(value)) return value
  throw wrong(`"${name}" is one of ${values.join(', ')}.`)
}

function number(params: URLSearchParams, name: string, least: number, most: number): number | null {
  const text = params.get(name)
  if (text === null) return null
  const value = Number(text)
  if (/^-?\d{1,9}(\.\d{1,9})?$/.test(text) && value >= least && value <= most) return value
  const range = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`
  throw wrong(`"${name}" is a number ${range}.`)
}

function wrong(message: string): LakeError {
  return new LakeError('malformedRequest', message)
}

import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import sharp, {type FitEnum} from 'sharp'

import {pixelLimit} from './assets.ts'
import {LakeError} from './errors.ts'

/** A picture made to measure, as Sanity's image URLs ask for it. */
export interface Transform {
  readonly width: number | null
  readonly height: number | null
  readonly fit: keyof FitEnum
  readonly enlarge: boolean
  readonly rect: readonly [left: number, top: number, width: number, height: number] | null
  readonly format: 'jpg' | 'png' | 'webp'
  readonly quality: number
}

const largestSide = 4000
const mostCached = 2000
const mostWaiting = 64
let running = 0

/** What the parameters of an image URL ask for; null for the picture as it is. Parameters we do not know are ignored. */
export function transformOf(
  params: URLSearchParams,
  extension: string,
  accept: string,
): Transform | null {
  // Animations would lose their movement, drawings their sharpness.
  if (!['jpg', 'png', 'webp', 'avif', 'tif'].includes(extension)) return null
  const asked = ['w', 'h', 'fm', 'q', 'rect', 'auto'].some((name) => params.has(name))
  if (!asked) return null
  const dpr = number(params, 'dpr', 1, 3) ?? 1
  const side = (name: string) => {
    const value = number(params, name, 1, largestSide)
    return value === null ? null : Math.min(largestSide, Math.round(value * dpr))
  }
  const fit = params.get('fit') ?? 'clip'
  const shape = Object.hasOwn(fits, fit) ? fits[fit] : undefined
  if (shape === undefined) {
    throw new LakeError('malformedRequest', `"fit" is one of ${Object.keys(fits).join(', ')}.`)
  }
  return {
    width: side('w'),
    height: side('h'),
    fit: shape,
    enlarge: fit === 'scale' || fit === 'crop' || fit === 'fill',
    rect: rectOf(params.get('rect')),
    format: formatOf(params, extension, accept),
    quality: number(params, 'q', 1, 100) ?? 80,
  }
}

const fits: Readonly<Record<string, keyof FitEnum>> = {
  clip: 'inside',
  max: 'inside',
  min: 'cover',
  crop: 'cover',
  fill: 'contain',
  fillmax: 'contain',
  scale: 'fill',
}

function formatOf(params: URLSearchParams, extension: string, accept: string): Transform['format'] {
  const asked = params.get('fm')
  if (asked === 'jpg' || asked === 'pjpg') return 'jpg'
  if (asked === 'png' || asked === 'webp') return asked
  if (asked !== null) throw new LakeError('malformedRequest', '"fm" is jpg, pjpg, png or webp.')
  if (params.get('auto') === 'format' && accept.includes('image/webp')) return 'webp'
  return extension === 'jpg' || extension === 'tif' ? 'jpg' : extension === 'png' ? 'png' : 'webp'
}

function number(params: URLSearchParams, name: string, least: number, most: number): number | null {
  const text = params.get(name)
  if (text === null) return null
  const value = Number(text)
  if (/^\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value
  throw new LakeError('malformedRequest', `"${name}" is a number from ${least} to ${most}.`)
}

function rectOf(text: string | null): Transform['rect'] {
  if (text === null) return null
  const [left, top, width, height] = text.split(',').map(Number)
  const whole = [left, top, width, height].every(
    (value) => Number.isInteger(value) && Number(value) >= 0,
  )
  if (!whole || !width || !height || text.split(',').length !== 4) {
    throw new LakeError('malformedRequest', '"rect" is left,top,width,height in whole pixels.')
  }
  return [left ?? 0, top ?? 0, width, height]
}

/** Makes the picture, or takes it from the cache. */
export async function transformed(
  file: string,
  cacheDir: string,
  transform: Transform,
): Promise<Buffer> {
  const key = createHash('sha256')
    .update(JSON.stringify([file, transform]))
    .digest('hex')
  const place = join(cacheDir, key)
  const cached = await readFile(place).catch(() => null)
  if (cached !== null) {
    const now = new Date()
    await utimes(place, now, now).catch(() => {})
    return cached
  }
  if (running >= mostWaiting) {
    throw new LakeError('unavailable', 'Too many pictures are being made at once. Try again.')
  }
  running += 1
  try {
    const bytes = await render(file, transform)
    await mkdir(cacheDir, {recursive: true})
    const temporary = `${place}.${randomUUID()}`
    await writeFile(temporary, bytes)
    await rename(temporary, place)
    await prune(cacheDir)
    return bytes
  } finally {
    running -= 1
  }
}

async function render(file: string, transform: Transform): Promise<Buffer> {
  const {width, height, fit, enlarge, rect, format, quality} = transform
  let picture = sharp(file, {limitInputPixels: pixelLimit}).autoOrient()
  if (rect) {
    const {autoOrient} = await sharp(file, {limitInputPixels: pixelLimit}).metadata()
    const [left, top, wide, high] = rect
    if (left + wide > autoOrient.width || top + high > autoOrient.height) {
      throw new LakeError('malformedRequest', '"rect" reaches beyond the picture.')
    }
    picture = picture.extract({left, top, width: wide, height: high})
  }
  if (width !== null || height !== null) {
    picture = picture.resize({
      fit,
      withoutEnlargement: !enlarge,
      background: '#ffffff',
      ...(width === null ? {} : {width}),
      ...(height === null ? {} : {height}),
    })
  }
  if (format === 'jpg') return picture.flatten({background: '#ffffff'}).jpeg({quality}).toBuffer()
  return format === 'png' ? picture.png().toBuffer() : picture.webp({quality}).toBuffer()
}

let writes = 0

/** Now and then the least used go. The cache is only a cache. */
async function prune(cacheDir: string): Promise<void> {
  writes += 1
  if (writes % 100 !== 0) return
  const names = await readdir(cacheDir)
  if (names.length <= mostCached) return
  const ages = await Promise.all(
    names.map(async (name) => ({
      name,
      at: (await stat(join(cacheDir, name)).catch(() => null))?.mtimeMs ?? 0,
    })),
  )
  ages.sort((a, b) => a.at - b.at)
  for (const {name} of ages.slice(0, names.length - mostCached)) {
    await rm(join(cacheDir, name), {force: true})
  }
}

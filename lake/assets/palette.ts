import {type JsonObject} from '../document.ts'

interface Bucket {
  readonly color: Rgb
  readonly count: number
}

type Rgb = readonly [red: number, green: number, blue: number]
/** Each from 0 to 1. */
type Hsl = readonly [hue: number, saturation: number, lightness: number]
type Range = readonly [least: number, aim: number, most: number]

/** What makes a color vibrant or muted, dark or light: as `node-vibrant` has it, whose names these are. */
const lightness = {dark: [0, 0.26, 0.45], normal: [0.3, 0.5, 0.7], light: [0.55, 0.74, 1]} as const
const saturation = {muted: [0, 0.3, 0.4], vibrant: [0.35, 1, 1]} as const
const kinds: Readonly<Record<string, {readonly light: Range; readonly colorful: Range}>> = {
  vibrant: {light: lightness.normal, colorful: saturation.vibrant},
  lightVibrant: {light: lightness.light, colorful: saturation.vibrant},
  darkVibrant: {light: lightness.dark, colorful: saturation.vibrant},
  muted: {light: lightness.normal, colorful: saturation.muted},
  lightMuted: {light: lightness.light, colorful: saturation.muted},
  darkMuted: {light: lightness.dark, colorful: saturation.muted},
}

/** The `metadata.palette` of a picture, of its pixels as RGBA; null where nothing can be seen. */
export function paletteOf(pixels: Uint8Array): JsonObject | null {
  const buckets = bucketsOf(pixels)
  const total = buckets.reduce((sum, {count}) => sum + count, 0)
  const dominant = buckets[0]
  if (dominant === undefined) return null
  const share = (count: number) => Math.round((count / total) * 10_000) / 100
  const taken = new Set<Bucket>()
  const swatches = Object.entries(kinds).map(([name, kind]) => {
    const found = best(buckets, kind, dominant.count, taken)
    if (found === null) return [name, swatch(madeUp(dominant.color, kind), 0)]
    taken.add(found)
    return [name, swatch(found.color, share(found.count))]
  })
  return {
    _type: 'sanity.imagePalette',
    dominant: swatch(dominant.color, share(dominant.count)),
    ...(Object.fromEntries(swatches) as JsonObject),
  }
}

/** Colors that are much alike count as one; the most frequent first. */
function bucketsOf(pixels: Uint8Array): readonly Bucket[] {
  const sums = new Map<number, [count: number, red: number, green: number, blue: number]>()
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4)
    if (alpha < 125) continue
    const key = ((red >> 4) << 8) | ((green >> 4) << 4) | (blue >> 4)
    const sum = sums.get(key) ?? [0, 0, 0, 0]
    sums.set(key, [sum[0] + 1, sum[1] + red, sum[2] + green, sum[3] + blue])
  }
  return [...sums]
    .sort(([keyA, a], [keyB, b]) => b[0] - a[0] || keyA - keyB)
    .map(([, [count, ...sum]]) => {
      const [red, green, blue] = sum.map((each) => Math.round(each / count))
      return {count, color: [red ?? 0, green ?? 0, blue ?? 0]}
    })
}

function best(
  buckets: readonly Bucket[],
  {light, colorful}: {readonly light: Range; readonly colorful: Range},
  mostFrequent: number,
  taken: ReadonlySet<Bucket>,
): Bucket | null {
  const within = ([least, , most]: Range, value: number) => value >= least && value <= most
  const near = ([, aim]: Range, value: number) => 1 - Math.abs(value - aim)
  let found: {readonly bucket: Bucket; readonly score: number} | null = null
  for (const bucket of buckets) {
    const [, s, l] = hslOf(bucket.color)
    if (taken.has(bucket) || !within(colorful, s) || !within(light, l)) continue
    const score = 3 * near(colorful, s) + 6 * near(light, l) + bucket.count / mostFrequent
    if (found === null || score > found.score) found = {bucket, score}
  }
  return found?.bucket ?? null
}

/** What no pixel shows is told from the dominant color, with a population of nothing. */
function madeUp(
  color: Rgb,
  {light, colorful}: {readonly light: Range; readonly colorful: Range},
): Rgb {
  const [hue, s] = hslOf(color)
  return rgbOf([hue, s === 0 ? 0 : Math.min(colorful[2], Math.max(colorful[0], s)), light[1]])
}

function swatch(color: Rgb, population: number): JsonObject {
  const hex = color.map((value) => value.toString(16).padStart(2, '0')).join('')
  return {
    _type: 'sanity.imagePaletteSwatch',
    background: `#${hex}`,
    // Contrasts of WCAG 2: 4.5 for text, 3 for headings.
    foreground: contrastWithWhite(color) >= 4.5 ? '#fff' : '#000',
    population,
    title: contrastWithWhite(color) >= 3 ? '#fff' : '#000',
  }
}

function contrastWithWhite(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const part = value / 255
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}

function hslOf(color: Rgb): Hsl {
  const [red = 0, green = 0, blue = 0] = color.map((value) => value / 255)
  const most = Math.max(red, green, blue)
  const range = most - Math.min(red, green, blue)
  const light = most - range / 2
  if (range === 0) return [0, 0, light]
  const sector =
    most === red
      ? (green - blue) / range + 6
      : most === green
        ? (blue - red) / range + 2
        : (red - green) / range + 4
  return [(sector % 6) / 6, range / (1 - Math.abs(2 * light - 1)), light]
}

function rgbOf([hue, s, light]: Hsl): Rgb {
  const part = (offset: number) => {
    const at = (offset + hue * 12) % 12
    const value = light - s * Math.min(light, 1 - light) * Math.max(-1, Math.min(at - 3, 9 - at, 1))
    return Math.round(value * 255)
  }
  return [part(0), part(8), part(4)]
}

import readExif from 'exif-reader'
import {type Json, type JsonObject} from '../document.ts'

/** What a camera noted, in the form of Sanity's `metadata`; each part only where there is one. */
export interface CameraNotes {
  /** How it was taken. */
  readonly exif?: JsonObject
  /** With what it was taken. */
  readonly image?: JsonObject
  /** Where it was taken. */
  readonly location?: JsonObject
}

/** Reads a block of EXIF. One that cannot be read says nothing. */
export function cameraNotes(block: Buffer | undefined): CameraNotes {
  if (block === undefined) return {}
  try {
    const {Photo, Image, GPSInfo} = readExif(block)
    const location = locationOf(GPSInfo)
    return {
      ...(Photo === undefined ? {} : {exif: tags('sanity.imageExifMetadata', Photo)}),
      ...(Image === undefined ? {} : {image: tags('sanity.imageExifTags', Image)}),
      ...(location === null ? {} : {location}),
    }
  } catch {
    return {}
  }
}

/** Pointers into the block lead nowhere outside of it, and the position has a place of its own. */
function tags(type: string, found: Readonly<Record<string, unknown>>): JsonObject {
  const entries = Object.entries(found).flatMap(([name, value]) => {
    const told = name.startsWith('GPS') || name.endsWith('Tag') ? undefined : plain(value)
    return told === undefined || !/^[A-Za-z]\w*$/.test(name) ? [] : [[name, told] as const]
  })
  return {_type: type, ...Object.fromEntries(entries)}
}

function plain(value: unknown): Json | undefined {
  if (typeof value === 'string') return value.replace(/\0+$/, '').toWellFormed().slice(0, 1000)
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  }
  if (!Array.isArray(value) || value.length > 100) return undefined
  const parts = value.map(plain)
  return parts.every((part) => typeof part === 'number') ? parts : undefined
}

function locationOf(gps: Readonly<Record<string, unknown>> | undefined): JsonObject | null {
  const lat = degrees(gps?.['GPSLatitude'], gps?.['GPSLatitudeRef'], 'S', 90)
  const lng = degrees(gps?.['GPSLongitude'], gps?.['GPSLongitudeRef'], 'W', 180)
  if (lat === null || lng === null) return null
  const height = gps?.['GPSAltitude']
  const isBelow = gps?.['GPSAltitudeRef'] === 1
  const hasHeight = typeof height === 'number' && Number.isFinite(height)
  return {_type: 'geopoint', lat, lng, ...(hasHeight ? {alt: isBelow ? -height : height} : {})}
}

function degrees(parts: unknown, half: unknown, negative: string, most: number): number | null {
  if (!Array.isArray(parts)) return null
  const [whole = NaN, minutes = 0, seconds = 0] = parts.map(Number)
  const value = whole + minutes / 60 + seconds / 3600
  if (!(value >= 0 && value <= most)) return null
  return half === negative ? -value : value
}

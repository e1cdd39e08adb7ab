import {randomBytes} from 'node:crypto'

import {type Json} from '../document.ts'

/** Gives each object in an array a `_key` where it has none: what `autoGenerateArrayKeys` asks for. */
export function fillArrayKeys(value: Json | undefined): Json | undefined {
  if (!Array.isArray(value)) return value
  // The list of mutations itself is no content: only what they carry is.
  return value.map((mutation: Json) => filled(mutation))
}

function filled(value: Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => keyed(filled(item)))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [
      key,
      child === undefined ? child : filled(child as Json),
    ]),
  )
}

function keyed(item: Json): Json {
  if (typeof item !== 'object' || item === null || Array.isArray(item) || '_key' in item)
    return item
  return {...item, _key: randomBytes(6).toString('hex')}
}

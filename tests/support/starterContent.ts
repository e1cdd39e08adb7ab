import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {JsonObject} from '../../lake/document.ts'

export type Starter = JsonObject & {readonly _id: string; readonly _type: string}

const folder = join(import.meta.dirname, '../../content')

const isStarter = (value: unknown): value is Starter =>
  typeof value === 'object' &&
  value !== null &&
  '_id' in value &&
  typeof value._id === 'string' &&
  '_type' in value &&
  typeof value._type === 'string'

/** Every line of every content file, parsed. */
export function starterContent(): readonly Starter[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ndjson'))
    .flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const value: unknown = JSON.parse(line)
          if (!isStarter(value)) throw new Error(`${file}:${index + 1} has no _id or no _type`)
          return value
        }),
    )
}

export interface Part {
  readonly path: string
  readonly value: JsonObject
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every object inside a value, itself included, with the path that leads to it. */
export function parts(value: unknown, path = ''): readonly Part[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => parts(item, `${path}[${index}]`))
  }
  if (!isObject(value)) return []
  return [
    {path, value},
    ...Object.entries(value).flatMap(([name, inner]) =>
      parts(inner, path === '' ? name : `${path}.${name}`),
    ),
  ]
}

const codeFields = new Set([
  '_id',
  '_ref',
  '_key',
  '_type',
  '_strengthenOnPublish',
  'marks',
  'url',
  'slug',
])

/** The words in a value: one line for each string that a reader or an editor sees. */
export function prose(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(prose)
  if (!isObject(value)) return []
  if (value._type === 'block') return [blockText(value)]
  return Object.entries(value).flatMap(([name, inner]) =>
    codeFields.has(name) ? [] : prose(inner),
  )
}

export function blockText(block: JsonObject): string {
  const spans = Array.isArray(block.children) ? block.children : []
  return spans
    .map((span) => (isObject(span) && typeof span.text === 'string' ? span.text : ''))
    .join('')
}

/** The running text of portable text, without headings. */
export function runningText(value: unknown): string {
  return parts(value)
    .map((part) => part.value)
    .filter((part) => part._type === 'block' && part.style === 'normal')
    .map(blockText)
    .join('\n')
}

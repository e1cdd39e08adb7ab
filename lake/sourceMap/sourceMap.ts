import {type Json, type LakeDocument} from '../document.ts'
import {isObject, originOfField, originOfItem, type Origin, type Step} from './origin.ts'

/** Sanity's Content Source Map. Source: github.com/sanity-io/content-source-maps, `ContentSourceMap` of @sanity/client. */
export interface SourceMap {
  readonly documents: readonly {readonly _id: string; readonly _type: string}[]
  readonly paths: readonly string[]
  readonly mappings: {readonly [resultPath: string]: Mapping}
}

interface Mapping {
  readonly type: 'value'
  readonly source:
    | {readonly type: 'documentValue'; readonly document: number; readonly path: number}
    | {readonly type: 'literal'}
    | {readonly type: 'unknown'}
}

/** How items of lists are named in the paths of documents: by their place, or by their `_key` where they have one. */
export type Selector = 'index' | 'key'

/** Says of each part of a result which document and which path in it it came from, where that can be told. */
export function sourceMap(result: Json, origin: Origin | null, selector: Selector): SourceMap {
  const documents = new Table<{_id: string; _type: string}>(({_id}) => _id)
  const paths = new Table<string>((path) => path)
  const mappings: Record<string, Mapping> = {}
  const map = (value: Json | undefined, origin: Origin, at: string): void => {
    // What is not there came from nowhere.
    if (value === null || value === undefined) return
    if (origin.kind === 'literal' || origin.kind === 'unknown') {
      mappings[at] = {type: 'value', source: {type: origin.kind}}
    } else if (origin.kind === 'stored' && origin.path.length > 0) {
      const document = documents.indexOf(sourceOf(origin.document))
      const path = paths.indexOf(`$${origin.path.map((step) => segment(step, selector)).join('')}`)
      mappings[at] = {type: 'value', source: {type: 'documentValue', document, path}}
    } else if (Array.isArray(value)) {
      value.forEach((item: Json, index) =>
        map(item, originOfItem(origin, item, index), `${at}[${index}]`),
      )
    } else if (isObject(value)) {
      for (const [name, field] of Object.entries(value))
        map(field as Json, originOfField(origin, name), at + fieldSegment(name))
    }
  }
  if (origin !== null) map(result, origin, '$')
  return {documents: documents.values, paths: paths.values, mappings}
}

/** The document as it is stored, whatever the perspective shows it as. */
function sourceOf({_id, _type, _originalId}: LakeDocument): {_id: string; _type: string} {
  return {_id: typeof _originalId === 'string' ? _originalId : _id, _type}
}

/** Values by their place, each once. */
class Table<Value> {
  readonly values: Value[] = []
  readonly #places = new Map<string, number>()
  readonly #keyOf: (value: Value) => string

  constructor(keyOf: (value: Value) => string) {
    this.#keyOf = keyOf
  }

  indexOf(value: Value): number {
    const key = this.#keyOf(value)
    const known = this.#places.get(key)
    if (known !== undefined) return known
    this.#places.set(key, this.values.length)
    return this.values.push(value) - 1
  }
}

function segment(step: Step, selector: Selector): string {
  if (typeof step === 'string') return fieldSegment(step)
  if (selector === 'index' || step.key === null) return `[${step.index}]`
  return `[?(@._key=='${step.key.replace(/['\\]/g, '\\$&')}')]`
}

const escapes: Readonly<Record<string, string>> = {
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  "'": "\\'",
  '\\': '\\\\',
}

/** As @sanity/client writes a path (`jsonPath`), which looks mappings up by it. */
function fieldSegment(name: string): string {
  return `['${name.replace(/[\f\n\r\t'\\]/g, (character) => escapes[character] ?? '')}']`
}

import {type LakeDocument} from '../document.ts'
import {field} from '../groq/compile.ts'
import {inOrder} from '../groq/values.ts'
import {type IndexValue, isCut} from '../index/leaves.ts'
import {isSameRun, type Shape, type ShapeIndex, type ShapeRow} from './shape.ts'
import {type Sight} from './sight.ts'
import {type OrderKey} from './selection.ts'
import {type Equal, type Range, rangeIn, type Wanted} from './wanted.ts'

/** Rows of a list that are looked at first. */
const firstRows = 24
const mostRows = 4096

export function* shapeRows(
  index: ShapeIndex,
  values: readonly IndexValue[],
  range: Range | null,
  after: string,
): Generator<ShapeRow> {
  for (let offset = 0, size = firstRows; ; size = Math.min(size * 2, mostRows)) {
    const page = index.page(values, range, size, offset, after)
    yield* page
    if (page.length < size) return
    offset += size
  }
}

/** Documents in the order of an index; of those that it does not tell apart, in their own. */
export function* runs(
  rows: Iterable<ShapeRow>,
  order: readonly OrderKey[],
  sight: Sight,
): Generator<LakeDocument> {
  let run: {readonly row: ShapeRow; readonly document: LakeDocument}[] = []
  for (const row of rows) {
    const [first] = run
    if (first !== undefined && !isSameRun(first.row, row)) {
      yield* arranged(run, order)
      run = []
    }
    const document = sight.show(row.id)
    if (document === null) continue
    if (sight.keepsIds && !row.keys.some((key) => typeof key === 'string' && isCut(key)))
      yield document
    else run.push({row, document})
  }
  yield* arranged(run, order)
}

function arranged(
  run: readonly {readonly document: LakeDocument}[],
  order: readonly OrderKey[],
): readonly LakeDocument[] {
  const documents = run.map(({document}) => document)
  if (documents.length < 2) return documents
  const signs = order.map(({isDescending}) => (isDescending ? -1 : 1))
  return inOrder(sorted(documents), signs, (document) => order.map((key) => valueOf(document, key)))
}

function valueOf(document: LakeDocument, {path, isLower}: OrderKey): unknown {
  const value = path.split('.').reduce<unknown>((inner, name) => field(inner, name), document)
  if (!isLower) return value
  return typeof value === 'string' ? value.toLowerCase() : null
}

export function sorted(documents: readonly LakeDocument[]): readonly LakeDocument[] {
  if (documents.length < 2) return documents
  return [...documents].sort((a, b) => (a._id < b._id ? -1 : Number(a._id > b._id)))
}

/** Fields that must have one certain value; at most one of them in the items of a list. */
export function fixedBy({equals}: Wanted): readonly Equal[] {
  const byPath = new Map<string, Equal>()
  for (const equal of equals) {
    const isList = equal.path.includes('[]')
    const [, ...others] = equal.values
    const isSingle = isList ? others.length === 1 : others.length === 0
    const hasList = isList && [...byPath.keys()].some((path) => path.includes('[]'))
    if (isSingle && equal.values.length > 0 && !hasList && !byPath.has(equal.path))
      byPath.set(equal.path, equal)
  }
  return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The id that others must come after, where documents are shown under the ids that they are stored under. */
export function startOf(wanted: Wanted, sight: Sight): string {
  const range = sight.keepsIds ? rangeIn(wanted, '_id') : null
  if (range === null || typeof range.low !== 'string') return ''
  // One that is the bound itself comes after everything that is shorter by its last character.
  return range.withLow ? range.low.slice(0, -1) : range.low
}

export function describe({types, fixed, order}: Shape): string {
  const keys = order.map(({path, isLower, isDescending}) => {
    const key = isLower ? `lower(${path})` : path
    return isDescending ? `${key} desc` : key
  })
  return [
    ...(types === null ? [] : [`_type ${JSON.stringify(types)}`]),
    ...fixed,
    ...(keys.length > 0 ? [`in the order of ${keys.join(', ')}`] : []),
  ].join(', ')
}

import {jsonMatch} from '@sanity/json-match'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {type Json, type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {decodeMutations} from '../../lake/commit/mutation.ts'
import {applyPatches} from '../../lake/commit/patch.ts'

const stored = (fields: JsonObject): LakeDocument => ({
  _id: 'page',
  _type: 'page',
  _rev: 'r',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  ...fields,
})

/** What a patch makes of these fields. */
function patched(fields: JsonObject, patch: JsonObject): JsonObject {
  const [mutation] = decodeMutations([{patch: {id: 'page', ...patch}}], () => 'new')
  if (mutation?.type !== 'patch') throw new Error('not a patch')
  const {_id, _type, _rev, _createdAt, _updatedAt, ...rest} = applyPatches(
    stored(fields),
    mutation.patches,
  )
  return rest
}

const list = [
  {_key: 'a', v: 1},
  {_key: 'b', v: 2},
  {_key: 'c', v: 3},
]
const values = (fields: JsonObject) => (fields['list'] as readonly JsonObject[]).map(({v}) => v)

test.each<[string, readonly unknown[]]>([
  ['list[*].v', [9, 9, 9]],
  ['list[ * ].v', [9, 9, 9]],
  ['list[:].v', [9, 9, 9]],
  ['list[1:].v', [1, 9, 9]],
  ['list[-1].v', [1, 2, 9]],
  ['list[0:-1].v', [9, 9, 3]],
  ['list[_key=="b"].v', [1, 9, 3]],
  ['list[v>1].v', [1, 9, 9]],
  ['list[0,2].v', [9, 2, 9]],
  ['list[_key=="a",_key=="c"].v', [9, 2, 9]],
  ['list..v', [9, 9, 9]],
  ['list[_key=="[*]"].v', [1, 2, 3]],
  ['list[7].v', [1, 2, 3]],
])('a patch of %s', (path, expected) => {
  expect(values(patched({list}, {set: {[path]: 9}}))).toEqual(expected)
})

test.each<[string, JsonObject, JsonObject]>([
  ['before', {insert: {before: 'tags[0]', items: ['x']}}, {tags: ['x', 'a', 'b']}],
  [
    'after the last',
    {insert: {after: 'tags[-1]', items: ['x', 'y']}},
    {tags: ['a', 'b', 'x', 'y']},
  ],
  ['instead', {insert: {replace: 'tags[0:1]', items: ['x']}}, {tags: ['x', 'b']}],
  ['where nothing is', {insert: {after: 'other[-1]', items: ['x']}}, {tags: ['a', 'b']}],
])('items are inserted %s', (_where, patch, expected) => {
  expect(patched({tags: ['a', 'b']}, patch)).toEqual(expected)
})

describe.each<[string, JsonObject]>([
  ['no operator of patches', {merge: {a: 1}}],
  ['a step that is no number', {inc: {n: 'x'}}],
  ['a step that is null', {dec: {n: null}}],
  ['a difference that is no text', {diffMatchPatch: {text: 7}}],
  ['values without paths', {set: 5}],
  ['a list of values', {set: [1]}],
  ['one path to unset', {unset: 'a'}],
  ['a path that is no text', {unset: [1]}],
  ['items without a place', {insert: {items: ['x']}}],
  ['items in two places', {insert: {before: 'a[0]', after: 'b[0]', items: []}}],
  ['a place without items', {insert: {after: 'tags[-1]'}}],
  ['items that are no list', {insert: {after: 'tags[-1]', items: 'x'}}],
])('a patch with %s', (_what, patch) => {
  test('is refused', () => {
    expect(() => patched({n: 1, text: 'x'}, patch)).toThrow(
      expect.objectContaining({code: 'malformedRequest'}),
    )
  })
})

test.each(['a[', 'a.', '', '.a', 'a b', 'a]b', 'a[0', 'my-key', 'a$b', '*', 'n.*', 'list[]', '0a'])(
  'what is no path is refused: %j',
  (path) => {
    const refused = expect.objectContaining({code: 'malformedRequest'})
    expect(() => patched({}, {set: {[path]: 1}})).toThrow(refused)
    expect(() => patched({}, {unset: [path]})).toThrow(refused)
    expect(() => patched({}, {insert: {after: path, items: []}})).toThrow(refused)
  },
)

test.each(['list[100001]', 'list[-100001]', 'list[0:100001]', 'list[100001:]', 'list[0,5:200000]'])(
  'no list has an item as far away as in %j',
  (path) => {
    const refused = expect.objectContaining({
      code: 'malformedRequest',
      message: 'A path names items of a list by numbers up to 100000.',
    })
    expect(() => patched({list}, {set: {[path]: 1}})).toThrow(refused)
    expect(() => patched({list}, {unset: [path]})).toThrow(refused)
    expect(values(patched({list}, {set: {'list[v<100001].v': 9}}))).toEqual([9, 9, 9])
  },
)

const many = Array.from({length: 9000}, () => 0)
const large = {a: Array.from({length: 2000}, () => ({b: 'some words', c: {}}))}

test.each<[string, readonly JsonObject[]]>([
  ['in one step', [{set: {'x[0:]': large}}]],
  [
    'in steps of one patch',
    [{set: {'x[0]': large, 'x[0].a[0:]': large, 'x[0].a[0:].a[0:]': large}}],
  ],
  ['in one patch after another', [{set: {'x[0]': large}}, {set: {'x[0].a[0:]': large}}]],
  ['by what items say', [{set: {'x[@==0]': large}}]],
  ['for a moment', [{set: {'x[0:]': large}}, {unset: ['x']}]],
])('a small patch that makes far too much of a document is refused: %s', (_how, patches) => {
  expect(() => applyPatches(stored({x: many}), patches)).toThrow(
    expect.objectContaining({code: 'tooLarge', message: '"page" would be larger than 4 MB.'}),
  )
})

test('what nests deeper than anybody can go is refused', () => {
  const deep = Array.from({length: 3000}, () => 'a').join('.')
  const patches = Array.from({length: 20}, (_, at) => ({
    set: {[Array.from({length: at + 1}, () => deep).join('.')]: {}},
  }))
  expect(() => applyPatches(stored({}), patches)).toThrow(
    expect.objectContaining({code: 'malformedRequest'}),
  )
})

test('a range that goes on behind the end of its list has no more time than any other patch', () => {
  expect(() => applyPatches(stored({x: [1]}), [{set: {'x[0:100000]': 1}}], 50)).toThrow(
    expect.objectContaining({code: 'tooLarge'}),
  )
})

/** A path to something that is there, as the choices lead. */
function pathInto(value: Json, [choice = 0, ...rest]: readonly number[], path = ''): string {
  if (Array.isArray(value) && value.length > 0) {
    const [item, index] = [value[choice % value.length] as Json, choice % value.length]
    const key = (item as JsonObject | null)?.['_key']
    const one = [
      `[${index}]`,
      `[${index - value.length}]`,
      `[${index}:${index + 1}]`,
      ...(key === undefined ? [] : [`[_key=="${String(key)}"]`]),
    ]
    // Lists hold all sorts of things: a path that finds several ends there.
    const several = [
      `[${index}:]`,
      `[:${index + 1}]`,
      '[*]',
      '[:]',
      key === undefined ? `[@==${String(item)}]` : '[_key!="none"]',
      key === undefined ? '[@>=0]' : '[a>0]',
    ]
    const [kind = 0, which = 0, ...further] = rest
    if (kind % 2 === 0) return path + (several[which % several.length] ?? '')
    return pathInto(item, further, path + (one[which % one.length] ?? ''))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return path
  const fields = Object.keys(value).filter((name) => name !== '_key')
  const field = fields[choice % fields.length] ?? ''
  const next = path === '' ? field : `${path}.${field}`
  return rest.length === 0 ? next : pathInto((value as JsonObject)[field] ?? null, rest, next)
}

/** Lists hold either numbers or keyed objects, as Sanity's do. */
const {field} = fc.letrec<{field: Json}>((tie) => ({
  field: fc.oneof(
    {maxDepth: 3},
    fc.nat(3),
    fc.array(fc.nat(3), {maxLength: 3}),
    fc.record({a: tie('field'), b: tie('field')}),
    fc
      .array(fc.record({a: tie('field'), b: tie('field')}), {maxLength: 3})
      .map((items) => items.map((item, index) => ({_key: `k${index}`, ...item}))),
  ),
}))

/** Of a list counted from its end. */
function placeOf(segment: string | number, holder: unknown): string | number {
  return typeof segment === 'number' && segment < 0
    ? (holder as readonly Json[]).length + segment
    : segment
}

/** Everything at a path that JSONMatch finds there, with 99 in its place. */
function replaced(fields: JsonObject, path: string): JsonObject {
  const copy = structuredClone(fields) as Record<string, Json>
  const found = [...jsonMatch(copy, path)].filter(({value}) => value !== undefined)
  for (const {path: place} of found) {
    let holder: unknown = copy
    for (const [index, segment] of place.entries()) {
      const key =
        typeof segment === 'object' && !Array.isArray(segment) && Array.isArray(holder)
          ? holder.findIndex((item: JsonObject) => item['_key'] === Reflect.get(segment, '_key'))
          : placeOf(segment as string | number, holder)
      if (index === place.length - 1) Reflect.set(holder as object, key, 99)
      else holder = Reflect.get(holder as object, key)
    }
  }
  return copy
}

test('a patch of what is there means what JSONMatch means', () => {
  const choices = fc.array(fc.nat(20), {minLength: 1, maxLength: 6})
  fc.assert(
    fc.property(fc.record({a: field, b: field}), choices, (fields, ways) => {
      const path = pathInto(fields, ways)
      const matches = [...jsonMatch(fields, path)]
      // Two other matters: what is not there yet (`set` makes some of it), and a field of a list, which is none to editors.
      const depth = path.split(/[.[]/).length
      fc.pre(matches.every((match) => match.value !== undefined && match.path.length === depth))
      expect({path, ...patched(fields, {set: {[path]: 99}})}).toEqual({
        path,
        ...replaced(fields, path),
      })
    }),
    {numRuns: 1_000},
  )
})

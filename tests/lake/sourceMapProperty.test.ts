import {type ContentSourceMap, parseJsonPath, resolveMapping, walkMap} from '@sanity/client/csm'
import fc from 'fast-check'
import {evaluateSync, toJS} from 'groq-js'
import {expect, test} from 'vitest'
import {type Json, type LakeDocument} from '../../lake/document.ts'
import {queryTree} from '../../lake/query/tree.ts'
import {sourceMap} from '../../lake/sourceMap/sourceMap.ts'
import {traced} from '../../lake/sourceMap/trace.ts'

const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}
const documents: readonly LakeDocument[] = [
  {
    ...stamp,
    _id: 'a',
    _type: 'x',
    n: 1,
    t: 'one',
    tags: ['p', 'q', 'p'],
    o: {k: 'v', l: [1, 2, {m: 'z'}]},
    r: {_ref: 'b'},
    rs: [{_key: '1', _ref: 'a'}, {_key: '2', _ref: 'c'}, {_ref: 'none'}],
    list: [
      {_key: 'u', v: 1, sub: [{w: 'A'}, {w: 'B'}]},
      {_key: "v'", v: 2, sub: []},
    ],
  },
  {...stamp, _id: 'b', _type: 'y', n: 2, t: 'two', tags: [], r: {_ref: 'c'}, o: null, list: null},
  {...stamp, _id: 'c', _type: 'x', n: 2, t: 'three', tags: ['q'], list: [{v: 3, sub: [{w: 'C'}]}]},
]

const leaf = fc.constantFrom(
  ...['t', 'n', '@', '^', '^.t', '^.^.n', 'tags', 'o', 'o.k', 'o.l[2].m', 'r', 'rs', 'list', '_id'],
  ...['"literal"', '7', 'null', 'now()', 'missing', '*'],
)

const expression: fc.Memo<string> = fc.memo((depth) => {
  if (depth <= 1) return leaf
  const inner = expression(depth - 1)
  const one = (write: (e: string) => string) => inner.map(write)
  const two = (write: (e: string, f: string) => string) =>
    fc.tuple(inner, inner).map(([e, f]) => write(e, f))
  const bound = fc.integer({min: -3, max: 3})
  return fc.oneof(
    leaf,
    one((e) => `(${e})->`),
    one((e) => `(${e})[]`),
    one((e) => `(${e})[]->t`),
    one((e) => `(${e})[0]`),
    one((e) => `(${e})[-1]`),
    one((e) => `(${e}).t`),
    one((e) => `(${e})[].t`),
    one((e) => `array::unique(${e})`),
    one((e) => `array::compact(${e})`),
    one((e) => `count(${e})`),
    fc
      .tuple(inner, bound, bound, fc.constantFrom('..', '...'))
      .map(([e, left, right, dots]) => `(${e})[${left}${dots}${right}]`),
    two((e, f) => `(${e})[(${f}) != null]`),
    two((e, f) => `(${e})[(${f}) == ^.t]`),
    two((e, f) => `(${e}){"a": ${f}, t}`),
    two((e, f) => `(${e})[]{..., "a": ${f}}`),
    two((e, f) => `(${e})[]{(${f}) == 1 => {"c": ^.n}, "d": ^.^.t, ...o}`),
    two((e, f) => `(${e})[].list[].sub[]{"q": ${f}}`),
    two((e, f) => `coalesce(${e}, ${f})`),
    two((e, f) => `select((${e}) == 1 => ${f}, (${f}) != null => ${e}, "else")`),
    two((e, f) => `(${e}) + (${f})`),
    two((e, f) => `[${e}, ...${f}]`),
    two((e, f) => `(${e}) | order(${f} desc, n)`),
    two((e, f) => `(${e}) | score((${f}) == 1, t match "t*")`),
  )
})

const query = fc
  .tuple(fc.constantFrom('*', '*[_type == "x"]', '*[_id == "a"]'), expression(4), expression(5))
  .map(([base, e, f]) => `${base}{"e": ${e}, "f": ${f}}`)

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

test('whatever a query does, it is followed to the same result, and every value to where it stands', () => {
  const dereference = ({_ref}: {_ref: string}) => documents.find(({_id}) => _id === _ref) ?? null
  const check = fc.property(query, (text) => {
    const tree = queryTree(text, {})
    const params = Object.fromEntries(
      tree.candidates.map(({name, by, values}) => [
        name,
        documents.filter((document) => by === null || values.includes(document[by])),
      ]),
    )
    const options = {dataset: documents, params, dereference, timestamp: new Date(0)}
    const result = plain(toJS(evaluateSync(tree.tree, options)))
    if (JSON.stringify(result).length > 100_000) return
    expect(plain(traced(tree.tree, options).value)).toEqual(result)

    const map = sourceMap(tree, options, result, 'key') as unknown as ContentSourceMap
    walkMap(result, (value, path) => {
      if (value === null || value === undefined) return value
      const found = resolveMapping(path, map)
      const source = found?.mapping.source
      expect(source).toBeDefined()
      if (found === undefined || source?.type !== 'documentValue') return value
      const document = documents.find(({_id}) => _id === map.documents[source.document]?._id)
      const place = parseJsonPath(`${map.paths[source.path]}${found.pathSuffix}`)
      const stands = place.reduce<unknown>((at, step) => {
        if (typeof step !== 'object') return (at as never)[step]
        const key = step._key.replace(/\\'/g, "'")
        return (at as {_key?: string}[]).find(({_key}) => _key === key)
      }, document)
      expect(stands).toEqual(value)
      return value
    })
  })
  fc.assert(check, {numRuns: 2000, seed: 7})
})

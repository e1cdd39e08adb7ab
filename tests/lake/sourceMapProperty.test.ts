import {type ContentSourceMap, parseJsonPath, resolveMapping, walkMap} from '@sanity/client/csm'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {type Json, type LakeDocument, publishedId} from '../../lake/document.ts'
import {parsePerspective} from '../../lake/query/perspective.ts'
import {sourceMap, type SourceMap} from '../../lake/sourceMap/sourceMap.ts'
import {overlay} from '../support/overlay.ts'
import {testDataset} from '../support/queryEngine.ts'
import {tracedByGroqJs} from '../support/tracedByGroqJs.ts'

const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}
const scalar = fc.constantFrom(...[1, 2, 'one', 'two', 'three', 'p', null, true, '2026-01-01'])
const reference = fc.record(
  {_ref: fc.constantFrom('a', 'b', 'c', 'none'), _key: fc.uuid()},
  {requiredKeys: ['_ref']},
)
const item = fc.record(
  {
    _key: fc.constantFrom('u', "v'"),
    v: scalar,
    sub: fc.array(fc.record({w: scalar}), {maxLength: 2}),
  },
  {requiredKeys: []},
)
const fields = fc.record(
  {
    n: scalar,
    t: fc.oneof(fc.constantFrom('one', 'two', 'three'), scalar),
    at: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', 'never'),
    tags: fc.array(scalar, {maxLength: 3}),
    o: fc.record({k: scalar, l: fc.tuple(scalar, scalar, fc.record({m: scalar}))}),
    r: reference,
    rs: fc.uniqueArray(reference, {selector: ({_key}) => _key, maxLength: 3}),
    list: fc.uniqueArray(item, {selector: ({_key}) => _key, maxLength: 2}),
    _score: fc.constantFrom(0, 1),
  },
  {requiredKeys: []},
)
const documentOf = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'drafts.a', 'drafts.c'), fc.constantFrom('x', 'y'), fields)
  .map(([_id, _type, more]): LakeDocument => plain({...stamp, ...more, _id, _type}) as never)
const documentsOf = fc.uniqueArray(documentOf, {selector: ({_id}) => _id, maxLength: 5})

const leaf = fc.constantFrom(
  ...['t', 'n', '@', '^', '^.t', '^.^.n', 'tags', 'o', 'o.k', 'o.l[2].m', 'r', 'rs', 'list', '_id'],
  ...[
    '"literal"',
    '7',
    'null',
    'now()',
    'missing',
    '*',
    'dateTime(at)',
    'dateTime(now())',
    't == $v',
  ],
  ...[
    '*[references(^._id)]',
    'count(*[references(^._id)])',
    '*[r._ref == ^._id]',
    '*[_id == ^.r._ref][0]',
  ],
  ...[
    '*[t == $v || n in $l]',
    '*[n >= ^.n] | order(t desc, n)[0..1]',
    '*[_type == "x"] | order(n)[0]',
  ],
  ...[
    '*[_type == ^._type]{t, "up": ^.n} | order(t)[0...2]',
    '*[@ match "one*"]',
    '*[[@, _id] match "a"]',
  ],
  ...['*[_id in *[_type == "x"].r._ref]', '*[_type == "x" && t == *[_id == "b"][0].t]'],
  '*[_type == "x"] | score(t match "t*", n == 1)[_score > 0]',
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
    two((e, f) => `(${e})[] | order((${f}) asc)[0...2]`),
    one((e) => `(${e})[]{..., "at": dateTime(at)} | order(at desc, dateTime(^.at))`),
    one((e) => `array::unique([dateTime(at), dateTime(at), ${e}])`),
    two((e, f) => `*[(${e}) == (${f})]`),
    two((e, f) => `*[_id == (${e})]{"a": ${f}, t}`),
    one((e) => `*[defined(t) && references(${e})] | order(t)[0..1]`),
    one((e) => `count(*[_type == "x" && n == (${e})])`),
    two((e, f) => `(${e}) | score((${f}) == 1, t match "t*")`),
    two((e, f) => `(${e}) | score(boost(t match "o* t*", 2), (${f}) == ^.n)`),
  )
})

const query = fc
  .tuple(fc.constantFrom('*', '*[_type == "x"]', '*[_id == "a"]'), expression(4), expression(5))
  .map(([base, e, f]) => `${base}{"e": ${e}, "f": ${f}}`)

function plain(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json
}

/** What only groq-js can evaluate, so that all of the query is evaluated by it. */
const forGroqJs = ', "path": path("x") == "x"'
const now = new Date('2026-03-01T00:00:00Z')
const params = {v: 'one', l: ['p', 2]}
const reader = {identity: 'ada', grants: ['true']}

beforeAll(() => {
  vi.useFakeTimers({now, toFake: ['Date']})
})
afterAll(() => {
  vi.useRealTimers()
})

test('whatever a query does, it is followed to the same result and the same places in both ways', async () => {
  const dataset = testDataset()
  const property = fc.asyncProperty(
    documentsOf,
    fc.array(query, {minLength: 3, maxLength: 3}),
    fc.constantFrom('raw', 'published', 'drafts'),
    // Lists that are long take other ways than those that are short.
    fc.constantFrom(0, 200),
    fc.constantFrom('', '', '', forGroqJs),
    async (documents, queries, perspectiveName, few, more) => {
      dataset.clear()
      documents.forEach(dataset.put)
      const stored = plain(documents) as unknown as readonly LakeDocument[]
      const perspective = parsePerspective(perspectiveName)
      const seen = overlay(
        stored.toSorted((a, b) => (a._id < b._id ? -1 : 1)),
        perspective,
      )
      const engine = dataset.engine(few)
      for (const each of queries) {
        const text = each.replace(/\}$/, `${more}}`)
        const expected = tracedByGroqJs(text, seen, {params, now})
        const result = plain(expected.result)
        if (JSON.stringify(result).length > 100_000) continue
        expect(plain(expected.traced.value)).toEqual(result)
        const map = sourceMap(result, expected.traced.origin, 'key')
        placesIn(result, map, stored)
        const request = {query: text, params, perspective, sourceMap: 'key', ...reader} as const
        const answer = await engine.run(request)
        expect(plain(answer.result)).toEqual(result)
        expect(answer.resultSourceMap).toEqual(map)
      }
    },
  )
  await fc.assert(property, {numRuns: Number(process.env['RUNS'] ?? 1000), seed: 7})
}, 120_000)

/** Every value stands where the map says that it does. */
function placesIn(result: Json, map: SourceMap, stored: readonly LakeDocument[]): void {
  const places = map as unknown as ContentSourceMap
  walkMap(result, (value, path) => {
    if (value === null || value === undefined) return value
    const found = resolveMapping(path, places)
    const source = found?.mapping.source
    expect(source).toBeDefined()
    if (found === undefined || source?.type !== 'documentValue') return value
    const document = stored.find(({_id}) => _id === places.documents[source.document]?._id)
    const asShown = document && {
      ...document,
      _id: publishedId(document._id),
      _originalId: document._id,
    }
    const place = parseJsonPath(`${places.paths[source.path]}${found.pathSuffix}`)
    const standsIn = (within: unknown) =>
      place.reduce<unknown>((at, step) => {
        if (typeof step !== 'object') return (at as never)[step]
        const key = step._key.replace(/\\'/g, "'")
        return (at as {_key?: string}[]).find(({_key}) => _key === key)
      }, within)
    expect([standsIn(document), standsIn(asShown)]).toContainEqual(value)
    return value
  })
}

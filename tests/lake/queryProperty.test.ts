import fc from 'fast-check'
import {DatabaseSync} from 'node:sqlite'
import {evaluateSync, toJS} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type Json, type LakeDocument} from '../../lake/document.ts'
import {matches} from '../../lake/grants.ts'
import {parsePerspective} from '../../lake/query/perspective.ts'
import {overlay} from '../support/overlay.ts'
import {QueryEngine} from '../../lake/query/engine.ts'
import {completeQuery} from '../../lake/groq/parser.ts'
import {rewritten} from '../../lake/query/rewrites.ts'
import {searchable, withText} from '../../lake/groq/textQuery.ts'
import * as contract from '../../queries/index.ts'
import {testDataset} from '../support/queryEngine.ts'
import {studioParams, studioQueries} from '../support/studioQueries.ts'
import {temporaryStore} from '../support/temporaryStore.ts'

const stamp = {_rev: 't', _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-02T00:00:00Z'}
const bases = ['a', 'b', 'c', 'review-a', 'review-b', 'd.e', '_.releases.r1']
const ids = bases.flatMap((id) =>
  id.startsWith('_') ? [id] : [id, `drafts.${id}`, `versions.r1.${id}`, `versions.r2.${id}`],
)
const long = 'long '.repeat(13)
/** What a sigma is in small letters is told by the letters after it, which the index does not keep. */
const full = 'x'.repeat(63)
const texts = [
  ...['', 'x', 'X', 'a', 'b', 'sleep well', 'Sleep', 'é.É', 'ς', 'Σ', 'İstanbul', 'ﬀ', 'ß', 'SS'],
  ...[
    '\u{1f634}',
    '\uffee',
    '\ud800',
    `${long}1`,
    `${long}2`,
    long,
    'e.g. this',
    '2026-01-01',
    '~=_',
    '2026-01-01T00:00:00Z',
    '2026-01-01T02:00:00.5+02:00',
    `${full}\u03a3x`,
    `${full}\u03c3a`,
  ],
]

const text = fc.constantFrom(...texts)
const scalar: fc.Arbitrary<Json> = fc.oneof(
  text,
  fc.constantFrom(0, 1, -1, 1.5, 2, 1e21),
  fc.boolean(),
  fc.constant(null),
)
const reference = fc.record({_ref: fc.constantFrom('a', 'b', 'c', 'drafts.a', 'none')})
const block = fc.record({
  _type: fc.constant('block'),
  children: fc.array(fc.record({_type: fc.constant('span'), text}), {maxLength: 2}),
})
const value: fc.Arbitrary<Json> = fc.oneof(
  {weight: 6, arbitrary: scalar},
  reference,
  fc.array(scalar, {maxLength: 3}),
  fc.array(reference, {maxLength: 3}),
  fc.array(fc.record({_id: text, x: scalar, o: fc.record({k: scalar})}), {maxLength: 2}),
  fc.array(block, {maxLength: 2}),
  fc.record({k: scalar, current: scalar}),
  fc.constant({delete: true}),
)
const documentOf = fc
  .tuple(
    fc.constantFrom(...ids),
    fc.constantFrom('x', 'y', 'review', 'system.release'),
    fc.dictionary(fc.constantFrom('n', 't', 's', 'o', 'l', 'r', '_system', '_score', 'a.b'), value),
  )
  .map(([_id, _type, fields]): LakeDocument => ({...stamp, ...fields, _id, _type}))
const documentsOf = fc.uniqueArray(documentOf, {selector: ({_id}) => _id, maxLength: 14})

const quoted = fc.oneof(
  text.map((each) => JSON.stringify(each)),
  fc.constantFrom('0', '1', '1.5', 'true', 'false', 'null', '"a"', '"x"', '[1, "x"]', '$v', '$l'),
)
const path = fc.constantFrom(
  ...['n', 't', 's', 'o.k', 'o.current', 'r._ref', 'l', 'o', '_id', '_type', '@["a.b"]', 'l[0]'],
)
const list = fc.constantFrom('l', 'l[]._id', 'l[]', 'l[].x', 'l[].o.k', 'l[]._ref', '[t, s]', 'n')
const outer = fc.constantFrom('^._id', '^.n', '^.r._ref', '"review-" + ^._id', '^.l[]._ref')
const pattern = fc.constantFrom(
  ...[
    '"sleep"',
    '"s*"',
    '"SLEEP w*"',
    '"é.é"',
    '"Σ"',
    '"*well"',
    '"i̇stanbul"',
    '"ss"',
    '"-x"',
    '"eg"',
  ],
)

const condition: fc.Memo<string> = fc.memo((depth) => {
  const op = fc.constantFrom('==', '!=', '<', '<=', '>', '>=')
  const leaf = fc.oneof(
    fc.tuple(path, op, quoted).map((parts) => parts.join(' ')),
    fc.tuple(quoted, op, path).map((parts) => parts.join(' ')),
    fc.constantFrom('_type == "x"', '_type == "review"', '_type in ["x", "y"]', '_id == "a"'),
    fc
      .tuple(path, fc.constantFrom('["a", "b"]', '[1, true, null]', '$l', 'l'))
      .map((p) => p.join(' in ')),
    fc.tuple(quoted, list).map((parts) => parts.join(' in ')),
    fc.tuple(path, quoted, quoted).map(([p, low, high]) => `${p} in ${low}..${high}`),
    fc.tuple(path, op, outer).map((parts) => parts.join(' ')),
    fc.tuple(outer, list).map((parts) => parts.join(' in ')),
    fc.tuple(list, pattern).map((parts) => parts.join(' match ')),
    fc.tuple(path, pattern).map((parts) => parts.join(' match ')),
    pattern.map((each) => `@ match text::query(${each})`),
    pattern.map((each) => `[t, l] match text::query(${each})`),
    fc
      .constantFrom('"review-a"', '"draftsa"', '"drafts*"', '"c"', '"versions*"')
      .map((each) => `[@, _id] match ${each}`),
    fc.constantFrom('"review-a"', '"draftsa"', '"d.e"', '"c"').map((each) => `_id match ${each}`),
    outer.map((each) => `references(${each})`),
    fc.constantFrom(
      'references("a")',
      'references("a", ["b"])',
      'dateTime(t) <= dateTime("2026-01-01T00:00:00Z")',
      'dateTime(t) == dateTime(s) - 0.5',
      'dateTime("2026-05-01T00:00:00Z") - dateTime(t) > 0',
      'dateTime(t) in [dateTime(s), 1]',
      'defined(t)',
      'defined(o)',
      'defined(l)',
      'o != null',
      'null != l',
      '!defined(o.k)',
      'o.k',
    ),
    fc.constantFrom('count(l) > 0', 'r->n == 1', '_id in path("drafts.**")', '_id in path("*")'),
    fc.constantFrom(
      'sanity::versionOf("a")',
      'sanity::partOfRelease("r1")',
      'sanity::versionOf(^.r._ref)',
    ),
  )
  if (depth <= 1) return leaf
  const inner = condition(depth - 1)
  return fc.oneof(
    {weight: 2, arbitrary: leaf},
    {weight: 3, arbitrary: fc.tuple(inner, inner).map((parts) => `(${parts.join(' && ')})`)},
    {weight: 2, arbitrary: fc.tuple(inner, inner).map((parts) => `(${parts.join(' || ')})`)},
    inner.map((each) => `!(${each})`),
  )
})
const key = fc.oneof(
  path.map((each) => each),
  path.map((each) => `lower(${each})`),
  path.map((each) => `dateTime(${each}) desc`),
  path.map((each) => `lower(${each}) desc`),
  path.map((each) => `${each} desc`),
  fc.constant('_id'),
)
const order = fc.oneof(
  fc.constant(''),
  fc.uniqueArray(key, {minLength: 1, maxLength: 3}).map((keys) => ` | order(${keys.join(', ')})`),
)
const cut = fc.constantFrom('', '', '[0]', '[1]', '[0...2]', '[1..3]', '[-1]', '[-2..-1]')

const rows: fc.Memo<string> = fc.memo((depth) =>
  fc
    .tuple(
      condition(2),
      fc.oneof(
        fc.constant(''),
        condition(1).map((each) => `[${each}]`),
      ),
      order,
      cut,
      fc.integer({min: 0, max: 10}),
      depth > 1 ? rows(depth - 1) : fc.constant('n'),
    )
    .map(([filter, more, sort, slice, shape, inner]) => {
      const base = `*[${filter}]${more}${sort}${slice}`
      const shapes = [
        base,
        `${base}{_id, "of": ${inner}}`,
        `*[${filter}]${more}{_id, t, "by": [n, o.k], "s": coalesce(s, r->t)}${sort.replaceAll('o.k', 'by[1]')}${slice}`,
        `*[${filter}]${more}{..., "n": o.k, "up": r->t}${sort}${slice}`,
        `${base}{..., "r": r->{t, "up": ^.n}, "l": l[]->_id}`,
        `count(*[${filter}]${more})`,
        `${base}{"at": dateTime(t), "later": 60 + dateTime(t), "none": dateTime(n), "text": string(dateTime(t)),
          "all": array::unique([dateTime(t), dateTime(t)]), "since": dateTime(t) - dateTime(s), "joined": array::join([dateTime(t), "x"], " ")}`,
        `${base}._id`,
        `*[${filter}]${more} | score(t match "s*", boost(n == 1, 2)) | order(_score desc, _id)${slice}{_id, _score}`,
        `*[${filter}]${more} | score(t match "s* well", boost([t, l] match text::query("sleep w*"), 3), references("a"), boost(n == 1, -2))[_score > 0]${slice}{_id, _score}`,
        `${base}{_id, "n": coalesce(n, "none"), t == "x" => {"is": true}, "k": select(n == 1 => o, l[x == 1])}`,
      ]
      return shapes[shape] ?? base
    }),
)

const params = {v: 'x', l: ['a', 'x', 1]}
const perspectives = ['raw', 'published', 'drafts', 'r1', 'r2,r1,drafts']
const readers = [
  {identity: 'ada', grants: ['true']},
  {identity: 'vio', grants: ['_type != "y"', 'n == 1']},
  {identity: '<anonymous>', grants: 'public' as const},
]
type TestReader = (typeof readers)[number]

/** What groq-js answers over everything that the reader sees. */
function expected(
  documents: readonly LakeDocument[],
  query: string,
  given: Record<string, Json>,
  perspective: string,
  {identity, grants}: TestReader,
): unknown {
  const seen = documents
    .filter((document) =>
      grants === 'public'
        ? !document._id.includes('.') && !document._id.startsWith('_')
        : grants.some((filter) => matches(filter, document, identity)),
    )
    .sort((a, b) => (a._id < b._id ? -1 : 1))
  const dataset = overlay(seen, parsePerspective(perspective))
  const {tree, readsText} = searchable(rewritten(completeQuery(query, given)))
  const dereference = ({_ref}: {_ref: string}) => dataset.find(({_id}) => _id === _ref) ?? null
  return toJS(
    evaluateSync(tree, {
      dataset: readsText ? dataset.map(withText) : dataset,
      params: given,
      identity,
      dereference,
      timestamp: new Date(0),
    }),
  )
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null))
}

describe('a plan answers what groq-js answers over everything', () => {
  test('whatever is stored, asked and seen', async () => {
    const dataset = testDataset()
    const property = fc.asyncProperty(
      documentsOf,
      fc.array(rows(2), {minLength: 4, maxLength: 4}),
      fc.constantFrom(...perspectives),
      fc.constantFrom(...readers),
      // Lists that are long take other ways than those that are short.
      fc.constantFrom(0, 200),
      async (documents, queries, perspective, reader, few) => {
        dataset.clear()
        documents.forEach(dataset.put)
        const stored = documents.map((document) => plain(document) as LakeDocument)
        const engine = dataset.engine(few)
        for (const query of queries) {
          const request = {query, params, perspective: parsePerspective(perspective), ...reader}
          const {result} = await engine.run(request)
          expect(plain(result)).toEqual(plain(expected(stored, query, params, perspective, reader)))
        }
      },
    )
    await fc.assert(property, {numRuns: Number(process.env['RUNS'] ?? 1500), seed: 6})
  }, 120_000)

  test('in the order of small letters, whatever is cut off', async () => {
    const titles = [`${full}\u03a3x`, `${full}\u03c3a`, 'B', 'a', 'C'.repeat(80), 'c'.repeat(81)]
    const documents = titles.map((t, at) => ({...stamp, _id: `n${at}`, _type: 'x', t}))
    const query = '*[_type == "x"] | order(lower(t))[0...9]{t}'
    const request = {query, params: {}, perspective: parsePerspective('published'), ...readers[0]!}
    for (const some of [documents, documents.slice(2)]) {
      const {result} = await testDataset(some).engine(0).run(request)
      expect(result).toEqual(expected(some, query, {}, 'published', readers[0]!))
    }
  })

  test('and goes on doing so after every commit', async () => {
    const store = temporaryStore((id) => !id.includes('.') && !id.startsWith('_'))
    const engine = new QueryEngine(new DatabaseSync(store.file, {readOnly: true}), {few: 0})
    const lists = [
      '*[t == "x" && n == 1]._id',
      '*[_type == "x" && t == "x"] | order(n desc, s)[0...3]._id',
      '*[_type == "x"] | order(t)[0...4]._id',
      '*[t in l[] || "x" in l] | order(_updatedAt desc, t desc)[0...3]._id',
      '*["x" in l && t == "x"] | order(n)[0...3]._id',
      '*[t >= "a"] | order(t)[1..2]._id',
      'count(*[_type == "x" && t >= "a"])',
      'count(*[n == 1])',
      '*[@ match text::query("sleep")]._id',
      '*[references("a")]._id',
    ]
    let commits = 0
    const change = fc.record({document: documentOf, isDeletion: fc.boolean()})
    const property = fc.asyncProperty(
      fc.array(change, {minLength: 1, maxLength: 3}),
      fc.constantFrom(...perspectives),
      fc.constantFrom(...readers),
      async (changes, perspective, reader) => {
        store.commit(
          `t${++commits}`,
          'ada',
          Object.fromEntries(
            changes.map(({document, isDeletion}) => [document._id, isDeletion ? null : document]),
          ),
        )
        const stored = [...store.store.documents()]
        for (const query of lists) {
          const request = {query, params, perspective: parsePerspective(perspective), ...reader}
          const {result} = await engine.run(request)
          expect(plain(result)).toEqual(plain(expected(stored, query, params, perspective, reader)))
        }
      },
    )
    await fc.assert(property, {numRuns: 200, seed: 6, endOnFailure: true})
    store.remove()
  }, 60_000)

  test.each(Object.entries(studioQueries))('%s of the Studio', async (_name, query) => {
    const dataset = testDataset()
    const property = fc.asyncProperty(
      documentsOf,
      fc.constantFrom(...perspectives),
      fc.constantFrom(...readers),
      fc.constantFrom(0, 200),
      async (documents, perspective, reader, few) => {
        dataset.clear()
        documents.forEach(dataset.put)
        const stored = documents.map((document) => plain(document) as LakeDocument)
        const request = {query, params: studioParams, perspective: parsePerspective(perspective)}
        const {result} = await dataset.engine(few).run({...request, ...reader})
        expect(plain(result)).toEqual(
          plain(expected(stored, query, studioParams, perspective, reader)),
        )
      },
    )
    await fc.assert(property, {numRuns: 150, seed: 6})
  })

  const given = {
    slug: 'x',
    site: null,
    type: 'x',
    language: 'en',
    topic: 'x',
    population: 'a',
    person: 'a',
    words: 'sleep',
    ids: ['a', 'b'],
    ...contract.firstByDate,
    ...contract.firstByName,
    ...contract.firstByScore,
  }
  const queries = Object.entries(contract).flatMap(([name, query]): [string, string][] =>
    typeof query === 'string' ? [[name, query]] : [],
  )

  test.each(queries)('%s of the contract with front ends', async (_name, query) => {
    const dataset = testDataset()
    const wordy = fc.record(
      {
        title: text,
        question: text,
        name: text,
        language: fc.constant('en'),
        slug: fc.record({current: fc.constant('x')}),
        sites: fc.array(reference, {maxLength: 1}),
        authors: fc.array(reference, {maxLength: 2}),
        faqs: fc.array(reference, {maxLength: 2}),
        population: reference,
      },
      {requiredKeys: ['language', 'slug']},
    )
    const page = fc
      .tuple(
        fc.constantFrom('a', 'b', 'c', 'd'),
        fc.constantFrom('article', 'faqEntry', 'technique'),
        wordy,
      )
      .map(([_id, _type, fields]): LakeDocument => ({...stamp, ...fields, _id, _type}))
    const review = fc
      .record({
        live: fc.constantFrom(true, true, false),
        indexed: fc.constantFrom(true, true, false),
        language: fc.constant('en'),
        sites: fc.constantFrom([], ['s']),
        slug: fc.constant('x'),
        subject: fc.record({_ref: fc.constantFrom('a', 'b', 'c', 'd')}),
        subjectType: fc.constantFrom('article', 'x'),
        topics: fc.constantFrom([], ['x'], ['x', 'y']),
        pastSlugs: fc.constantFrom([], ['x']),
        firstPublishedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', null),
        lastChangedAt: fc.constantFrom('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'),
        signOffs: fc.array(
          fc.record({reviewer: fc.record({personId: fc.constantFrom('a', 'b')})}),
          {maxLength: 2},
        ),
      })
      .map((fields) => ({
        ...stamp,
        ...fields,
        _id: `review-${fields.subject._ref}`,
        _type: 'review',
      }))
    const all = fc.uniqueArray(fc.oneof(page, review), {selector: ({_id}) => _id, maxLength: 8})
    const property = fc.asyncProperty(all, fc.constantFrom(0, 200), async (made, few) => {
      const documents = plain(made) as readonly LakeDocument[]
      dataset.clear()
      documents.forEach(dataset.put)
      const request = {query, params: given, perspective: parsePerspective('published')}
      const {result} = await dataset.engine(few).run({...request, ...readers[2]!})
      const reader = readers[2]!
      expect(plain(result)).toEqual(plain(expected(documents, query, given, 'published', reader)))
    })
    await fc.assert(property, {numRuns: 60, seed: 6})
  })
})

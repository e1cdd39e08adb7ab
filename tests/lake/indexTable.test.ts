import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {indexText, isCut, leavesOf, longestText} from '../../lake/index/leaves.ts'
import {parsePerspective} from '../../lake/query/perspective.ts'
import {QueryEngine} from '../../lake/query/engine.ts'
import {openStore} from '../../lake/store/store.ts'
import {openDatabase} from '../../lake/store/format.ts'
import {testDataset} from '../support/queryEngine.ts'

const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}

async function ask(engine: QueryEngine, query: string) {
  const reader = {identity: 'ada', grants: ['true'], perspective: parsePerspective('raw')}
  return (await engine.run({query, params: {}, ...reader})).result
}

test('texts are kept in the order that JavaScript has them in', () => {
  const units = fc.array(
    fc.constantFrom('a', 'b', 'é', '\ud800', '\udfff', '\ue000', '\uffff', '\u0020'),
  )
  fc.assert(
    fc.property(units, units, (one, other) => {
      const [a, b] = [one.join(''), other.join('')]
      const bytes = (text: string) => Buffer.from(indexText(text))
      const order = Math.sign(Buffer.compare(bytes(a), bytes(b)))
      if (isCut(a) || isCut(b)) return
      expect(order).toBe(a < b ? -1 : Number(a > b))
    }),
    {numRuns: 3000, seed: 1},
  )
  expect(indexText('x'.repeat(100))).toHaveLength(longestText)
})

test('leaves are scalars outside of lists and inside of one, and where there are lists and objects', () => {
  const document = {
    ...stamp,
    '_id': 'a',
    '_type': 'x',
    'n': 1,
    'yes': true,
    'none': null,
    'slug': {_type: 'slug', current: 's'},
    'tags': ['p', 'q', 'p', 1],
    'refs': [{_key: 'k', _ref: 'b', at: {deep: [1]}}],
    'body': [{_type: 'block', children: [{text: 'no'}]}],
    'a': {b: {c: {d: {e: 'fifth', f: {g: 'sixth'}}}}},
    'odd.name': 1,
  }
  expect(leavesOf(document).map(({path, value}) => [path, value])).toEqual([
    ['_createdAt', ''],
    ['_updatedAt', ''],
    ['n', 1],
    ['yes', Uint8Array.of(1)],
    ['slug', Uint8Array.of(2)],
    ['slug.current', 's'],
    ['tags', Uint8Array.of(2)],
    ['tags[]', 'p'],
    ['tags[]', 'q'],
    ['tags[]', 1],
    ['refs', Uint8Array.of(2)],
    ['refs[]._ref', 'b'],
    ['body', Uint8Array.of(2)],
    ...['a', 'a.b', 'a.b.c', 'a.b.c.d'].map((path) => [path, Uint8Array.of(2)]),
    ['a.b.c.d.e', 'fifth'],
    ['a.b.c.d.f', Uint8Array.of(2)],
  ])
})

test('types and fields with any characters in their names are told apart', async () => {
  const engine = testDataset([
    {...stamp, _id: 'one', _type: 'a b', c: 1},
    {...stamp, '_id': 'other', '_type': 'a', 'b c': 1},
    {...stamp, '_id': 'both', '_type': 'x', 'a': 'string b', 'a string': 'b'},
  ]).engine(0)
  expect(await ask(engine, '*[_type == "a b" && c == 1]._id')).toEqual(['one'])
  expect(await ask(engine, '*[_type == "a" && @["b c"] == 1]._id')).toEqual(['other'])
  expect(await ask(engine, '*[_type == "x" && a == "string b"]._id')).toEqual(['both'])
})

describe('a document that is more than an index takes', () => {
  const many = Object.fromEntries(Array.from({length: 1100}, (_, at) => [`f${at}`, at]))
  const documents = [
    {...stamp, ...many, _id: 'fields', _type: 'x', t: 'a', n: 1},
    {...stamp, _id: 'items', _type: 'x', l: Array.from({length: 300}, (_, at) => `i${at}`), n: 1},
    {...stamp, _id: 'plain', _type: 'x', t: 'a', l: ['i250'], n: 1},
  ]

  test.each([0, 200])('is found like any other, where %i are few', async (few) => {
    const engine = testDataset(documents).engine(few)
    expect(await ask(engine, '*[t == "a"]._id')).toEqual(['fields', 'plain'])
    expect(await ask(engine, '*["i250" in l]._id')).toEqual(['items', 'plain'])
    expect(await ask(engine, '*["i250" in l && n == 1] | order(n)[0...5]._id')).toEqual([
      'items',
      'plain',
    ])
    expect(await ask(engine, 'count(*[_type == "x" && n == 1])')).toBe(3)
    expect(await ask(engine, '*[n == 1] | order(t desc)[0..1]._id')).toEqual(['items', 'fields'])
  })
})

test('a file of the first format is indexed when it is opened, and told about', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(dir, 'old.sqlite')
  const store = openStore(file)
  for (let at = 0; at < 700; at++) {
    const document = {...stamp, _id: `d${at}`, _type: 'x', n: at, t: `word${at}`}
    store.transaction(() => store.put(document, 1, true))
  }
  store.close()
  const old = new DatabaseSync(file)
  old.exec(`drop table paths; drop table attributes; drop table texts; drop table words;
    drop index documents_type; create index documents_type on documents (type);
    pragma user_version = 1`)
  old.close()
  const told: string[] = []
  openDatabase(file, (done, of) => void told.push(`${done} of ${of}`)).close()
  expect(told).toEqual(['500 of 700', '700 of 700'])
  const engine = new QueryEngine(new DatabaseSync(file, {readOnly: true}))
  expect(await ask(engine, '*[n == 42]._id')).toEqual(['d42'])
  expect(await ask(engine, '*[t match "word6*" && n > 690]._id')).toHaveLength(9)
  expect(await ask(engine, 'count(*[n >= 100])')).toBe(600)
  rmSync(dir, {recursive: true})
})

test('what a transaction that was undone has made up is not taken for something that is there', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(dir, 'undone.sqlite')
  const store = openStore(file)
  const put = (...ids: readonly string[]) =>
    ids.forEach((_id) => store.put({...stamp, _id, _type: 'x', n: 1}, 1, true))
  expect(() =>
    store.transaction(() => {
      put('a', 'b')
      throw new Error('undone')
    }),
  ).toThrow('undone')
  store.transaction(() => store.put({...stamp, _id: 'other', _type: 'y', m: 1}, 1, true))
  store.transaction(() => put('a', 'b'))
  const engine = new QueryEngine(new DatabaseSync(file, {readOnly: true}))
  expect(await ask(engine, '*[n == 1]._id')).toEqual(['a', 'b'])
  expect(await ask(engine, '*[_type == "x" && n == 1]._id')).toEqual(['a', 'b'])
  store.close()
  rmSync(dir, {recursive: true})
})

import {parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {printed} from '../../lake/groq/printed.ts'
import {testDataset} from '../support/queryEngine.ts'

const documents = Array.from({length: 300}, (_, index): LakeDocument => {
  const _id = `d${String(index).padStart(3, '0')}`
  const fields = {_id, _type: index % 3 === 0 ? 'person' : 'article', rank: index, even: index % 2}
  return {...fields, author: {_ref: 'd000'}, _rev: 't', _createdAt: 'c', _updatedAt: 'u'}
})
const dataset = testDataset(documents)

async function explained(query: string, params = {}) {
  const reader = {identity: 'ada', grants: ['true'], perspective: {kind: 'raw'}} as const
  // One that has not been asked anything yet: they remember which ways were long.
  const {explain} = await dataset.engine(5).run({query, params, explain: true, ...reader})
  return explain
}

describe('the explanation of a query says by what documents are found', () => {
  test.each([
    ['*[_id == "d001"]', 'ids', 1, 1],
    ['*[_type == "article" && rank == 4]', 'index', 1, 1],
    ['*[_type == "article" && even == 1] | order(rank desc)[0...5]', 'list', 5, 5],
    ['*[even == 1][0...200]', 'field', 150, 150],
    ['*[_type == "article"]', 'type', 200, 200],
    ['*[rank * 2 > 590]', 'everything', 300, 4],
    ['*[rank * 2 > 5900]', 'everything', 300, 0],
    ['count(*[_type == "article"])', 'count', 0, null],
  ])('%s: %s', async (query, way, looked, kept) => {
    const {lookups, stored} = (await explained(query)) ?? {}
    expect(lookups?.map((each) => [each.way, each.documents, each.kept])).toEqual([
      [way, looked, kept],
    ])
    expect(stored).toBe(300)
  })

  test('and what of the filter no index knows, in its own words', async () => {
    const query = '*[_type == "article" && rank + 1 > $least && (even == 1 || lower(title) == "a")]'
    const {lookups} = (await explained(query, {least: 290})) ?? {}
    expect(lookups?.map(({notIndexed}) => notIndexed)).toEqual([
      ['rank + 1 > $least', 'even == 1 || lower(title) == "a"'],
    ])
  })

  test('a query within another is one, however often it runs', async () => {
    const query =
      '*[_type == "person" && rank < 9]{"works": count(*[rank == ^.rank + 1 && even == 1])}'
    const {lookups, followed} = (await explained(query)) ?? {}
    expect(lookups?.map(({way, times}) => [way, times])).toEqual([
      ['index', 1],
      ['index', 3],
    ])
    expect(followed).toBe(0)
  })

  test('and that groq-js had to evaluate it', async () => {
    const query = '*[_type == "person" && diff::changedAny({"a": 1}, {"a": 2}, (a))][0...2]{_id}'
    expect((await explained(query))?.evaluatedBy).toBe('groq-js')
    expect(await explained('*[0]{"by": author->_id}')).toMatchObject({
      evaluatedBy: 'lake',
      followed: 1,
    })
  })
})

test.each([
  'a == "b" && !(c > 2 || d in [1, 2])',
  '(a || b) && c',
  'count(items[].name) > 2',
  '_type in ["a", "b"]',
  'references("d1")',
  'sanity::versionOf("a")',
  'author->name match "x*"',
  '@ match text::query("words")',
  'rank in 1..10',
  'items[0].title == ^.title',
  'items[_key == "a"].text == null',
])('a condition is printed as it reads: %s', (condition) => {
  const {expr} = parse(`*[${condition}]`) as unknown as {
    readonly expr: Parameters<typeof printed>[0]
  }
  expect(printed(expr)).toBe(condition)
})

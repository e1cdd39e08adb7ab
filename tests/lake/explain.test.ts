import {parse} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {printed} from '../../lake/groq/printed.ts'
import {testDataset} from '../support/queryEngine.ts'

const documents = Array.from({length: 300}, (_, index): LakeDocument => {
  const _id = `d${String(index).padStart(3, '0')}`
  const fields = {_id, _type: index % 3 === 0 ? 'person' : 'article', rank: index, even: index % 2}
  const more = {
    title: `n${index}`,
    at: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
    ...(index === 3 ? {note: {text: 'x'}, tags: ['y']} : {}),
  }
  return {...fields, ...more, author: {_ref: 'd000'}, _rev: 't', _createdAt: 'c', _updatedAt: 'u'}
})
const dataset = testDataset(documents)

async function explained(query: string, params = {}) {
  const reader = {identity: 'ada', grants: ['true'], perspective: {kind: 'raw'}} as const
  // One that has not been asked anything yet: they remember which ways were long.
  const {explain} = await dataset.engine(5).run({query, params, explain: true, ...reader})
  return explain
}

test('nobody learns by the explanation of a query what is in documents that are hidden from them', async () => {
  const reader = {
    identity: 'vic',
    grants: ['_type != "person"'],
    perspective: {kind: 'raw'},
  } as const
  const explainedOf = async (title: string) => {
    const query = '*[_type == "person" && title == $title]'
    const asked = {query, params: {title}, explain: true, ...reader}
    return (await dataset.engine(5).run(asked)).explain
  }
  const hidden = {
    lookups: [{documents: 0, kept: 0, way: 'index', times: 1, notIndexed: []}],
    followed: 0,
    read: null,
    stored: 300,
    evaluatedBy: 'lake',
  }
  expect(await explainedOf('n0')).toMatchObject(hidden)
  expect(await explainedOf('no such title')).toMatchObject(hidden)
})

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

  test.each([
    [
      'a list of the Studio',
      `*[_type in ["article", "person"] && ([@, _id] match text::query("*") || references("")) && _type == "article"]{
        _id, "orderings": [title]
      } | order(lower(orderings[0]) asc)[0...5]`,
      [['list', 5, 5]],
    ],
    [
      'a search of the Studio',
      `*[_type in ["article", "person"]] | score(
        boost(_type in ["article"] && title match text::query("N17*"), 10),
        ([@, _id] match text::query("N17*") || references("N17"))
      )[_score > 0]{_id, "orderings": [_score]} | order(orderings[0] desc)[0...5]`,
      [['index', 11, 11]],
    ],
    ['whether a slug is free', `*[_type == "article" && title == "n1" && _id != "d002"][0]._id`],
    [
      'a list that is made before it is put in order',
      '*[_type == "article"]{_id, title, "up": author->title} | order(title desc)[0...5]',
      [['list', 5, 5]],
    ],
    ['what is there', '*[_type == "person" && defined(note.text)]', [['index', 1, 1]]],
    ['a list that is not empty', '*[count(tags) > 0]', [['index', 1, 1]]],
    [
      'how much refers to each',
      '*[_id in ["d000", "d001"]]{"n": count(*[_type == "article" && references(^._id)])}',
      [
        ['ids', 2, 2],
        ['count', 0, null],
      ],
    ],
    [
      'moments',
      '*[_type == "article" && dateTime(at) < dateTime(now())] | order(at desc)[0...5]',
      [['list', 5, 5]],
    ],
  ])('%s', async (_what, query, found = [['index', 1, 1]]) => {
    const {lookups} = (await explained(query)) ?? {}
    expect(lookups?.map((each) => [each.way, each.documents, each.kept])).toEqual(found)
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

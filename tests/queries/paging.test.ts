import {afterAll, beforeAll, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import * as contract from '../../queries/index.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'

const {firstByDate, firstById, firstByName, firstByScore} = contract
const {nextByChange, nextByDate, nextById, nextByScore, nextByTerm, nextByTitle} = contract

let house: TestLake

/** Enough of everything that each list has several pages; many share a day, a name or a score. */
const count = 1150
const numbers = Array.from({length: count}, (_, index) => String(index).padStart(4, '0'))
const dayOf = (number: string) => `2026-01-${String(1 + (Number(number) % 28)).padStart(2, '0')}`
const types = ['article', 'faqEntry', 'technique'] as const
const typeOf = (number: string) => types[Number(number) % 3] ?? 'article'
const nameOf = (number: string) => `Massage, part ${Number(number) % 7}`
const isListed = (number: string) => Number(number) % 10 !== 9

const documents: readonly JsonObject[] = numbers.flatMap((number) => {
  const _id = `page-${number}`
  const _type = typeOf(number)
  const at = `${dayOf(number)}T00:00:00.000Z`
  const title = {article: 'title', faqEntry: 'question', technique: 'name'}[_type]
  return [
    {_id, _type, [title]: nameOf(number), slug: {current: _id}, language: 'en'},
    {
      _id: `review-${_id}`,
      _type: 'review',
      subject: {_type: 'reference', _ref: _id, _weak: true},
      subjectType: _type,
      slug: _id,
      language: 'en',
      title: nameOf(number),
      sites: [],
      populations: ['population'],
      live: true,
      indexed: isListed(number),
      topics: ['sleepHabits'],
      firstPublishedAt: at,
      lastChangedAt: at,
      lastReviewed: dayOf(number),
      signOffs: [{reviewer: {name: 'Ada', personId: 'ada'}, credentials: []}],
      marks: [],
      publications: [],
      pastSlugs: [`was-${number}`],
    },
    {_id: `term-${number}`, _type: 'glossaryTerm', term: nameOf(number), plainDefinition: 'It is.'},
  ]
})

beforeAll(async () => {
  house = await openTestLake()
  const mutations = documents.map((document) => ({create: document}))
  const operator = {kind: 'operator', userId: 'operator', roles: ['administrator']} as const
  await house.lake.dataset('production').mutate(operator, {mutations})
})
afterAll(() => house.close())

type Row = JsonObject & {readonly _id: string}
type Next = (rows: readonly never[]) => JsonObject | null

/** Every row of a list, page by page. */
async function walked(query: string, params: JsonObject, first: JsonObject, next: Next) {
  const ids: string[] = []
  const sizes: number[] = []
  for (let cursor: JsonObject | null = first; cursor !== null;) {
    const asked = {query, params: {...params, ...cursor}, perspective: 'published'}
    const {result} = await house.lake.dataset('production').query({kind: 'anonymous'}, asked)
    const rows = result as readonly (Row | string)[]
    ids.push(...rows.map((row) => (typeof row === 'string' ? row : row._id)))
    sizes.push(rows.length)
    cursor = next(rows as never)
  }
  return {ids, sizes}
}

const ofType = (type: string) => (number: string) => typeOf(number) === type
const newestFirst = (number: string) => String(99 - Number(dayOf(number).slice(-2)))
const here = {language: 'en', site: null}
const pages = (number: string) => `page-${number}`

interface Case {
  readonly query: Extract<keyof typeof contract, `${string}Query`>
  readonly params: JsonObject
  readonly first: JsonObject
  readonly next: Next
  readonly isIn?: (number: string) => boolean
  /** What rows are ordered by, before their ids. */
  readonly key?: (number: string) => string
}

const byDate = {first: firstByDate, next: nextByDate, key: newestFirst}

test.each<Case>([
  {query: 'newestQuery', params: {...here, type: 'article'}, ...byDate, isIn: ofType('article')},
  {query: 'byTopicQuery', params: {...here, topic: 'sleepHabits'}, ...byDate},
  {query: 'byPopulationQuery', params: {...here, population: 'population'}, ...byDate},
  {query: 'reviewedByQuery', params: {...here, person: 'ada'}, ...byDate},
  {query: 'whatChangedQuery', params: here, ...byDate, next: nextByChange},
  {
    query: 'byTitleQuery',
    params: {...here, type: 'technique'},
    first: firstByName,
    next: nextByTitle,
    isIn: ofType('technique'),
    key: nameOf,
  },
  {
    query: 'searchQuery',
    params: {...here, words: 'part 3'},
    first: firstByScore,
    next: nextByScore,
    isIn: (number) => nameOf(number).endsWith('3'),
  },
  {query: 'sitemapQuery', params: here, first: firstById, next: nextById},
])('$query goes through everything that is listed once, in order', async (given) => {
  const {query, params, first, next, isIn = () => true, key = () => ''} = given
  const expected = numbers
    .filter((number) => isListed(number) && isIn(number))
    .toSorted((one, other) => (key(one) + one < key(other) + other ? -1 : 1))
    .map(pages)
  const {ids, sizes} = await walked(contract[query], params, first, next)
  expect(sizes.length).toBeGreaterThan(1)
  expect(ids).toEqual(expected)
})

test('words of the glossary, redirects and pages to verify leave nothing out', async () => {
  const terms = await walked(contract.glossaryQuery, {}, firstByName, nextByTerm)
  expect(terms.ids).toEqual(
    numbers
      .toSorted((one, other) => (nameOf(one) + one < nameOf(other) + other ? -1 : 1))
      .map((number) => `term-${number}`),
  )
  const redirects = await walked(contract.redirectsQuery, here, firstById, nextById)
  expect(redirects.ids).toEqual(numbers.map(pages))
  const ids = await walked(contract.pageIdsQuery, {}, firstById, nextById)
  expect(ids).toEqual({ids: numbers.map(pages), sizes: [1000, 150]})
})

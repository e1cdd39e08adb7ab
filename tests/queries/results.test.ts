import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import * as contract from '../../queries/index.ts'
import {misfits, queryType} from './support/queryType.ts'
import {openStarterLake, type StarterLake} from './support/starterLake.ts'

let lake: StarterLake

beforeAll(async () => {
  lake = await openStarterLake()
  const operator = {kind: 'operator', userId: 'operator', roles: ['administrator']} as const
  const site = {_id: 'site-main', _type: 'site', name: 'Restwell', url: 'https://restwell.example'}
  await lake.dataset.mutate(operator, {mutations: [{create: {...site, language: 'en'}}]})
})
afterAll(() => lake.close())

const {firstByDate, firstByName, firstByScore} = contract
const here = {site: null, language: 'en'}

type QueryName = Extract<keyof typeof contract, `${string}Query`>

/** Every query of the contract, with what it is asked, and for which part of the answer to expect something. */
const asked: {readonly [name in QueryName]: readonly JsonObject[]} = {
  articleQuery: [
    {...here, slug: 'a-calmer-evening'},
    {...here, slug: 'massage-and-sleep'},
  ],
  faqEntryQuery: [{...here, slug: 'massage-tonight'}],
  techniqueQuery: [{...here, slug: 'chair'}],
  byTitleQuery: [{...here, ...firstByName, type: 'technique'}],
  newestQuery: ['article', 'faqEntry', 'technique'].map((type) => ({
    ...here,
    ...firstByDate,
    type,
  })),
  byTopicQuery: [{...here, ...firstByDate, topic: 'sleepHealthGeneral'}],
  byPopulationQuery: [{...here, ...firstByDate, population: 'population-general-public'}],
  whatChangedQuery: [{...here, ...firstByDate}],
  searchQuery: [{...here, ...firstByScore, words: 'massage'}],
  topicsQuery: [here],
  populationsQuery: [{}],
  populationQuery: [{population: 'population-children'}],
  glossaryQuery: [firstByName],
  siteQuery: [{site: 'site-main'}],
  personQuery: [{slug: 'demo-sleep'}, {slug: 'demo-editor'}],
  reviewedByQuery: [{...here, ...firstByDate, person: 'person-demo-sleep'}],
  sitemapQuery: [{...here, afterId: ''}],
  redirectQuery: [{...here, type: 'article', slug: 'nowhere'}],
  redirectsQuery: [{...here, afterId: ''}],
  pageIdsQuery: [{afterId: ''}],
  pagesToVerifyQuery: [{ids: ['article-a-calmer-evening', 'technique-chair']}],
}

const cases = (Object.entries(asked) as [QueryName, readonly JsonObject[]][]).flatMap(
  ([name, all]) => all.map((params) => [name, params] as const),
)

test('every query is asked', () => {
  const queries = Object.keys(contract).filter((name) => name.endsWith('Query'))
  expect(Object.keys(asked).sort()).toEqual(queries.sort())
})

describe.each(cases)('%s %j', (name, params) => {
  const query = contract[name]

  test.each(['read', 'previewed'] as const)('fits its type when it is %s', async (as) => {
    const answer = await lake[as](query, params)
    expect(misfits(answer, queryType(query))).toEqual([])
  })

  test('has an answer', async () => {
    const answer = await lake.previewed(query, params)
    const isEmpty = answer === null || (Array.isArray(answer) && answer.length === 0)
    expect(isEmpty).toBe(name.startsWith('redirect'))
  })
})

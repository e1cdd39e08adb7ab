import {type ConfigContext, type Tool} from 'sanity'
import {describe, expect, test} from 'vitest'
import {queryPlan} from '../../plugins/query-plan/index.ts'
import {askedByVision} from '../../plugins/query-plan/studio/asked.ts'
import {type Lookup, type Plan} from '../../plugins/query-plan/studio/plan.ts'
import {summaryOf} from '../../plugins/query-plan/studio/summary.ts'
import {english} from '../../plugins/query-plan/studio/words.ts'

const plan = (...lookups: readonly Partial<Lookup>[]): Plan => ({
  lookups: lookups.map((lookup) => ({
    way: 'index',
    by: 'slug.current ["a"]',
    times: 1,
    documents: 0,
    kept: 0,
    notIndexed: [],
    ...lookup,
  })),
  followed: 0,
  read: 0,
  stored: 25_403,
  ms: 1,
  evaluatedBy: 'lake',
})

describe('the summary of a plan', () => {
  test.each<[string, Plan, string, string | null]>([
    ['nothing is looked up', plan(), 'says.nothing', null],
    ['an index counts', plan({way: 'count', kept: null}), 'says.count', null],
    ['an index finds few', plan({documents: 20, kept: 1}), 'says.index', null],
    ['all are wanted', plan({way: 'type', documents: 900, kept: 900}), 'says.type', null],
    [
      'most go by the wayside',
      plan({way: 'everything', documents: 900, kept: 9}),
      'says.everything',
      'advice.type',
    ],
    [
      'no index knows of a condition',
      plan({way: 'type', documents: 900, kept: 9, notIndexed: ['lower(title) == "a"']}),
      'says.type',
      'advice.notIndexed',
    ],
    [
      'a query within runs often',
      plan({documents: 3, kept: 3}, {documents: 900, kept: 9, times: 450}),
      'says.index',
      'advice.within',
    ],
    [
      'groq-js has to be asked',
      {...plan({way: 'everything', documents: 900, kept: null}), evaluatedBy: 'groq-js'},
      'says.everything',
      'advice.groqJs',
    ],
  ])('when %s', (_, of, said, advice) => {
    const {said: sentence, advice: given} = summaryOf(of)
    expect([sentence.key, given?.key ?? null]).toEqual([said, advice])
    for (const key of [said, ...(advice === null ? [] : [advice])])
      expect([key, `${key}_other`].some((form) => form in english)).toBe(true)
  })
})

test('what Vision asks is known by its address, and nothing else is', () => {
  const url = (path: string) => `http://localhost:3333${path}`
  const query = 'query=*%5B_id+%3D%3D+%24id%5D&%24id=%22a%22&perspective=drafts'
  expect(
    askedByVision(url(`/v2025-02-19/data/query/production?${query}&tag=sanity.studio.vision`)),
  ).toEqual({
    apiVersion: '2025-02-19',
    dataset: 'production',
    query: {query: '*[_id == $id]', $id: '"a"', perspective: 'drafts'},
  })
  for (const path of [
    `/v2025-02-19/data/query/production?${query}&tag=sanity.studio.plan`,
    '/v2025-02-19/data/query/production?tag=sanity.studio.vision',
    `/v2025-02-19/data/listen/production?${query}&tag=sanity.studio.vision`,
    '/static/vision',
  ])
    expect(askedByVision(url(path))).toBe(null)
})

test('the plan stands below Vision and below nothing else', () => {
  const {tools} = queryPlan()
  if (typeof tools !== 'function') return expect.fail('it changes what is there')
  const [structure, vision] = ['structure', 'vision'].map(
    (name) => ({name, title: name, component: () => null}) as unknown as Tool,
  )
  if (structure === undefined || vision === undefined) return expect.fail('there are two')
  const context = {} as ConfigContext
  const [first, second] = tools([structure, vision], context)
  expect(first).toBe(structure)
  expect(second).toMatchObject({name: 'vision', title: 'vision'})
  expect(second?.component).not.toBe(vision.component)
  expect(tools([vision], context)[0]?.component).toBe(second?.component)
})

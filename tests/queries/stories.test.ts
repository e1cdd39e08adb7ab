import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Json, type JsonObject} from '../../lake/document.ts'
import * as contract from '../../queries/index.ts'
import {
  article,
  command,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

const {firstByDate, firstByName, firstByScore, firstById} = contract

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(() => house.close())

const trial = {
  _id: 'trial',
  _type: 'researchCitation',
  retraction: {_type: 'retractionCheck', status: 'noneFound', checkedOn: '2026-05-30'},
}

/** Words of a page, signed and in front of readers. */
async function publish(id: string, fields: JsonObject) {
  const {dataset, people} = house
  const words = {...article(`drafts.${id}`), language: 'en', ...fields}
  await dataset.mutate(people.editor, {mutations: [{createOrReplace: words}]})
  await signOff(house, people.therapist, id)
  await dataset.act(people.editor, {actions: [publishAction(id)]})
}

async function read(query: string, params: JsonObject): Promise<Json> {
  const asked = {query, params, perspective: 'published'}
  return (await house.dataset.query({kind: 'anonymous'}, asked)).result
}

const here = {language: 'en', site: null}

async function verdictOn(id: string) {
  const rows = await read(contract.pagesToVerifyQuery, {ids: [id]})
  return contract.verify((rows as unknown as readonly contract.PageToVerify[])[0])
}

test('a page that moved is found from every address that it had', async () => {
  await publish('moved', {slug: {current: 'first'}})
  await publish('moved', {slug: {current: 'second'}})
  await publish('moved', {slug: {current: 'third'}})
  const from = (slug: string) => read(contract.redirectQuery, {...here, type: 'article', slug})
  const there = {_type: 'article', slug: 'third'}
  expect([await from('first'), await from('second'), await from('third')]).toEqual([
    there,
    there,
    null,
  ])
  expect(await read(contract.redirectsQuery, {...here, ...firstById})).toEqual([
    {_id: 'moved', ...there, pastSlugs: ['first', 'second']},
  ])
  await command(house, house.people.editor, 'withdraw', 'moved', {reason: 'It is wrong.'})
  expect(await from('first')).toBeNull()
})

test('news of a retraction reaches readers at once: the page says so, or no list has it, and it verifies', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {mutations: [{create: trial}]})
  const source = {_type: 'reference', _ref: 'trial'}
  await publish('plain', {slug: {current: 'plain'}, source})
  await publish('pain', {slug: {current: 'pain'}, source, topics: ['painMusculoskeletal']})
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'trial', set: {'retraction.status': 'retracted'}}}],
  })
  const lists: readonly (readonly [string, JsonObject])[] = [
    [contract.newestQuery, {...firstByDate, type: 'article'}],
    [contract.byTitleQuery, {...firstByName, type: 'article'}],
    [contract.byTopicQuery, {...firstByDate, topic: 'sleepHealthGeneral'}],
    [contract.whatChangedQuery, firstByDate],
    [contract.reviewedByQuery, {...firstByDate, person: 'person-therapist'}],
    [contract.searchQuery, {...firstByScore, words: 'lights'}],
    [contract.sitemapQuery, firstById],
  ]
  const found = await Promise.all(
    lists.map(async ([query, params]) => {
      const rows = (await read(query, {...here, ...params})) as readonly JsonObject[]
      return rows.map(({_id}) => _id)
    }),
  )
  expect(found).toEqual(lists.map(() => ['plain']))
  const consequences = await Promise.all(
    ['plain', 'pain'].map(async (id) => {
      const verdict = await verdictOn(id)
      return verdict.valid ? verdict.marks.map(({consequence}) => consequence) : verdict.problems
    }),
  )
  expect(consequences).toEqual([['mark'], ['deindex']])
})

test('a page is on the sites that it names, and on every site when it names none', async () => {
  const site = (_id: string) => ({_id, _type: 'site', name: _id, url: 'https://x.example'})
  await house.dataset.mutate(house.operator, {
    mutations: [{create: site('site-a')}, {create: site('site-b')}],
  })
  const sites = [{_type: 'reference', _key: 'a', _ref: 'site-a'}]
  await publish('everywhere', {slug: {current: 'everywhere'}})
  await publish('here', {slug: {current: 'here'}, sites})
  const on = async (wanted: string | null) => {
    const params = {language: 'en', site: wanted, ...firstByName, type: 'article'}
    const rows = (await read(contract.byTitleQuery, params)) as readonly JsonObject[]
    const page = await read(contract.articleQuery, {slug: 'here', site: wanted})
    return [rows.map(({_id}) => _id), page !== null]
  }
  expect([await on('site-a'), await on('site-b'), await on(null)]).toEqual([
    [['everywhere', 'here'], true],
    [['everywhere'], false],
    [['everywhere'], false],
  ])
})

test('a page with a picture verifies for readers, and not with another picture', async () => {
  const asset = {
    _id: 'image-abc-10x10-png',
    _type: 'sanity.imageAsset',
    url: 'https://x.example/abc.png',
    sha1hash: 'abc',
  }
  await house.dataset.mutate(house.operator, {mutations: [{create: asset}]})
  await publish('page', {image: {asset: {_type: 'reference', _ref: asset._id}}})
  expect((await verdictOn('page')).valid).toBe(true)
  const rows = await read(contract.pagesToVerifyQuery, {ids: ['page']})
  const other = JSON.parse(JSON.stringify(rows).replace('"sha1hash":"abc"', '"sha1hash":"abd"'))
  const verdict = contract.verify(other[0] as contract.PageToVerify)
  expect(verdict.valid ? [] : verdict.problems.map(({code}) => code)).toEqual(['shownChanged'])
})

test('what is down or was never signed is nowhere', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{create: {...article('drafts.never'), slug: {current: 'never'}}}],
  })
  await publish('down', {slug: {current: 'down'}})
  await command(house, people.editor, 'withdraw', 'down', {reason: 'It is wrong.'})
  const answers = await Promise.all([
    read(contract.articleQuery, {slug: 'never', site: null}),
    read(contract.articleQuery, {slug: 'down', site: null}),
    read(contract.sitemapQuery, {...here, ...firstById}),
    read(contract.pageIdsQuery, firstById),
    read(contract.pagesToVerifyQuery, {ids: ['never', 'down']}),
  ])
  expect(answers).toEqual([null, null, [], [], []])
})

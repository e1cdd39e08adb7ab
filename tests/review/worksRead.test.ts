import {afterEach, beforeEach, expect, test} from 'vitest'
import {checkActions} from '../../plugins/review-workflow/studio/works/checks.ts'
import {type WorksRead} from '../../plugins/review-workflow/studio/reads.ts'
import {
  article,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

const work = (id: string, title: string, retraction: object) => ({
  create: {
    _id: id,
    _type: 'researchCitation',
    csl: {title},
    identifiers: {doi: `10.1000/${id}`},
    retraction: {_type: 'retractionCheck', ...retraction},
  },
})

const citing = (...ids: readonly string[]) => ({
  sources: ids.map((id) => ({_key: id, _type: 'reference', _ref: id})),
})

beforeEach(async () => {
  house = await openReviewedLake()
  await house.dataset.mutate(house.people.editor, {
    mutations: [
      work('fresh', 'Looked up', {status: 'noneFound', checkedOn: '2026-05-30', source: 'pubmed'}),
      work('old', 'Looked up long ago', {status: 'corrected', checkedOn: '2026-01-01'}),
      work('unseen', 'Never looked up', {status: 'notChecked'}),
      work('other', 'Never looked up either', {status: 'notChecked'}),
      work('gone', 'Retracted', {status: 'retracted', checkedOn: '2026-05-01'}),
      {create: {...article('drafts.page'), ...citing('fresh', 'unseen', 'gone')}},
      {
        create: {
          ...article('drafts.grave', 'Massage in pregnancy'),
          declaredTopics: ['pregnancy'],
          ...citing('old', 'fresh', 'other'),
        },
      },
    ],
  })
})
afterEach(() => house.close())

const worksOf = (id: string) =>
  house.dataset.read(house.people.editor, 'works', id) as unknown as WorksRead

const needs = (id: string) =>
  worksOf(id).works.map(({title, need, days, pages}) => [title, need, days, pages])

test('what keeps a page from going live comes first, then what nobody has ever looked up', () => {
  expect(needs('all')).toEqual([
    ['Never looked up either', 'wanted', 7, 1],
    ['Looked up long ago', 'wanted', 7, 1],
    ['Never looked up', 'never', null, 1],
  ])
})

test('a page has all its works that still stand, with what is known of them', () => {
  expect(worksOf('grave').page).toEqual({
    id: 'grave',
    type: 'article',
    title: 'Massage in pregnancy',
  })
  expect(needs('page')).toEqual([
    ['Never looked up', 'never', null, 1],
    ['Looked up', 'none', null, 2],
  ])
  expect(worksOf('page').works.at(-1)).toEqual({
    id: 'fresh',
    title: 'Looked up',
    doi: '10.1000/fresh',
    pmid: '',
    url: '',
    status: 'noneFound',
    checkedOn: '2026-05-30',
    source: 'pubmed',
    revision: expect.any(String),
    draft: false,
    pages: 2,
    days: null,
    need: 'none',
  })
  expect(worksOf('nothing-here')).toEqual({page: null, works: []})
})

test('looks are recorded all at once, and ask nobody for a signature', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'drafts.page', set: citing('fresh', 'unseen')}}],
  })
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
  const {works} = worksOf('all')
  await dataset.act(people.editor, {
    actions: checkActions({works, source: 'crossref', on: '2026-06-01'}),
  })
  const retraction = (id: string) => dataset.store.document(id)?.['retraction']
  const seen = {_type: 'retractionCheck', checkedOn: '2026-06-01', source: 'crossref'}
  expect(retraction('unseen')).toEqual({...seen, status: 'noneFound'})
  expect(retraction('other')).toEqual({...seen, status: 'noneFound'})
  expect(retraction('old')).toEqual({...seen, status: 'corrected'})
  expect(dataset.store.document('drafts.unseen')).toBeNull()
  expect(worksOf('all').works).toEqual([])
  expect(dataset.store.ledger('page').map(({kind}) => kind)).toContain('carried')
})

test('a work that changed since it was listed is not recorded, and neither are the others', async () => {
  const {dataset, people} = house
  const {works} = worksOf('all')
  await dataset.mutate(people.editor, {
    mutations: [{patch: {id: 'old', set: {'csl.title': 'Another title'}}}],
  })
  const looks = checkActions({works, source: 'crossref', on: '2026-06-01'})
  await expect(dataset.act(people.editor, {actions: looks})).rejects.toThrow()
  expect(dataset.store.document('unseen')?.['retraction']).toEqual({
    _type: 'retractionCheck',
    status: 'notChecked',
  })
})

test('a work with a draft says so', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{create: {_id: 'drafts.old', _type: 'researchCitation', csl: {title: 'New'}}}],
  })
  expect(worksOf('all').works.map(({id, draft}) => [id, draft])).toEqual([
    ['other', false],
    ['old', true],
    ['unseen', false],
  ])
})

import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {
  article,
  openReviewedLake,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(() => house.close())

const reader: Actor = {kind: 'anonymous'}
const write = (...mutations: readonly JsonObject[]) =>
  house.dataset.mutate(house.people.editor, {mutations})

const editor = {_type: 'reference', _ref: 'person-editor'}

describe('how a query was answered does not tell a reader of documents that are not theirs', () => {
  // One document more or less decides by which way they are found.
  const often = (condition: string) =>
    `*[${Array.from({length: 201}, () => condition).join(' || ')}][0...5]`

  test.each<[string, string, JsonObject]>([
    ['a word of a draft', 'title match "zolpidem"', {...article('drafts.page'), title: 'Zolpidem'}],
    ['what a draft refers to', `references("${editor._ref}")`, {...article('drafts.page'), editor}],
    ['that there is a draft', 'sanity::versionOf("page")', article('drafts.page')],
    ['what a release has', 'sanity::partOfRelease("rSecret")', article('versions.rSecret.page')],
    [
      'a word of what is private',
      'text match "zolpidem"',
      {_id: 'c', _type: 'comment', text: 'Zolpidem'},
    ],
  ])('%s', async (_what, condition, document) => {
    const explained = async () =>
      (await house.dataset.query(reader, {query: often(condition), explain: true})).explain
    const before = await explained()
    await write({create: document})
    expect(await explained()).toEqual(before)
  })
})

describe('what a live page shows cannot be cut off from it behind the lake’s back', () => {
  const weak = (_ref: string) => ({_type: 'reference', _ref, _weak: true})

  test.each(['page', 'box'])('where %s refers to it', async (source) => {
    const {dataset, people} = house
    await write(
      {create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask a clinician.'}},
      {create: {_id: 'box', _type: 'disclaimer', text: 'See below.', more: weak('disclaimer')}},
      {create: {...article('drafts.page'), shown: weak('box'), also: weak('disclaimer')}},
    )
    await write({patch: {id: 'drafts.page', unset: source === 'box' ? ['also'] : ['shown']}})
    await signOff(house, people.therapist, 'page')
    await dataset.act(people.editor, {actions: [publishAction('page')]})
    const file = new DatabaseSync(dataset.store.file)
    file.exec(`delete from edges where source = '${source}'`)
    file.close()
    // As when the lake starts.
    dataset.serving.judge()
    await dataset.serving.settle()
    const change = write({patch: {id: 'disclaimer', set: {text: 'No need to ask.'}}})
    expect(await refusalOf(change)).toEqual(['pagesNeedSignOff'])
  })
})

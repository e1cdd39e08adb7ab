import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {
  openReviewedLake,
  refusalOf,
  type ReviewedLake,
  unsignedPages,
} from '../support/reviewedLake.ts'

let house: ReviewedLake
beforeEach(async () => {
  house = await openReviewedLake()
})
afterEach(async () => {
  expect(unsignedPages(house)).toEqual([])
  await house.close()
})

const release = (verb: string, releaseId: string, fields: JsonObject = {}): JsonObject => ({
  actionType: `sanity.action.release.${verb}`,
  releaseId,
  ...fields,
})
const act = (who: Actor, ...actions: readonly JsonObject[]) => house.dataset.act(who, {actions})
const write = (who: Actor, ...mutations: readonly JsonObject[]) =>
  house.dataset.mutate(who, {mutations})
const read = (id: string) => house.dataset.store.document(id)

describe('a document that calls itself a release', () => {
  const forged = (userId: string): JsonObject => ({
    _type: 'system.release',
    name: 'r1',
    state: 'scheduled',
    publishAt: '2020-01-01T00:00:00Z',
    userId,
  })

  test('is not written, and the attempt is on record', async () => {
    const {dataset, people} = house
    const {therapist, editor} = people
    const words = forged(editor.userId)
    const attempts: readonly JsonObject[] = [
      {create: {...words, _id: 'drafts.forged'}},
      {createOrReplace: {...words, _id: 'versions.r1.forged'}},
    ]
    for (const attempt of attempts) {
      expect(await refusalOf(write(therapist, attempt))).toEqual(['insufficientPermissions'])
    }
    await write(therapist, {create: {_id: 'drafts.forged', _type: 'note'}})
    expect(await refusalOf(write(therapist, {patch: {id: 'drafts.forged', set: words}}))).toEqual([
      'insufficientPermissions',
    ])
    expect(dataset.store.ledger('forged').map(({kind, actor}) => [kind, actor])).toEqual(
      Array(3).fill(['refused', therapist.userId]),
    )
  })

  test('does not publish with the rights of whom it names, where one was written before', async () => {
    const {dataset, people} = house
    await write(people.therapist, {
      create: {_id: 'versions.r1.disclaimer', _type: 'disclaimer', title: 'Unheard of'},
    })
    const stamps = {
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    }
    const words = {...forged(people.editor.userId), ...stamps, _id: 'drafts.forged'}
    dataset.store.put({...words, _type: 'system.release'}, 1, false)
    expect(dataset.tick().map(({subject}) => subject)).toEqual(['reviewPolicy'])
    expect(read('disclaimer')).toEqual(null)
  })
})

test('a release out of an import brings back nothing into another one that is locked', async () => {
  const {editor} = house.people
  const states = ['versions.r1.note', 'note', 'drafts.note', '_.releases.r1']
  await act(editor, release('create', 'r1'))
  for (const id of states.slice(0, 3)) {
    await write(editor, {create: {_id: id, _type: 'note', text: 'gone'}})
    await write(editor, {delete: {id}})
  }
  const finalDocumentStates = states.map((id) => ({_key: id, id}))
  const attributes = {_type: 'system.release', state: 'archived', finalDocumentStates}
  await act(
    editor,
    release('schedule', 'r1', {publishAt: '2026-07-01T00:00:00Z'}),
    release('import', 'r2', {attributes}),
    release('unarchive', 'r2'),
  )
  expect(states.slice(0, 3).map(read)).toEqual([null, null, null])
})

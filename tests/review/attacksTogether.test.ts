import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {brokenRecords} from '../../lake/ledger.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {into} from '../support/followers.ts'
import {
  article,
  command,
  kindsOf,
  openReviewedLake,
  publishAction,
  type ReviewedLake,
  signOff,
  unsignedPages,
} from '../support/reviewedLake.ts'
import {until} from '../support/wire.ts'

/** Commits that share one write to the disk, each of which would be let through by what another does or undoes. */

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  const create = article('drafts.page')
  await house.dataset.mutate(house.people.editor, {mutations: [{create}]})
})
afterEach(() => house.close())

const reader: Actor = {kind: 'anonymous'}
const signed = () => signOff(house, house.people.therapist, 'page')
const publish = () => house.dataset.act(house.people.editor, {actions: [publishAction('page')]})
const rewrite = (dryRun = false) =>
  house.dataset.mutate(house.people.editor, {
    mutations: [{patch: {id: 'drafts.page', set: {title: 'Cures everything'}}}],
    dryRun,
  })

/** What became of each, in order. */
async function outcomes(...attempts: readonly Promise<unknown>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(attempts)
  return settled.map((each) => {
    if (each.status === 'fulfilled') return 'done'
    return each.reason instanceof LakeError ? each.reason.code : String(each.reason)
  })
}

async function served() {
  const query = '*[_type == "article"].title'
  return (await house.dataset.query(reader, {query})).result
}

function isSound() {
  const {store} = house.dataset
  return [unsignedPages(house), brokenRecords(store.wholeLedger())]
}

describe('commits that share a write', () => {
  test('publish no words that another of them put there', async () => {
    await signed()
    expect(await outcomes(rewrite(), publish())).toEqual(['done', 'refused'])
    expect([await served(), isSound()]).toEqual([[], [[], []]])
  })

  test('rest on no sign-off that another of them took back', async () => {
    await signed()
    const revoke = command(house, house.people.therapist, 'revoke', 'page', {reason: 'I erred.'})
    expect(await outcomes(revoke, publish())).toEqual(['done', 'refused'])
    expect([await served(), isSound()]).toEqual([[], [[], []]])
  })

  test('do not judge by words that were only tried', async () => {
    await signed()
    expect(await outcomes(rewrite(true), publish())).toEqual(['done', 'done'])
    expect([await served(), isSound()]).toEqual([['A calm evening'], [[], []]])
  })

  test('leave nothing of one that was refused, and tell nobody of it', async () => {
    const {dataset, people} = house
    const events: ListenEvent[] = []
    dataset.listen(reader, {query: '*', includeResult: true}, into(events))
    const page = article('page', 'Cures everything')
    const create = (...documents: readonly {readonly _id: string; readonly _type: string}[]) =>
      dataset.mutate(people.editor, {mutations: documents.map((create) => ({create}))})
    const before = kindsOf(house, 'page')
    expect(
      await outcomes(
        create({_id: 'first', _type: 'note'}, page),
        create({_id: 'second', _type: 'note'}),
        create(page),
      ),
    ).toEqual(['refused', 'done', 'refused'])
    expect(
      await house.dataset.query(reader, {query: '*[_type in ["note", "article"]]._id'}),
    ).toMatchObject({result: ['second']})
    await until('the event', () => events.length > 0)
    expect([events.map(({documentId}) => documentId), isSound()]).toEqual([['second'], [[], []]])
    expect(kindsOf(house, 'page').slice(before.length)).toEqual(['refused', 'refused'])
  })
})

describe('a role that ended', () => {
  const set = {title: 'Cures everything'}
  test.each<[string, JsonObject]>([
    ['while the write waited', {id: 'drafts.page', set}],
    ['while what it is about was looked for', {query: '*[_id == "drafts.page"]', set}],
  ])('%s writes nothing', async (_when, patch) => {
    const {dataset, lake, people} = house
    const mutations = [{patch}]
    const attempt = outcomes(dataset.mutate(people.editor, {mutations}))
    lake.accounts.setRole(people.editor.userId, 'viewer')
    expect([await attempt, dataset.store.document('drafts.page')?.['title']]).toEqual([
      ['sessionNotFound'],
      article('page')['title'],
    ])
  })
})

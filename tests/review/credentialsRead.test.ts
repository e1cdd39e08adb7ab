import {afterEach, beforeEach, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  article,
  command,
  openReviewedLake,
  type Person,
  projectionOf,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {create: article('drafts.plain', 'Plain')},
      {create: {...article('drafts.pain', 'Pain'), topics: ['painMusculoskeletal']}},
      {create: article('drafts.both', 'Both')},
    ],
  })
  for (const [id, ...signers] of [
    ['plain', people.therapist],
    ['pain', people.therapist],
    ['both', people.therapist, people.sleep],
  ] as const) {
    for (const signer of signers) await signOff(house, signer, id)
    await dataset.act(people.editor, {actions: [publishAction(id)]})
  }
})
afterEach(() => house.close())

interface Line {
  readonly id: string
  readonly pages: readonly JsonObject[]
}

const lines = (who: Person, id: string) =>
  (house.dataset.read(who, 'credentials', id) as unknown as {readonly credentials: readonly Line[]})
    .credentials

test('a credential tells every page that it would hit, and how hard, before it does', async () => {
  const {dataset, people} = house
  const [therapist, ...others] = lines(people.registrar, 'credential.therapist')
  const page = (id: string, title: string, riskClass: string) => ({
    ...{id, type: 'article', title, riskClass},
  })
  const fate = (onExpiry: string, onSuspend: string, onRevoke: string) => ({
    ...{onExpiry, onSuspend, onRevoke},
  })
  expect(others).toEqual([])
  expect([...(therapist?.pages ?? [])].sort(byId)).toEqual([
    {...page('both', 'Both', 'R2'), ...fate('none', 'none', 'none')},
    {...page('pain', 'Pain', 'R3'), ...fate('mark', 'deindex', 'withdraw')},
    {...page('plain', 'Plain', 'R2'), ...fate('none', 'mark', 'deindex')},
  ])
  await command(house, people.registrar, 'revokeCredential', 'credential.therapist', {
    reason: 'The board took it back.',
  })
  expect(projectionOf(house, 'both')).toMatchObject({live: true, indexed: true, marks: []})
  expect(projectionOf(house, 'plain')).toMatchObject({live: true, indexed: false})
  expect(dataset.store.document('pain')).toBe(null)
})

test('of one credential its holder and its keepers are told, and nobody else', () => {
  const {administrator, registrar, therapist, sleep, editor} = house.people
  const told = [administrator, registrar, therapist, sleep, editor].map(
    (who) => lines(who, 'all').filter(({id}) => id === 'credential.therapist').length,
  )
  expect(told).toEqual([1, 1, 1, 0, 0])
})

function byId(one: JsonObject, other: JsonObject): number {
  return String(one['id']).localeCompare(String(other['id']))
}

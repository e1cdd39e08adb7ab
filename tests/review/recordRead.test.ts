import {afterEach, beforeEach, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  defaultPolicy,
  policyHash,
  policyVersion,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  article,
  command,
  openReviewedLake,
  password,
  type Person,
  publishAction,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  const retraction = {_type: 'retractionCheck', status: 'noneFound', checkedOn: '2026-05-30'}
  const source = {_type: 'reference', _ref: 'trial'}
  await dataset.mutate(people.editor, {
    mutations: [
      {create: {_id: 'trial', _type: 'researchCitation', csl: {title: 'A trial'}, retraction}},
      {create: {...article('drafts.page'), source}},
    ],
  })
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
})
afterEach(() => house.close())

interface Record {
  readonly type: string
  readonly title: string
  readonly titles: JsonObject
  readonly marks: readonly JsonObject[]
  readonly indexed: boolean
  readonly policyVersion: string
  readonly policyHash: string
  readonly events: readonly {
    readonly kind: string
    readonly name: string | null
    readonly by: string | null
    readonly actor: string
  }[]
}

const record = (id: string, who: Person = house.people.editor) =>
  house.dataset.read(who, 'record', id) as unknown as Record

test('what the server records by itself is told with who set it off, and what it is about by its title', async () => {
  const {dataset, people} = house
  const status = {'retraction.status': 'expressionOfConcern', 'retraction.checkedOn': '2026-05-31'}
  await dataset.mutate(people.editor, {mutations: [{patch: {id: 'trial', set: status}}]})
  await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {
    reason: 'The board told us.',
  })
  const {events, titles} = record('page')
  expect(events.map(({kind, name}) => [kind, name])).toEqual([
    ['signedOff', 'therapist'],
    ['published', 'editor'],
    ['carried', 'editor'],
    ['marked', 'editor'],
    ['marked', 'registrar'],
  ])
  expect(titles).toEqual({
    'trial': 'A trial',
    'credential.therapist': 'Board Certified in Therapeutic Massage & Bodywork (BCTMB), NCBTMB',
  })
})

test('the bad news that stands against a live page is told with it', async () => {
  const {clock, people} = house
  expect([record('page').marks, record('page').indexed]).toEqual([[], true])
  await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {
    reason: 'The board told us.',
  })
  expect([record('page').marks, record('page').indexed]).toEqual([
    [
      {
        trigger: 'credentialSuspended',
        about: 'credential.therapist',
        at: clock.time,
        consequence: 'mark',
      },
    ],
    true,
  ])
})

test('a page that the policy takes down comes down once, by the policy, after what somebody did', async () => {
  const {dataset, people} = house
  const {consequences} = defaultPolicy
  const down = {R2: 'withdraw', R3: 'withdraw', R4: 'withdraw'}
  const credentialSuspended = {...consequences.credentialSuspended, ...down}
  const policy = {...defaultPolicy, consequences: {...consequences, credentialSuspended}}
  await command(house, people.administrator, 'proposePolicy', 'reviewPolicy', {
    policy: policy as unknown as JsonObject,
    reason: 'Sooner.',
    password,
  })
  const {hash} = (
    dataset.read(people.registrar, 'review', 'reviewPolicy') as unknown as {
      facts: {proposal: {hash: string}}
    }
  ).facts.proposal
  await command(house, people.sleep, 'adoptPolicy', 'reviewPolicy', {hash, password})
  await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {
    reason: 'The board told us.',
  })
  expect(dataset.store.document('page')).toBeNull()
  const {events} = record('page')
  expect(events.map(({kind, name, by}) => [kind, name, by])).toEqual([
    ['signedOff', 'therapist', 'therapist'],
    ['published', 'editor', 'editor'],
    ['withdrawn', 'the review policy', 'registrar'],
    ['voided', 'registrar', 'registrar'],
  ])
})

test('whoever is gone has no name', () => {
  const {lake, people} = house
  lake.accounts.setActive(people.editor.userId, false)
  expect(record('page', people.sleep).events.map(({name}) => name)).toEqual(['therapist', null])
})

test('a live page is under the policy that it went live under, everything else under the one in force', async () => {
  const {dataset, people} = house
  const policy = {...defaultPolicy, graceDays: 30}
  await command(house, people.administrator, 'proposePolicy', 'reviewPolicy', {
    policy: policy as unknown as JsonObject,
    reason: 'Sooner.',
    password,
  })
  const hash = policyHash({...policy, revision: 1})
  await command(house, people.registrar, 'adoptPolicy', 'reviewPolicy', {hash, password})
  await dataset.mutate(people.editor, {mutations: [{create: article('drafts.later', 'Later')}]})

  const before = {policyVersion, policyHash: policyHash(defaultPolicy)}
  const now = {policyVersion: `${policyVersion}.1`, policyHash: hash}
  expect(record('page')).toMatchObject(before)
  expect(record('later')).toMatchObject(now)
  expect(record('reviewPolicy')).toMatchObject(now)
})

test('a credential goes by its kind, and nothing by its id while it has a title', () => {
  const {registrar} = house.people
  expect(record('credential.sleep', registrar).title).toBe(
    'Board Certified in Sleep Medicine, an ABMS member board',
  )
  expect(record('trial').title).toBe('A trial')
})

test('there is no record of what never was', () => {
  const {type, events} = record('nothing-here')
  expect({type, events}).toEqual({type: '', events: []})
})

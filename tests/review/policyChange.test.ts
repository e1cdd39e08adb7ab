import {afterEach, beforeEach, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {
  defaultPolicy,
  hashOf,
  type Policy,
  policyHash,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  article,
  command,
  openReviewedLake,
  password,
  type Person,
  publishAction,
  projectionOf,
  refusalOf,
  type ReviewedLake,
  signOff,
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

const stricter = {...defaultPolicy, peopleNeeded: {R1: 1, R2: 2, R3: 2, R4: 2}}

const propose = (who: Person, policy: Policy = stricter, fields: JsonObject = {}) =>
  command(house, who, 'proposePolicy', 'reviewPolicy', {
    policy: policy as unknown as JsonObject,
    reason: 'Two pairs of eyes.',
    password,
    ...fields,
  })

const proposal = () =>
  house.dataset.read(house.people.administrator, 'policy', 'reviewPolicy') as unknown as {
    readonly facts: {readonly proposal: {readonly hash: string} | null}
    readonly policy: Policy
    readonly version: string
    readonly hash: string
    readonly decisions: readonly JsonObject[]
  }

const adopt = (who: Person, hash = proposal().facts.proposal?.hash ?? '') =>
  command(house, who, 'adoptPolicy', 'reviewPolicy', {hash, password})

test('the policy changes by a decision of two people, and records say under which they were made', async () => {
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{create: article('drafts.before')}, {create: article('drafts.after', 'After')}],
  })
  await signOff(house, people.therapist, 'before')
  await dataset.act(people.editor, {actions: [publishAction('before')]})

  await propose(people.administrator)
  expect(proposal().policy).toEqual(defaultPolicy)
  await adopt(people.registrar)
  expect(proposal().policy).toEqual({...stricter, revision: 1})
  expect(proposal().version).toBe('2026-11-24.1')
  expect(proposal().decisions.map(({kind, name, revision}) => [kind, name, revision])).toEqual([
    ['policyProposed', 'administrator', 1],
    ['policyAdopted', 'registrar', 1],
  ])

  // What went live under the old one stands; what comes after needs two.
  expect(unsignedPages(house)).toEqual([])
  await signOff(house, people.therapist, 'after')
  expect(dataset.store.ledger('after').at(-1)?.body['policyVersion']).toBe('2026-11-24.1')
  const publish = () => dataset.act(people.editor, {actions: [publishAction('after')]})
  expect(await refusalOf(publish())).toEqual(['secondPersonMissing'])
  await signOff(house, people.sleep, 'after')
  await publish()
  expect(projectionOf(house, 'after')['stage']).toBe('published')
})

test('nobody decides alone, by proxy, without a password or on something unread', async () => {
  const {people} = house
  expect(await refusalOf(adopt(people.registrar, 'x'))).toEqual(['nothingProposed'])
  expect(await refusalOf(propose(people.editor))).toEqual(['roleMissing'])
  expect(await refusalOf(propose(people.registrar, stricter, {password: 'wrong'}))).toEqual([
    'reauthenticationMissing',
  ])
  await propose(people.administrator)
  expect(await refusalOf(adopt(people.administrator))).toEqual(['ownProposal'])
  const second = {...people.registrar, personId: people.administrator.personId}
  expect(await refusalOf(adopt(second))).toEqual(['ownProposal'])
  expect(await refusalOf(adopt(people.registrar, 'other'))).toEqual(['proposalChanged'])
  expect(proposal().policy).toEqual(defaultPolicy)
})

test('no decision switches the sign-off off', async () => {
  const {people} = house
  const none = {...defaultPolicy, peopleNeeded: {R1: 0, R2: 0, R3: 0, R4: 0}}
  expect(await refusalOf(propose(people.administrator, none))).toEqual(['policyUnsound'])
  const odd = {...defaultPolicy, enabled: false} as unknown as Policy
  expect(await refusalOf(propose(people.administrator, odd))).toEqual(['policyUnsound'])
})

test('a declined proposal is gone, and stays on record', async () => {
  const {people} = house
  await propose(people.administrator)
  await command(house, people.registrar, 'declinePolicy', 'reviewPolicy', {reason: 'Too slow.'})
  expect(proposal().facts.proposal).toBeNull()
  expect(proposal().decisions.map(({kind, reason}) => [kind, reason])).toEqual([
    ['policyProposed', 'Two pairs of eyes.'],
    ['policyDeclined', 'Too slow.'],
  ])
})

test('the hash that is adopted is the hash in force from then on', async () => {
  const {dataset, people} = house
  await propose(people.administrator)
  const proposed = proposal().facts.proposal?.hash
  await adopt(people.registrar)
  expect(proposal().hash).toBe(proposed)
  expect(proposal().hash).toBe(policyHash({...stricter, revision: 1}))
  expect(dataset.store.ledger('reviewPolicy').map(({body}) => body['hash'])).toEqual([
    proposed,
    proposed,
  ])
})

test('a proposal that was recorded under a hash of another making can be adopted', async () => {
  const {dataset, people} = house
  const policy = {...stricter, revision: 1}
  const {store} = dataset
  store.transaction(() =>
    store.append(
      {
        kind: 'policyProposed',
        subject: 'reviewPolicy',
        body: {
          policy: policy as unknown as JsonObject,
          hash: hashOf(policy),
          reason: 'Two pairs of eyes.',
          personId: people.administrator.personId,
          name: 'administrator',
        },
      },
      {
        at: dataset.now(),
        actor: people.administrator.userId,
        transactionId: 'older',
        transactionSeq: store.lastSeq(),
      },
    ),
  )
  await adopt(people.registrar)
  expect(proposal().policy).toEqual(policy)
  expect(proposal().hash).toBe(policyHash(policy))
})

import {expect, test} from 'vitest'
import {
  defaultPolicy,
  type Denial,
  type Facts,
  isWantedBeside,
  signaturesOf,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  edith,
  facts,
  liveFacts,
  request,
  sam,
  signOff,
  sleepSignOff,
  tess,
  version,
} from '../support/facts.ts'

const risky = version({topics: ['massagePractice', 'medication']})
const medicine: Denial = {
  code: 'signOffMissing',
  families: ['SLP-MED', 'CLIN-RX', 'CLIN-GP'],
  topics: ['medication'],
}
const onePerson: Denial = {code: 'secondPersonMissing', needed: 2, signed: 1}
const both = [signOff(), sleepSignOff()]
const either: Denial = {
  code: 'signOffMissing',
  families: ['MT-REG', 'MT-CERT', 'SLP-MED', 'SLP-BEH'],
  topics: ['massagePractice'],
}
const due = '2029-06-01T12:00:00.000Z'

test.each<
  [string, Facts, {needed: number; signed: readonly number[]; lacking: readonly Denial[]} | null]
>([
  ['nobody has', facts(), {needed: 1, signed: [], lacking: [either]}],
  ['the one that it takes', facts({signOffs: [signOff()]}), {needed: 1, signed: [1], lacking: []}],
  [
    'the first of two',
    facts({draft: risky, signOffs: [signOff()]}),
    {needed: 2, signed: [1], lacking: [medicine, onePerson]},
  ],
  ['both', facts({draft: risky, signOffs: both}), {needed: 2, signed: [2, 1], lacking: []}],
  ['everybody, and it is live,', liveFacts(), null],
  [
    'somebody, before a fresh review was asked for,',
    liveFacts({request: request()}),
    {needed: 1, signed: [], lacking: [either]},
  ],
  [
    'one of two, in a fresh review,',
    liveFacts({
      live: risky,
      request: request(),
      signOffs: [...both, signOff({seq: 3, at: '2026-05-26T09:00:00.000Z'})],
    }),
    {needed: 2, signed: [3], lacking: [medicine, onePerson]},
  ],
  [
    'somebody so long ago that it is due',
    liveFacts({now: due}),
    {needed: 1, signed: [], lacking: [either]},
  ],
  [
    'somebody, with the drafts that it will show,',
    liveFacts({request: request({shared: ['citation-a']}), signOffs: [signOff()]}),
    {needed: 1, signed: [1], lacking: []},
  ],
])('what is signed and still to come once %s signed', (_, given, expected) => {
  const found = signaturesOf(given)
  expect(found && {...found, signed: found.signed.map(({seq}) => seq)}).toEqual(expected)
})

const twoPeople = {...defaultPolicy, peopleNeeded: {R1: 2, R2: 2, R3: 2, R4: 2}}

test.each<[string, Facts, boolean]>([
  ['either would do', facts({actor: sam}), false],
  ['only theirs covers a topic', facts({actor: sam, draft: risky}), true],
  ['it takes two', facts({actor: sam, policy: twoPeople}), true],
  [
    'they have signed already',
    facts({actor: sam, draft: risky, signOffs: [sleepSignOff()]}),
    false,
  ],
  ['they could not sign', facts({actor: edith, draft: risky}), false],
  [
    'they wrote the words',
    facts({actor: sam, draft: risky, contributors: [{userId: sam.userId, personId: null}]}),
    false,
  ],
])('a signature is wanted beside that of whoever has the review: %s', (_, given, wanted) => {
  expect(isWantedBeside(tess.personId ?? '', given)).toBe(wanted)
})

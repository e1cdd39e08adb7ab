import {describe, expect, test} from 'vitest'
import {
  activeMarks,
  type Consequence,
  consequenceOf,
  type Credential,
  defaultPolicy,
  type Facts,
  isIndexed,
  type Mark,
  type RiskClass,
  type SignOff,
  standsSigned,
  type Topic,
  type Trigger,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  credential,
  liveFacts,
  signedCredential,
  signOff,
  sleepCredential,
  sleepSignOff,
  trial,
  version,
} from '../support/facts.ts'

const topics: {readonly [riskClass in RiskClass]: Topic} = {
  R1: 'massagePractice',
  R2: 'massageForSleepEfficacy',
  R3: 'painMusculoskeletal',
  R4: 'medication',
}
const triggers = Object.keys(defaultPolicy.consequences) as Trigger[]
const classes = Object.keys(topics) as RiskClass[]

describe('what the policy does to a page that rests on one sign-off', () => {
  test.each(triggers.flatMap((trigger) => classes.map((risk) => [trigger, risk] as const)))(
    '%s, %s',
    (trigger, risk) => {
      const about = trigger.startsWith('credential') ? 'credential-tess' : 'trial'
      const given = liveFacts({live: version({topics: [topics[risk]]})})
      expect(consequenceOf(given, trigger, about)).toBe(defaultPolicy.consequences[trigger][risk])
    },
  )
})

const suspended = (of: Credential): Credential => ({...of, state: 'suspended'})
const twice = (...credentials: readonly Credential[]) =>
  liveFacts({signOffs: [signOff(), sleepSignOff()], credentials})
const risky = (...signOffs: readonly SignOff[]) =>
  liveFacts({live: version({topics: ['massagePractice', 'medication']}), signOffs})

describe('bad news about a credential', () => {
  test.each<[string, Facts, string, Consequence]>([
    ['that the page rests on', liveFacts(), 'credential-tess', 'mark'],
    ['that the page does not rest on', liveFacts(), 'credential-sam', 'none'],
    [
      'beside which another one carries the page',
      twice(suspended(credential()), sleepCredential()),
      'credential-tess',
      'none',
    ],
    [
      'beside which the other one has fallen before',
      twice(suspended(credential()), suspended(sleepCredential())),
      'credential-tess',
      'mark',
    ],
    [
      'beside which the other one was revoked before',
      twice(credential(), sleepCredential({state: 'revoked'})),
      'credential-tess',
      'mark',
    ],
    [
      'beside which the other one has expired for longer than the days of grace',
      {
        ...twice(suspended(credential()), sleepCredential({expires: '2026-04-30'})),
        signOffs: [
          signOff(),
          sleepSignOff({
            credentials: [
              signedCredential({
                id: 'credential-sam',
                families: ['SLP-MED'],
                expires: '2026-04-30',
              }),
            ],
          }),
        ],
      },
      'credential-tess',
      'mark',
    ],
    [
      'of one of two who must sign',
      risky(signOff(), sleepSignOff()),
      'credential-tess',
      'withdraw',
    ],
    ['on a page that stands on none', liveFacts({signOffs: []}), 'credential-sam', 'mark'],
    ['on a page that is not live', liveFacts({live: null}), 'credential-tess', 'withdraw'],
    ['on facts that cannot be read', {} as Facts, 'credential-tess', 'withdraw'],
  ])('%s', (_name, given, about, consequence) => {
    expect(consequenceOf(given, 'credentialSuspended', about)).toBe(consequence)
  })
})

const at = '2026-05-10T09:00:00.000Z'
const mark = (trigger: Trigger, consequence: Consequence, about = 'credential-tess'): Mark => ({
  at,
  trigger,
  about,
  consequence,
})
const suspension = mark('credentialSuspended', 'deindex')
const retraction = mark('workRetracted', 'mark', 'trial')
const after = '2026-05-20T09:00:00.000Z'
const sam = sleepSignOff({at: after})
const onRetracted = version({works: [trial('retracted')]})

describe('a mark', () => {
  test.each<[string, Facts, readonly Mark[]]>([
    [
      'holds while nobody has reviewed the page since',
      liveFacts({marks: [suspension]}),
      [suspension],
    ],
    [
      'holds when the page was reviewed at that very moment',
      liveFacts({marks: [suspension], signOffs: [signOff(), sleepSignOff({at})]}),
      [suspension],
    ],
    [
      'is settled by a review after it',
      liveFacts({marks: [suspension], signOffs: [signOff(), sam]}),
      [],
    ],
    [
      'is not settled by half a review, completed with what was signed before',
      {
        ...risky(
          signOff({seq: 1, at: '2026-03-01T09:00:00.000Z'}),
          sleepSignOff({seq: 2, at: '2026-03-02T09:00:00.000Z'}),
          signOff({seq: 3, at: '2026-05-01T09:00:00.000Z'}),
          sleepSignOff({seq: 4, at: after}),
        ),
        marks: [suspension],
      },
      [suspension],
    ],
    [
      'of a retraction holds whatever was reviewed since',
      liveFacts({live: onRetracted, marks: [retraction], signOffs: [signOff(), sam]}),
      [retraction],
    ],
    [
      'of a retraction ends when the work no longer stands as retracted',
      liveFacts({live: version({works: [trial('reinstated')]}), marks: [retraction]}),
      [],
    ],
    [
      'of a doubt is settled by a review after it',
      liveFacts({marks: [mark('workDoubted', 'mark', 'trial')], signOffs: [signOff(), sam]}),
      [],
    ],
    [
      'without a consequence is none',
      liveFacts({marks: [mark('workDoubted', 'none', 'trial')]}),
      [],
    ],
    [
      'that took a page down marks nothing',
      liveFacts({marks: [mark('reviewOverdue', 'withdraw')]}),
      [],
    ],
    ['of facts that cannot be read', {} as Facts, []],
  ])('%s', (_name, given, marks) => {
    expect(activeMarks(given)).toEqual(marks)
  })
})

describe('lists and search engines', () => {
  test.each<[string, Facts, boolean]>([
    ['show a page without marks', liveFacts(), true],
    [
      'show a page that is only marked',
      liveFacts({marks: [mark('credentialExpired', 'mark')]}),
      true,
    ],
    ['leave out a page that is taken out', liveFacts({marks: [suspension]}), false],
    [
      'show it again after a review',
      liveFacts({marks: [suspension], signOffs: [signOff(), sam]}),
      true,
    ],
    ['leave out what cannot be read', {} as Facts, false],
  ])('%s', (_name, given, indexed) => {
    expect(isIndexed(given)).toBe(indexed)
  })
})

describe('a live page on a retracted work', () => {
  test.each<[string, readonly Mark[], boolean]>([
    ['does not stand unmarked', [], false],
    ['stands marked', [retraction], true],
    ['stands out of lists', [{...retraction, consequence: 'deindex'}], true],
    [
      'does not stand where it should have come down',
      [{...retraction, consequence: 'withdraw'}],
      false,
    ],
    ['does not stand on a mark about another work', [{...retraction, about: 'other'}], false],
    ['does not stand on a mark of a doubt', [{...retraction, trigger: 'workDoubted'}], false],
  ])('%s', (_name, marks, stands) => {
    expect(standsSigned(liveFacts({live: onRetracted, marks}))).toBe(stands)
  })
})

import {describe, expect, test} from 'vitest'
import {
  type CredentialProblem,
  defaultPolicy,
  type Denial,
  denialMessage,
  policyProblems,
  type RoleName,
  type SignOffProblem,
  type Topic,
  topics,
} from '../../plugins/review-workflow/policy/index.ts'
import {denialSamples} from '../support/denials.ts'

const credentialProblems: {readonly [problem in CredentialProblem]: true} = {
  pending: true,
  suspended: true,
  expired: true,
  notYetIssued: true,
  undated: true,
  revoked: true,
  verificationStale: true,
  retired: true,
  numberTaken: true,
  selfVerified: true,
  unknownType: true,
  wrongJurisdiction: true,
  wrongDiscipline: true,
  licenceMissing: true,
  noFamily: true,
  noHolder: true,
}
const signOffProblems: {readonly [problem in SignOffProblem]: true} = {
  contentChanged: true,
  closureChanged: true,
  changesRequested: true,
  refused: true,
  recused: true,
  citationRetracted: true,
  withdrawn: true,
  revoked: true,
  credentialLapsed: true,
  superseded: true,
  malformed: true,
}
const roles: {readonly [role in RoleName]: true} = {
  administrator: true,
  registrar: true,
  editor: true,
  reviewer: true,
  viewer: true,
}
const keys = <K extends string>(table: {readonly [key in K]: unknown}) => Object.keys(table) as K[]

const all: readonly Denial[] = [
  ...Object.values(denialSamples),
  ...keys(credentialProblems).flatMap((problem) =>
    [null, '2026-05-31'].map((expires) => ({
      ...denialSamples.credentialUnusable,
      problem,
      expires,
    })),
  ),
  ...keys(signOffProblems).map((problem) => ({
    ...denialSamples.signOffUnusable,
    problems: [problem],
  })),
  ...keys(roles).map((role) => ({...denialSamples.roleMissing, anyOf: [role]})),
  ...keys(topics).map((topic) => ({
    ...denialSamples.signOffMissing,
    topics: [topic],
    families: topics[topic].groups.flat(),
  })),
  {code: 'outOfScope', topics: [], families: []},
  {code: 'outOfScope', topics: ['astrology' as Topic], families: []},
  {code: 'signOffMissing', topics: [], families: []},
  // Whatever can be wrong with a policy, in every value of it.
  {code: 'policyUnsound', problems: policyProblems(null)},
  ...policyProblems({
    ...defaultPolicy,
    revision: -1,
    bothSidesForEfficacy: 'yes',
    peopleNeeded: {R1: 0, R2: 3, R3: 2, R4: 9, R5: 1},
    reviewCycle: 12,
    workCheckDays: {R1: 0, R2: 5, R3: 7, R4: null},
    consequences: {
      ...defaultPolicy.consequences,
      workRetracted: {R1: 'none', R2: 'withdraw', R3: 'mark', R4: 'shrug'},
      reviewOverdue: null,
      boredom: {},
    },
    also: 1,
  }).map((problem): Denial => ({code: 'policyUnsound', problems: [problem]})),
]

describe('every denial', () => {
  test.each(all.map((denial) => [JSON.stringify(denial), denial] as const))(
    '%s',
    (_name, denial) => {
      const {message, who} = denialMessage(denial)
      expect(message).toMatch(/^([A-Z]|\d|sam |tess ).*\.$/s)
      expect(who).toMatch(/^([A-Z]|sam$)/)
      expect(who).not.toMatch(/\.$/)
      expect(`${message} ${who}`).not.toMatch(/undefined|null|\[object|\(\)|: *\.| {2}|\.\.|, *\./)
    },
  )

  test('says something of its own', () => {
    const messages = Object.values(denialSamples).map((denial) => denialMessage(denial).message)
    expect(new Set(messages).size).toBe(messages.length)
  })
})

test.each<[Denial, string, string]>([
  [
    denialSamples.roleMissing,
    'This takes the role of an editor, a reviewer or an administrator.',
    'An editor, a reviewer or an administrator',
  ],
  [
    denialSamples.credentialUnusable,
    'Your credential (CNHC register) has expired on 31 May 2026.',
    'A registrar',
  ],
  [
    denialSamples.outOfScope,
    'Your credential does not cover: medicines.',
    'A sleep physician or a prescriber or pharmacist',
  ],
  [
    denialSamples.signOffUnusable,
    'The sign-off by tess of 1 May 2026 does not count: it was revoked; the credential behind it is no longer in force.',
    'A reviewer',
  ],
  [
    denialSamples.secondPersonMissing,
    'Pages with this risk need 2 different people to sign; 1 did.',
    'Another reviewer',
  ],
  [
    denialSamples.changesRequested,
    'sam asked for changes: “Cite the trial”. Make them and submit the draft again.',
    'An editor',
  ],
  [
    {...denialSamples.changesRequested, note: 'Cite the trial. '},
    'sam asked for changes: “Cite the trial.” Make them and submit the draft again.',
    'An editor',
  ],
  [
    {...denialSamples.refused, note: 'Who says so?'},
    'sam refused to sign: “Who says so?” Answer that and submit the draft again.',
    'An editor',
  ],
  [
    {...denialSamples.answerMissing, note: 'Never!'},
    'sam said no: “Never!” Say in the note what you did about it.',
    'You',
  ],
  [
    denialSamples.policyUnsound,
    'These values do not make sense. People who must sign · R4, very high risk: give a whole number, 1 to 4. Reviewed again after (months) · R4, very high risk: at most 18, as R3 has it.',
    'You',
  ],
])('%j in words', (denial, message, who) => {
  expect(denialMessage(denial)).toEqual({message, who})
})

import {expect, test} from 'vitest'
import {defaultPolicy} from '../../plugins/review-workflow/policy/index.ts'
import {details} from '../../plugins/review-workflow/studio/record/details.ts'
import {pathOf} from '../../plugins/review-workflow/studio/reading/paths.ts'
import {isKnownKind, kinds, kindTone} from '../../plugins/review-workflow/studio/record/kinds.ts'
import {pathTitle} from '../../plugins/review-workflow/studio/record/pathTitle.ts'
import {policyChange} from '../../plugins/review-workflow/studio/record/policyChange.ts'
import {saying} from '../../plugins/review-workflow/studio/record/saying.ts'
import {triggers} from '../../plugins/review-workflow/studio/policyPage/policyDifference.ts'
import {who} from '../../plugins/review-workflow/studio/record/who.ts'
import {spelledOut} from '../../plugins/review-workflow/studio/tool/useReason.ts'
import {recordWords} from '../../plugins/review-workflow/studio/words/record.ts'
import {schema} from '../support/documentProblems.ts'

const words: {readonly [key: string]: string} = recordWords

test('every kind of entry has its words', () => {
  const missing = Object.keys(kinds).flatMap((kind) =>
    [`record.kind.${kind}`, `record.kind.${kind}.says`].filter((key) => !Object.hasOwn(words, key)),
  )
  expect(missing).toEqual([])
})

test('a page that the policy took down is told with what the policy had heard', () => {
  expect(saying({kind: 'withdrawn', body: {trigger: 'credentialSuspended'}})).toBe(
    'record.withdrawn.credentialSuspended',
  )
  expect(saying({kind: 'withdrawn', body: {reason: 'Harm.'}})).toBe('record.kind.withdrawn.says')
  expect(saying({kind: 'credentialVerified', body: {method: 'demonstration'}})).toBe(
    'record.credentialVerified.demonstration',
  )
  expect(saying({kind: 'credentialVerified', body: {method: 'emailIssuer'}})).toBe(
    'record.kind.credentialVerified.says',
  )
  expect(saying({kind: 'marked', body: {trigger: 'workDoubted'}})).toBe('record.kind.marked.says')
  const missing = triggers.filter((each) => !Object.hasOwn(words, `record.withdrawn.${each}`))
  expect(missing).toEqual([])
})

test('a kind that nobody knows is not taken for one of ours', () => {
  expect(isKnownKind('toString')).toBe(false)
  expect(kindTone('somethingNew')).toBe('default')
  expect(spelledOut('somethingNew')).toBe('Something new')
})

test('a sign-off tells what it means, on which credential, and what was agreed to', () => {
  const credential = {
    id: 'credential.a',
    label: 'Certified, by somebody',
    jurisdiction: null,
    issued: '2020-01-01',
    expires: null,
  }
  const told = details({
    kind: 'signedOff',
    body: {
      name: 'Ada',
      personId: 'person-ada',
      meaning: 'approved',
      digest: 'd1',
      credentials: [credential],
      attestationText: 'I have read this page.',
      conflictOfInterest: 'none',
      conflictStatement: '',
      checklist: {accuracy: 'yes'},
      changedFields: ['summary'],
      changedShared: [],
      factors: ['password'],
    },
  })
  expect(told).toEqual([
    {name: 'meaning', as: 'words', codes: ['approved']},
    {
      name: 'credentials',
      as: 'credentials',
      credentials: [{label: credential.label, jurisdiction: '', issued: '2020-01-01', expires: ''}],
    },
    {name: 'attestationText', as: 'text', text: 'I have read this page.'},
    {name: 'conflictOfInterest', as: 'words', codes: ['none']},
    {name: 'checklist', as: 'answers', answers: [['accuracy', 'yes']]},
    {name: 'changedFields', as: 'fields', list: ['summary']},
    {name: 'factors', as: 'words', codes: ['password']},
    {name: 'digest', as: 'code', text: 'd1'},
  ])
  expect(told.filter(({name}) => !Object.hasOwn(words, `record.${name}`))).toEqual([])
})

test('why a sign-off ended is a code; why somebody revoked it is in their words', () => {
  const body = {signOff: 4, reason: 'contentChanged'}
  const signOff = {name: 'signOff', as: 'entries', seqs: [4]}
  expect(details({kind: 'voided', body})).toEqual([
    {name: 'reason', as: 'words', codes: ['contentChanged']},
    signOff,
  ])
  expect(details({kind: 'revoked', body})).toEqual([
    {name: 'reason', as: 'text', text: 'contentChanged'},
    signOff,
  ])
})

test('a request goes to somebody, sign-offs are carried to a digest', () => {
  expect(details({kind: 'submitted', body: {to: {personId: 'p', name: 'Ben'}}})).toEqual([
    {name: 'to', as: 'text', text: 'Ben'},
  ])
  expect(details({kind: 'submitted', body: {to: null, due: null}})).toEqual([])
  expect(details({kind: 'carried', body: {from: 'c1', to: 'c2', about: ['trial']}})).toEqual([
    {name: 'from', as: 'code', text: 'c1'},
    {name: 'carriedTo', as: 'code', text: 'c2'},
    {name: 'about', as: 'documents', list: ['trial']},
  ])
})

test('what the server does by itself gives its reason once', () => {
  const body = {
    trigger: 'credentialSuspended',
    reason: 'credentialSuspended',
    about: 'credential.a',
  }
  expect(details({kind: 'withdrawn', body})).toEqual([
    {name: 'trigger', as: 'words', codes: ['credentialSuspended']},
    {name: 'about', as: 'documents', list: ['credential.a']},
  ])
})

test('what the calendar did, and what was tried, has words', () => {
  const all = [
    ...details({kind: 'pagesChecked', body: {day: '2026-06-01', pages: 7}}),
    ...details({kind: 'stageReached', body: {stage: 'reviewDue'}}),
    ...details({kind: 'refused', body: {door: 'review.action.signOff', codes: ['recused']}}),
    ...details({kind: 'commented', body: {path: 'shortAnswer'}}),
    ...details({kind: 'policyAdopted', body: {hash: 'h1', policy: {}}}),
  ]
  expect(all).toEqual([
    {name: 'day', as: 'day', text: '2026-06-01'},
    {name: 'pages', as: 'count', count: 7},
    {name: 'stage', as: 'stage', text: 'reviewDue'},
    {name: 'codes', as: 'reasons', list: ['recused']},
    {name: 'door', as: 'door', text: 'review.action.signOff'},
    {name: 'path', as: 'path', text: 'shortAnswer'},
    {name: 'policyHash', as: 'code', text: 'h1'},
  ])
  expect(all.filter(({name}) => !Object.hasOwn(words, `record.${name}`))).toEqual([])
})

test.each([
  ['faqEntry', 'shortAnswer', 'Short answer'],
  ['article', 'sections[_key=="a"].body[_key=="b"]', 'Sections › Text'],
  ['article', 'keyPoints[1]', 'Key points'],
  ['article', 'goneField', 'Gone field'],
  ['goneType', 'goneField', 'Gone field'],
])('a place in %s, %s, goes by the titles of the form', (type, path, title) => {
  expect(pathTitle(schema.get(type), pathOf(path))).toBe(title)
})

test('a decision on the policy tells what it changes from, and to', () => {
  const first = {...defaultPolicy, revision: 1, graceDays: 30}
  const second = {...first, revision: 2, expiringDays: 90}
  const events = [
    {seq: 3, kind: 'policyProposed', body: {policy: first}},
    {seq: 5, kind: 'policyAdopted', body: {policy: first, proposal: 3}},
    {seq: 6, kind: 'policyProposed', body: {policy: second}},
    {seq: 9, kind: 'policyDeclined', body: {proposal: 6}},
    {seq: 10, kind: 'policyProposed', body: {policy: {...second, peopleNeeded: 'none'}}},
    {seq: 11, kind: 'pagesChecked', body: {policy: second}},
  ]
  expect(events.map((event) => policyChange(event, events))).toEqual([
    {before: defaultPolicy, after: first},
    {before: defaultPolicy, after: first},
    {before: first, after: second},
    {before: first, after: second},
    null,
    null,
  ])
})

test('a shape that we cannot read is left alone', () => {
  expect(
    details({kind: 'signedOff', body: {note: 7, credentials: 'none', signOffs: ['a'], due: {}}}),
  ).toEqual([])
})

test.each<[string | null, string, ReturnType<typeof who>]>([
  ['Ada', 'u1', 'Ada'],
  [null, 'clock', {key: 'record.who.clock', values: {}}],
  [null, 'operator', {key: 'record.who.operator', values: {}}],
  ['', 'u1', {key: 'record.who.gone', values: {}}],
  ['the review policy', 'u1', {key: 'record.who.policy', values: {}}],
])('an entry under the name %j by %s', (name, actor, expected) => {
  expect(who({name, actor})).toEqual(expected)
})

test('of a demonstration the record names no place and no day of a look that nobody took', () => {
  const body = {sourceUrl: 'https://example.org', checkedOn: '2026-11-24'}
  const names = (method: string) =>
    details({kind: 'credentialVerified', body: {...body, method}}).map(({name}) => name)
  expect(names('publicRegister')).toEqual(['method', 'sourceUrl', 'checkedOn'])
  expect(names('demonstration')).toEqual(['method'])
})

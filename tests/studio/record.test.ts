import {expect, test} from 'vitest'
import {details} from '../../plugins/review-workflow/studio/record/details.ts'
import {isKnownKind, kinds, kindTone} from '../../plugins/review-workflow/studio/record/kinds.ts'
import {who} from '../../plugins/review-workflow/studio/record/who.ts'
import {spelledOut} from '../../plugins/review-workflow/studio/tool/useReason.ts'
import {recordWords} from '../../plugins/review-workflow/studio/words/record.ts'

const words: {readonly [key: string]: string} = recordWords

test('every kind of entry has its words', () => {
  const missing = Object.keys(kinds).flatMap((kind) =>
    [`record.kind.${kind}`, `record.kind.${kind}.says`].filter((key) => !Object.hasOwn(words, key)),
  )
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
  expect(details({kind: 'carried', body: {from: 'c1', to: 'c2'}})).toEqual([
    {name: 'from', as: 'code', text: 'c1'},
    {name: 'carriedTo', as: 'code', text: 'c2'},
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
  ['', 'u1', {key: 'record.who.account', values: {actor: 'u1'}}],
])('an entry under the name %j by %s', (name, actor, expected) => {
  expect(who({name, actor})).toEqual(expected)
})

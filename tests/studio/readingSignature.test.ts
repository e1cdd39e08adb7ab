import {expect, test} from 'vitest'
import {
  leftToAnswer,
  noAnswers,
  type SignatureAnswers,
  signatureCommand,
  signatureFields,
} from '../../plugins/review-workflow/studio/reading/signature.ts'

const seen = {digest: 'd1', closureDigest: 'c1', attestation: {id: 'a1', text: 'I read it.'}}
const same = {digest: 'd1', closureDigest: 'c1', attestation: 'a1'}

const answers: SignatureAnswers = {
  withNotes: true,
  notes: ' Good. ',
  checklist: {accuracy: 'yes'},
  conflict: 'disclosed',
  statement: ' I teach this. ',
  password: 'secret',
}

test('what is sent is what was seen, with every answer', () => {
  expect(signatureFields('signOff', seen, answers, ['title'], {shared: ['citation-a']})).toEqual({
    ...same,
    password: 'secret',
    conflictOfInterest: 'disclosed',
    conflictStatement: 'I teach this.',
    checklist: {accuracy: 'yes'},
    opened: ['title'],
    notes: 'Good.',
    shared: ['citation-a'],
  })
})

test('unchanged words are signed again without notes, and without counting on drafts', () => {
  expect(
    signatureFields('renew', seen, {...answers, conflict: 'none'}, [], {shared: ['citation-a']}),
  ).toEqual({
    ...same,
    password: 'secret',
    conflictOfInterest: 'none',
    checklist: {accuracy: 'yes'},
    opened: [],
  })
})

test('whoever does not answer the question of conflicts does not sign', () => {
  expect(signatureFields('signOff', seen, noAnswers, undefined, null)).toMatchObject({
    conflictOfInterest: 'mustRecuse',
    opened: undefined,
  })
})

test('before anything is answered the command stands as if filled in well', () => {
  expect(signatureCommand('signOff', seen, noAnswers)).toEqual({
    type: 'signOff',
    ...same,
    factors: ['password'],
    conflictOfInterest: 'none',
    conflictStatement: null,
    checklist: {},
    notes: null,
  })
  expect(signatureCommand('renew', seen, {...answers, statement: ''})).toMatchObject({
    type: 'renew',
    conflictStatement: '…',
  })
})

const everything = {
  accuracy: 'yes',
  citationsOpened: 'yes',
  counterEvidenceFair: 'notApplicable',
  safetyComplete: 'yes',
  scopeRespected: 'yes',
  plainLanguage: 'no',
} as const
const complete: SignatureAnswers = {...answers, checklist: everything}

test.each<[string, 'signOff' | 'renew', SignatureAnswers, readonly string[]]>([
  ['everything before anything', 'signOff', noAnswers, ['questions', 'password']],
  ['nothing in the end', 'signOff', complete, []],
  ['the password once it was wrong', 'signOff', {...complete, password: ''}, ['password']],
  ['a question of the checklist', 'signOff', answers, ['questions']],
  ['the notes that were announced', 'signOff', {...complete, notes: ' '}, ['notes']],
  ['the conflict that is disclosed', 'signOff', {...complete, statement: ''}, ['statement']],
  ['no notes where nothing changes', 'renew', {...complete, withNotes: null}, []],
])('what is left to answer: %s', (_, command, given, expected) => {
  expect(leftToAnswer(command, given)).toEqual(expected)
})

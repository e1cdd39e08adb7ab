import {expect, test} from 'vitest'
import {type Facts, isSignedAnew, standsSigned} from '../../plugins/review-workflow/policy/index.ts'
import {credential, facts, liveFacts, objection, signOff, trial, version} from '../support/facts.ts'

const retracted = version({works: [trial('retracted')]})
const mark = {
  at: '2026-05-20T09:00:00.000Z',
  trigger: 'workRetracted',
  about: 'trial',
  consequence: 'mark',
} as const
const newer = version({closureDigest: 'newer'})
const step = (marks: boolean) => [{from: 'closure', to: 'newer', marks}]

test.each<[string, Facts, {readonly stands: boolean; readonly anew: boolean}]>([
  ['with its sign-off', liveFacts(), {stands: true, anew: true}],
  ['on a lapsed credential', liveFacts({credentials: []}), {stands: true, anew: false}],
  [
    'on a suspended credential',
    liveFacts({credentials: [credential({state: 'suspended'})]}),
    {stands: true, anew: false},
  ],
  [
    'on a retracted work, marked',
    liveFacts({live: retracted, marks: [mark]}),
    {stands: true, anew: false},
  ],
  [
    'carried over a check',
    liveFacts({live: newer, carried: step(false)}),
    {stands: true, anew: true},
  ],
  [
    'carried over bad news',
    liveFacts({live: newer, carried: step(true)}),
    {stands: true, anew: false},
  ],
  ['with an objection to a draft beside it', liveFacts({objection}), {stands: true, anew: true}],
  ['without a sign-off', liveFacts({signOffs: []}), {stands: false, anew: false}],
  ['that is not live', facts({signOffs: [signOff()]}), {stands: false, anew: false}],
  ['that cannot be read', {} as Facts, {stands: false, anew: false}],
])('a page %s', (_name, given, expected) => {
  expect({stands: standsSigned(given), anew: isSignedAnew(given)}).toEqual(expected)
})

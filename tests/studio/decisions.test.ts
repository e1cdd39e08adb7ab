import {expect, test} from 'vitest'
import {
  attestation,
  type Command,
  decide,
  denialMessage,
  type Facts,
  policyVersion,
} from '../../plugins/review-workflow/policy/index.ts'
import {probe} from '../../plugins/review-workflow/studio/probe.ts'
import {
  isOutOfReach,
  reasons,
  reasonsOfDocument,
  reasonsText,
} from '../../plugins/review-workflow/studio/reasons.ts'
import {type ReviewRead} from '../../plugins/review-workflow/studio/reads.ts'
import {refusal} from '../../plugins/review-workflow/studio/runCommand.ts'

const words = {
  digest: 'd1',
  closureDigest: 'c1',
  topics: ['sleepHealthGeneral'],
  authors: [],
  retracted: [],
} as const

const facts: Facts = {
  now: '2026-11-23T10:00:00Z',
  policyVersion,
  actor: {kind: 'person', userId: 'u1', personId: 'person-ada', name: 'Ada', roles: ['editor']},
  subject: {id: 'article-1', type: 'article', draft: words, live: null},
  contributors: [],
  signOffs: [],
  request: null,
  changesRequested: null,
  withdrawn: null,
  credentials: [],
}

const read: ReviewRead = {
  facts,
  digest: 'd1',
  closureDigest: 'c1',
  closure: [],
  attestation,
  policyVersion,
}

function as(role: string): Facts {
  return {...facts, actor: {...facts.actor, roles: [role]} as Facts['actor']}
}

const more = (count: number) => `+${count}`

test('a tooltip holds three reasons and says how many are left', () => {
  const denials = [
    {code: 'documentMissing'},
    {code: 'notLive'},
    {code: 'personUnknown'},
    {code: 'reasonMissing'},
    {code: 'ownCredential'},
  ] as const
  const decision = {allowed: false, denials} as const
  const first = reasons(decision).slice(0, 3)
  expect(reasonsText(decision, more)).toBe([...first.map(({message}) => message), '+2'].join(' '))
})

test('what is wanting in a document leaves out who asks', () => {
  const decision = {
    allowed: false,
    denials: [{code: 'roleMissing', anyOf: ['editor']}, {code: 'notLive'}],
  } as const
  expect(reasonsOfDocument(decision)).toEqual([denialMessage({code: 'notLive'})])
})

test('a yes has no reasons', () => {
  const decision = decide(facts, {type: 'submit'})
  expect(decision.allowed).toBe(true)
  expect(reasons(decision)).toEqual([])
  expect(reasonsText(decision, more)).toBe('')
  expect(isOutOfReach(decision)).toBe(false)
})

test('a no says every reason and who can change that', () => {
  const decision = decide(facts, {type: 'publish'})
  const said = reasons(decision)
  expect(decision.allowed).toBe(false)
  expect(said.length).toBe(decision.allowed ? 0 : decision.denials.length)
  expect(said.every(({message, who}) => message !== '' && who !== '')).toBe(true)
  expect(reasonsText(decision, more)).toBe(said.map(({message}) => message).join(' '))
})

test.each<[string, string, Command['type'], boolean]>([
  ['publishing unsigned words', 'editor', 'publish', false],
  ['publishing', 'reviewer', 'publish', true],
  ['signing', 'editor', 'signOff', true],
  ['signing without a credential', 'reviewer', 'signOff', false],
  ['asking for changes', 'viewer', 'requestChanges', true],
  ['verifying an article', 'registrar', 'verifyCredential', true],
])('%s is out of reach of a mere %s: %s %s', (_, role, command, expected) => {
  expect(isOutOfReach(decide(as(role), probe(command, read)))).toBe(expected)
})

test('a button is offered on the command as its dialog would send it when filled in well', () => {
  expect(probe('signOff', read)).toEqual({
    type: 'signOff',
    digest: 'd1',
    closureDigest: 'c1',
    factors: ['password'],
    conflictOfInterest: 'none',
    conflictStatement: null,
    attestation: attestation.id,
  })
  expect(decide(as('reviewer'), probe('requestChanges', read)).allowed).toBe(true)
})

test.each<[string, unknown, ReturnType<typeof refusal>]>([
  [
    'with denials',
    {
      response: {
        body: {
          error: {description: 'No.'},
          denials: [{code: 'a', message: 'Not signed.', who: 'A reviewer.'}],
        },
      },
    },
    [{message: 'Not signed.', who: 'A reviewer.'}],
  ],
  [
    'without denials',
    {response: {body: {error: {description: 'No.'}}}},
    [{message: 'No.', who: ''}],
  ],
  [
    'with a message alone',
    {response: {body: {message: 'Sign in first.'}}},
    [{message: 'Sign in first.', who: ''}],
  ],
  ['that never reached the server', new Error('offline'), [{message: 'offline', who: ''}]],
  ['that is no error', 'gone', [{message: 'gone', who: ''}]],
])('a refusal %s is put in words', (_, error, expected) => {
  expect(refusal(error)).toEqual(expected)
})

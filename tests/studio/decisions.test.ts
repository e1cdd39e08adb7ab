import {expect, test} from 'vitest'
import {
  attestation,
  availableCommands,
  type CommandType,
  decide,
  denialMessage,
  type Facts,
} from '../../plugins/review-workflow/policy/index.ts'
import {probe} from '../../plugins/review-workflow/studio/probe.ts'
import {
  isBesideThePoint,
  isOutOfReach,
  naming,
  partsOf,
  reasons,
  reasonsOfDocument,
  reasonsText,
  whoBesides,
} from '../../plugins/review-workflow/studio/reasons.ts'
import {refusal} from '../../plugins/review-workflow/studio/runCommand.ts'
import {
  ada,
  credentialFacts,
  edith,
  facts,
  objection,
  type Person,
  person,
  request,
  rita,
  sam,
  signOff,
  tess,
  version,
  vic,
} from '../support/facts.ts'
import {reviewRead} from '../support/reviewRead.ts'

const say = (words: string, {count}: {readonly count: number}) => `${words} ${count}`

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
  expect(reasonsText(decision, say)).toBe(
    [...first.map(({message}) => message), 'more 2'].join(' '),
  )
})

test('a tooltip counts works, which it could name by their ids only', () => {
  const denial = {code: 'citationRetracted', citations: ['trial', 'trial-2']} as const
  const {message} = denialMessage({...denial, citations: ['works 2']})
  expect(reasonsText({allowed: false, denials: [denial]}, say)).toBe(message)
})

test('what is wanting in a document leaves out who asks', () => {
  const decision = {
    allowed: false,
    denials: [{code: 'roleMissing', anyOf: ['editor']}, {code: 'notLive'}],
  } as const
  expect(reasonsOfDocument(decision)).toEqual([denialMessage({code: 'notLive'})])
})

test('a reason that names works by their ids says which they are', () => {
  const denial = {code: 'citationRetracted', citations: ['trial', 'trial-2']} as const
  expect(reasons({allowed: false, denials: [denial, {code: 'notLive'}]})).toEqual([
    {...denialMessage(denial), works: ['trial', 'trial-2']},
    denialMessage({code: 'notLive'}),
  ])
})

test('the words of the server are searched for the works of the page', () => {
  const retracted = {message: 'It rests on trial-2. Take it out.', who: 'An editor'}
  const wrong = {message: 'The password was wrong.', who: 'You'}
  expect(naming([retracted, wrong], ['trial-2', 'trial-3'])).toEqual([
    {...retracted, works: ['trial-2']},
    {...wrong, works: []},
  ])
})

test('ids are found in a text, also where one begins like another', () => {
  expect(partsOf('Not so: trial-2, trial.', ['trial', 'trial-2'])).toEqual([
    {text: 'Not so: '},
    {id: 'trial-2'},
    {text: ', '},
    {id: 'trial'},
    {text: '.'},
  ])
})

test('who can change it is not said twice', () => {
  const missing = denialMessage({
    code: 'signOffMissing',
    topics: [],
    families: ['CLIN-GP', 'CLIN-CARD'],
  })
  expect(missing.who).toBe('A general practitioner or a cardiologist')
  expect(whoBesides(missing)).toBe(null)
  expect(whoBesides(denialMessage({code: 'nothingToPublish'}))).toBe('An editor')
  expect(whoBesides({message: 'offline', who: ''})).toBe(null)
})

test('a yes has no reasons', () => {
  const decision = decide(facts(), probe('submit', reviewRead()))
  expect(decision.allowed).toBe(true)
  expect(reasons(decision)).toEqual([])
  expect(reasonsText(decision, say)).toBe('')
  expect(isOutOfReach(decision)).toBe(false)
})

test('a no says every reason and who can change that', () => {
  const decision = decide(facts(), {type: 'publish'})
  const said = reasons(decision)
  expect(decision.allowed).toBe(false)
  expect(said.length).toBe(decision.allowed ? 0 : decision.denials.length)
  expect(said.every(({message, who}) => message !== '' && who !== '')).toBe(true)
  expect(reasonsText(decision, say)).toBe(said.map(({message}) => message).join(' '))
})

test.each<[string, Person, CommandType, boolean]>([
  ['publishing unsigned words', edith, 'publish', false],
  ['publishing', tess, 'publish', true],
  ['signing', edith, 'signOff', true],
  ['signing without a credential', person('rob', 'reviewer'), 'signOff', false],
  ['asking for changes', vic, 'requestChanges', true],
  ['verifying an article', rita, 'verifyCredential', true],
  ['proposing a policy on an article', rita, 'proposePolicy', true],
])('whether it is out of reach: %s', (_, actor, command, expected) => {
  const read = reviewRead(facts({actor}))
  expect(isOutOfReach(decide(read.facts, probe(command, read)))).toBe(expected)
})

test('what nobody has asked for is beside the point', () => {
  const read = reviewRead(facts({actor: tess}))
  const decision = decide(read.facts, probe('claim', read))
  expect(isBesideThePoint(decision, ['notInReview'])).toBe(true)
  expect(isBesideThePoint(decision, ['alreadyClaimed'])).toBe(false)
  expect(isBesideThePoint({allowed: true, credentials: [], signOffs: []}, ['notInReview'])).toBe(
    false,
  )
})

test('a button is offered on the command as its dialog would send it when filled in well', () => {
  expect(probe('signOff', reviewRead())).toEqual({
    type: 'signOff',
    digest: 'words',
    closureDigest: 'closure',
    factors: ['password'],
    conflictOfInterest: 'none',
    conflictStatement: null,
    attestation: attestation.id,
    checklist: {},
    notes: null,
  })
})

const live = version()

/** Everybody who does anything, at every turn of a page's and a credential's life. */
const worlds: readonly [string, Facts][] = [
  ['an editor with a draft', facts()],
  ['an editor with a draft in review', facts({request: request()})],
  ['an editor with signed words', facts({signOffs: [signOff()]})],
  ['an editor with a no', facts({objection})],
  ['an editor with a live page', facts({draft: null, live, signOffs: [signOff()]})],
  ['a reviewer with a draft', facts({actor: tess, request: request()})],
  [
    'a reviewer who has claimed it',
    facts({
      actor: tess,
      request: request({claimedBy: {personId: 'person-tess', name: 'tess'}}),
    }),
  ],
  ['a reviewer with a live page', facts({actor: sam, draft: null, live, signOffs: [signOff()]})],
  ['an administrator with a draft', facts({actor: ada})],
  ['a registrar with a credential', credentialFacts()],
]

const everyCommand: readonly CommandType[] = [
  'submit',
  'cancelRequest',
  'claim',
  'delegate',
  'requestChanges',
  'refuse',
  'recuse',
  'comment',
  'resolveComment',
  'signOff',
  'renew',
  'publish',
  'schedule',
  'unschedule',
  'revoke',
  'withdraw',
  'verifyCredential',
  'suspendCredential',
  'revokeCredential',
  'proposePolicy',
  'adoptPolicy',
  'declinePolicy',
]

test.each(worlds)('to %s buttons offer exactly what the policy would allow', (_, world) => {
  const read = reviewRead(world)
  const offered = everyCommand.filter((type) => decide(world, probe(type, read)).allowed)
  expect(offered).toEqual(availableCommands(world))
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
    [{message: 'Not signed.', who: 'A reviewer.', code: 'a'}],
  ],
  [
    'without denials',
    {response: {body: {error: {description: 'No.'}}}},
    [{message: 'No.', who: '', code: null}],
  ],
  [
    'with a message alone',
    {response: {body: {message: 'Sign in first.'}}},
    [{message: 'Sign in first.', who: '', code: null}],
  ],
  [
    'that never reached the server',
    new Error('offline'),
    [{message: 'offline', who: '', code: null}],
  ],
  ['that is no error', 'gone', [{message: 'gone', who: '', code: null}]],
])('a refusal %s is put in words', (_, error, expected) => {
  expect(refusal(error)).toEqual(expected)
})

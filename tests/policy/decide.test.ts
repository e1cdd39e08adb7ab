import {describe, expect, test} from 'vitest'
import {
  type Actor,
  availableCommands,
  type Command,
  decide,
  type Denial,
  type DenialCode,
  type Facts,
  isStale,
  policyVersion,
} from '../../plugins/review-workflow/policy/index.ts'
import {denialSamples} from '../support/denials.ts'
import {cases} from './cases/index.ts'
import {
  ada,
  anonymous,
  comment,
  credential,
  credentialFacts,
  edith,
  facts,
  objection,
  operator,
  party,
  policyFacts,
  proposal,
  publish,
  request,
  requestChanges,
  revocation,
  revoke,
  rita,
  robot,
  sam,
  schedule,
  signedCredential,
  signedSleepCredential,
  signOff,
  signOffCommand,
  sleepCredential,
  sleepSignOff,
  submit,
  suspendCredential,
  tess,
  trial,
  verifyCredential,
  version,
  voidedFor,
  withdraw,
} from '../support/facts.ts'

const families = {
  either: ['MT-REG', 'MT-CERT', 'SLP-MED', 'SLP-BEH'],
  sleep: ['SLP-MED', 'SLP-BEH'],
  medicines: ['SLP-MED', 'CLIN-RX', 'CLIN-GP'],
} as const

const signing = (overrides: Parameters<typeof facts>[0] = {}) => facts({actor: tess, ...overrides})
const signed = (overrides: Parameters<typeof facts>[0] = {}) =>
  facts({signOffs: [signOff()], ...overrides})

describe('allowed', () => {
  const nothing = {allowed: true, credentials: [], signOffs: []}
  const cases: readonly (readonly [string, Facts, Command, unknown])[] = [
    ['an editor submits a draft', facts(), submit, nothing],
    [
      'changed words move a running request on',
      facts({request: request({digest: 'older'})}),
      submit,
      nothing,
    ],
    [
      'a draft that somebody wants changed is submitted again with an answer',
      facts({objection}),
      {...submit, note: 'Cited.'},
      nothing,
    ],
    ['a reviewer asks for changes', signing(), requestChanges, nothing],
    [
      'a therapist signs',
      signing(),
      signOffCommand(),
      {allowed: true, credentials: [signedCredential()], signOffs: []},
    ],
    [
      'a sleep physician signs the same words',
      facts({actor: sam}),
      signOffCommand(),
      {allowed: true, credentials: [signedSleepCredential], signOffs: []},
    ],
    [
      'a reviewer signs live words again before they are due',
      signing({draft: null, live: version(), contributors: []}),
      signOffCommand(),
      {allowed: true, credentials: [signedCredential()], signOffs: []},
    ],
    [
      'a disclosed conflict of interest with a statement does not stop a signature',
      signing(),
      signOffCommand({conflictOfInterest: 'disclosed', conflictStatement: 'I teach this method.'}),
      {allowed: true, credentials: [signedCredential()], signOffs: []},
    ],
    [
      'only credentials that cover the words are copied into a signature',
      signing({
        credentials: [
          credential(),
          credential({id: 'tech', typeCode: 'RPSGT'}),
          credential({id: 'old', expires: '2026-01-01'}),
        ],
      }),
      signOffCommand(),
      {allowed: true, credentials: [signedCredential()], signOffs: []},
    ],
    [
      'an editor publishes signed words',
      signed(),
      publish,
      {allowed: true, credentials: [], signOffs: [1]},
    ],
    [
      'publishing rests on every usable sign-off and on no other',
      facts({
        signOffs: [
          signOff(),
          sleepSignOff(),
          signOff({seq: 3, personId: 'person-gone', credentials: []}),
          signOff({seq: 4, digest: 'older', voided: voidedFor('contentChanged')}),
        ],
      }),
      publish,
      {allowed: true, credentials: [], signOffs: [2, 1]},
    ],
    [
      'two people sign words of high risk together',
      facts({
        draft: version({topics: ['massagePractice', 'medication']}),
        signOffs: [signOff(), sleepSignOff()],
      }),
      publish,
      {allowed: true, credentials: [], signOffs: [2, 1]},
    ],
    [
      'of two sign-offs by one person the newer counts',
      facts({signOffs: [signOff({seq: 5}), signOff()]}),
      publish,
      {allowed: true, credentials: [], signOffs: [5]},
    ],
    [
      'a reviewer revokes all that stand',
      signing({
        signOffs: [
          signOff(),
          sleepSignOff(),
          signOff({seq: 3, revoked: revocation}),
          signOff({seq: 4, voided: voidedFor('contentChanged')}),
        ],
      }),
      revoke,
      {allowed: true, credentials: [], signOffs: [1, 2]},
    ],
    [
      'a registrar revokes one sign-off',
      facts({actor: rita, signOffs: [signOff(), sleepSignOff()]}),
      {...revoke, signOff: 2},
      {allowed: true, credentials: [], signOffs: [2]},
    ],
    [
      'who signed takes it back, and nothing else, whatever became of the role',
      signing({
        actor: {...tess, roles: ['viewer']},
        signOffs: [signOff(), sleepSignOff()],
      }),
      revoke,
      {allowed: true, credentials: [], signOffs: [1]},
    ],
    ['an editor takes a live page down', facts({draft: null, live: version()}), withdraw, nothing],
    ['a registrar verifies a credential', credentialFacts(), verifyCredential, nothing],
    [
      'a registrar suspends a credential',
      credentialFacts({credentials: [credential()]}),
      suspendCredential,
      nothing,
    ],
  ]

  test.each(cases)('%s', (_name, given, command, decision) => {
    expect(decide(given, command)).toEqual(decision)
  })
})

const roleMissing = (...anyOf: Extract<Denial, {code: 'roleMissing'}>['anyOf']): Denial => ({
  code: 'roleMissing',
  anyOf,
})
const signOffMissing: Denial = {
  code: 'signOffMissing',
  families: families.either,
  topics: ['massagePractice'],
}
const unusable = (
  problems: Extract<Denial, {code: 'signOffUnusable'}>['problems'],
  fields: Partial<Extract<Denial, {code: 'signOffUnusable'}>> = {},
): Denial => ({
  code: 'signOffUnusable',
  seq: 1,
  name: 'tess',
  at: '2026-05-01T09:00:00.000Z',
  problems,
  ...fields,
})
const lapsed = (
  problem: Extract<Denial, {code: 'credentialUnusable'}>['problem'],
  expires: string | null = '2027-01-01',
): Denial => ({
  code: 'credentialUnusable',
  id: 'credential-tess',
  label: 'Board Certified in Therapeutic Massage & Bodywork (BCTMB), NCBTMB',
  problem,
  expires,
})

const refused: readonly (readonly [string, Facts, Command, readonly Denial[]])[] = [
  // submit
  [
    'a Studio of an older policy submits nothing',
    facts({policyVersion: '2030-01-01'}),
    submit,
    [{code: 'policyOutdated', loaded: policyVersion, current: '2030-01-01'}],
  ],
  ['nobody submits anonymously', facts({actor: anonymous}), submit, [{code: 'notSignedIn'}]],
  [
    'types that are not governed are not submitted',
    facts({type: 'person'}),
    submit,
    [{code: 'notGoverned', type: 'person'}],
  ],
  [
    'a page that does not exist is not submitted',
    facts({draft: null}),
    submit,
    [{code: 'documentMissing'}],
  ],
  [
    'a draft without a canonical form is not submitted',
    facts({draft: version({digest: null})}),
    submit,
    [{code: 'contentUnreadable'}],
  ],
  [
    'the same words are not submitted twice',
    facts({request: request()}),
    submit,
    [{code: 'alreadyInReview'}],
  ],
  // requestChanges
  [
    'changes to nothing cannot be asked for',
    signing({draft: null}),
    requestChanges,
    [{code: 'documentMissing'}],
  ],
  [
    'asking for changes takes a note',
    signing(),
    {type: 'requestChanges', note: '  '},
    [{code: 'reasonMissing'}],
  ],
  [
    'an account without a person asks for no changes',
    signing({actor: {...tess, personId: null}}),
    requestChanges,
    [{code: 'personUnknown'}],
  ],
  // signOff
  [
    'a robot never signs',
    signing({actor: robot('reviewer')}),
    signOffCommand(),
    [{code: 'notAPerson'}, {code: 'credentialMissing'}],
  ],
  [
    'an operator never signs',
    signing({actor: {...operator, roles: ['reviewer']} as Actor}),
    signOffCommand(),
    [{code: 'notAPerson'}, {code: 'credentialMissing'}],
  ],
  [
    'an account without a person never signs',
    signing({actor: {...tess, personId: null}}),
    signOffCommand(),
    [{code: 'personUnknown'}, {code: 'credentialMissing'}],
  ],
  [
    'an account whose person has no name never signs, whatever credentials have no holder',
    signing({actor: {...tess, personId: ''}, credentials: [credential({holder: ''})]}),
    signOffCommand(),
    [{code: 'personUnknown'}],
  ],
  [
    'a good credential without the role does not sign',
    signing({actor: {...tess, roles: ['editor']}}),
    signOffCommand(),
    [roleMissing('reviewer')],
  ],
  [
    'nothing is not signed',
    signing({draft: null}),
    signOffCommand(),
    [{code: 'documentMissing'}, {code: 'outOfScope', topics: [], families: []}],
  ],
  [
    'words without a canonical form are not signed',
    signing({draft: version({digest: null})}),
    signOffCommand(),
    [{code: 'contentUnreadable'}],
  ],
  [
    'words whose closure has no canonical form are not signed',
    signing({draft: version({closureDigest: null})}),
    signOffCommand(),
    [{code: 'contentUnreadable'}],
  ],
  [
    'words that somebody refused are not signed before they come back',
    signing({objection}),
    signOffCommand(),
    [{code: 'changesRequested', by: 'sam', note: 'Cite the trial'}],
  ],
  [
    'words are signed as they were read',
    signing(),
    signOffCommand({digest: 'older'}),
    [{code: 'contentChanged', seen: 'older', current: 'words'}],
  ],
  [
    'what the page shows is signed as it was seen',
    signing(),
    signOffCommand({closureDigest: 'older'}),
    [{code: 'closureChanged', seen: 'older', current: 'closure'}],
  ],
  [
    'of changed words the closure is not mentioned',
    signing(),
    signOffCommand({digest: 'older', closureDigest: 'older'}),
    [{code: 'contentChanged', seen: 'older', current: 'words'}],
  ],
  [
    'a page that rests on a retracted work is not signed',
    signing({draft: version({works: [trial('retracted')]})}),
    signOffCommand(),
    [{code: 'citationRetracted', citations: ['trial']}],
  ],
  [
    'a contributor does not sign',
    signing({contributors: [party(edith), party(tess)]}),
    signOffCommand(),
    [{code: 'wroteTheWords'}],
  ],
  [
    'who contributed through another account does not sign',
    signing({contributors: [{userId: 'user-other', personId: 'person-tess'}]}),
    signOffCommand(),
    [{code: 'wroteTheWords'}],
  ],
  [
    'who contributed before the account was linked to a person does not sign',
    signing({contributors: [{userId: 'user-tess', personId: null}]}),
    signOffCommand(),
    [{code: 'wroteTheWords'}],
  ],
  [
    'a named author does not sign',
    signing({draft: version({authors: ['person-tess']})}),
    signOffCommand(),
    [{code: 'namedAuthor'}],
  ],
  [
    'a reviewer without a credential does not sign',
    signing({credentials: [sleepCredential()]}),
    signOffCommand(),
    [{code: 'credentialMissing'}],
  ],
  [
    'an expired credential does not sign',
    signing({credentials: [credential({expires: '2026-05-31'})]}),
    signOffCommand(),
    [lapsed('expired', '2026-05-31')],
  ],
  [
    'every credential that does not count is named',
    signing({
      credentials: [
        credential({state: 'suspended'}),
        credential({
          id: 'credential-uk',
          typeCode: 'UK-CNHC',
          jurisdiction: 'GB',
          discipline: 'Reiki',
        }),
      ],
    }),
    signOffCommand(),
    [
      lapsed('suspended'),
      {
        code: 'credentialUnusable',
        id: 'credential-uk',
        label: 'Registrant of the Complementary & Natural Healthcare Council (CNHC), CNHC',
        problem: 'wrongDiscipline',
        expires: '2027-01-01',
      },
    ],
  ],
  [
    'a therapist does not sign what only a sleep specialist may',
    signing({draft: version({topics: ['insomniaDisorder', 'massagePractice']})}),
    signOffCommand(),
    [{code: 'outOfScope', topics: ['insomniaDisorder'], families: families.sleep}],
  ],
  [
    'nobody signs a page about nothing that the policy knows',
    signing({draft: version({topics: []})}),
    signOffCommand(),
    [{code: 'outOfScope', topics: [], families: []}],
  ],
  [
    'a signature takes a password',
    signing(),
    signOffCommand({factors: []}),
    [{code: 'reauthenticationMissing'}],
  ],
  [
    'a signature agrees to the attestation in force',
    signing(),
    signOffCommand({attestation: 'medical-accuracy-0'}),
    [{code: 'attestationOutdated', current: 'medical-accuracy-1'}],
  ],
  [
    'a disclosed conflict of interest takes a statement',
    signing(),
    signOffCommand({conflictOfInterest: 'disclosed', conflictStatement: ' '}),
    [{code: 'conflictUnanswered'}],
  ],
  [
    'the question about conflicts of interest takes an answer',
    signing(),
    signOffCommand({conflictOfInterest: '' as 'none'}),
    [{code: 'conflictUnanswered'}],
  ],
  [
    'who must recuse does not sign',
    signing(),
    signOffCommand({conflictOfInterest: 'mustRecuse', conflictStatement: 'I sell it.'}),
    [{code: 'mustRecuse'}],
  ],
  [
    'every reason against a signature is told at once',
    signing({
      policyVersion: '2030-01-01',
      actor: {...tess, roles: ['viewer']},
      draft: version({
        authors: ['person-tess'],
        works: [trial('retracted')],
        topics: ['medication'],
      }),
      contributors: [party(tess)],
      objection,
    }),
    signOffCommand({
      digest: 'older',
      factors: [],
      attestation: '',
      conflictOfInterest: 'mustRecuse',
    }),
    [
      {code: 'policyOutdated', loaded: policyVersion, current: '2030-01-01'},
      roleMissing('reviewer'),
      {code: 'changesRequested', by: 'sam', note: 'Cite the trial'},
      {code: 'contentChanged', seen: 'older', current: 'words'},
      {code: 'citationRetracted', citations: ['trial']},
      {code: 'wroteTheWords'},
      {code: 'namedAuthor'},
      {code: 'outOfScope', topics: ['medication'], families: families.medicines},
      {code: 'reauthenticationMissing'},
      {code: 'attestationOutdated', current: 'medical-accuracy-1'},
      {code: 'mustRecuse'},
    ],
  ],
  // publish
  ['unsigned words are not published', facts(), publish, [signOffMissing]],
  [
    'a page without a draft has nothing to publish',
    facts({draft: null, live: version(), signOffs: [signOff()]}),
    publish,
    [{code: 'nothingToPublish'}],
  ],
  [
    'an administrator does not publish unsigned words',
    facts({actor: ada}),
    publish,
    [signOffMissing],
  ],
  [
    'words without a canonical form are not published',
    signed({draft: version({digest: null})}),
    publish,
    [{code: 'contentUnreadable'}, signOffMissing],
  ],
  [
    'words that somebody refused are not published',
    signed({objection}),
    publish,
    [
      {code: 'changesRequested', by: 'sam', note: 'Cite the trial'},
      signOffMissing,
      unusable(['changesRequested']),
    ],
  ],
  [
    'a page that rests on a retracted work is not published',
    signed({draft: version({works: [trial('retracted')]})}),
    publish,
    [
      {code: 'citationRetracted', citations: ['trial']},
      signOffMissing,
      unusable(['citationRetracted']),
    ],
  ],
  [
    'a sign-off of other words does not count',
    signed({draft: version({digest: 'newer'})}),
    publish,
    [signOffMissing],
  ],
  [
    'a sign-off of another closure does not count',
    signed({draft: version({closureDigest: 'newer'})}),
    publish,
    [signOffMissing, unusable(['closureChanged'])],
  ],
  [
    'a revoked sign-off does not count',
    signed({signOffs: [signOff({revoked: revocation})]}),
    publish,
    [signOffMissing, unusable(['revoked'])],
  ],
  [
    'equal bytes do not revive a sign-off that was void once',
    signed({signOffs: [signOff({voided: voidedFor('contentChanged')})]}),
    publish,
    [signOffMissing, unusable(['contentChanged'])],
  ],
  [
    'a sign-off whose credential has expired since does not publish',
    signed({credentials: [credential({expires: '2026-05-31'})]}),
    publish,
    [signOffMissing, unusable(['credentialLapsed'])],
  ],
  [
    'a sign-off whose credential was suspended since does not publish',
    signed({credentials: [credential({state: 'suspended'})]}),
    publish,
    [signOffMissing, unusable(['credentialLapsed'])],
  ],
  [
    'a sign-off on the credential of another person does not publish',
    signed({credentials: [credential({holder: 'person-sam'})]}),
    publish,
    [signOffMissing, unusable(['credentialLapsed'])],
  ],
  [
    'every reason against a sign-off is told at once',
    signed({
      draft: version({closureDigest: 'newer', works: [trial('retracted')]}),
      signOffs: [signOff({revoked: revocation, voided: voidedFor('withdrawn')})],
      credentials: [],
    }),
    publish,
    [
      {code: 'citationRetracted', citations: ['trial']},
      signOffMissing,
      unusable(['closureChanged', 'revoked', 'withdrawn', 'citationRetracted', 'credentialLapsed']),
    ],
  ],
  [
    'a sign-off without a person does not count',
    signed({
      signOffs: [signOff({personId: ''})],
      credentials: [credential({holder: ''})],
    }),
    publish,
    [signOffMissing, unusable(['malformed'])],
  ],
  [
    'one of two people is not enough for words of high risk',
    facts({
      draft: version({topics: ['massagePractice', 'medication']}),
      signOffs: [sleepSignOff()],
    }),
    publish,
    [{code: 'secondPersonMissing', needed: 2, signed: 1}],
  ],
  [
    'two sign-offs of one person are not two people',
    facts({
      draft: version({topics: ['massagePractice', 'medication']}),
      signOffs: [sleepSignOff(), sleepSignOff({seq: 3})],
    }),
    publish,
    [{code: 'secondPersonMissing', needed: 2, signed: 1}],
  ],
  [
    'missing families are grouped by who may sign',
    facts({
      draft: version({
        topics: ['massagePractice', 'medication', 'relaxationWellbeing', 'treatmentComparison'],
      }),
    }),
    publish,
    [
      {
        code: 'signOffMissing',
        families: families.either,
        topics: ['massagePractice', 'relaxationWellbeing'],
      },
      {code: 'signOffMissing', families: families.medicines, topics: ['medication']},
      {code: 'signOffMissing', families: families.sleep, topics: ['treatmentComparison']},
    ],
  ],
  [
    'a page about nothing that the policy knows is not published',
    signed({draft: version({topics: []})}),
    publish,
    [{code: 'signOffMissing', families: [], topics: []}],
  ],
  [
    'a topic that the policy does not know is one that nobody may sign',
    facts({draft: version({topics: ['astrology' as 'cancer']}), signOffs: [signOff()]}),
    publish,
    [{code: 'signOffMissing', families: [], topics: ['astrology' as 'cancer']}],
  ],
  // revoke
  ['nothing stands to be revoked', signing(), revoke, [{code: 'nothingToRevoke'}]],
  [
    'what is revoked or void is not revoked again',
    signing({
      signOffs: [
        signOff({revoked: revocation}),
        sleepSignOff({voided: voidedFor('closureChanged')}),
      ],
    }),
    revoke,
    [{code: 'nothingToRevoke'}],
  ],
  [
    'revoking takes a reason and a sign-off that is there',
    signing({signOffs: [signOff()]}),
    {type: 'revoke', reason: '', signOff: 7},
    [{code: 'reasonMissing'}, {code: 'nothingToRevoke'}],
  ],
  // withdraw
  ['what is not live is not taken down', facts(), withdraw, [{code: 'notLive'}]],
  [
    'taking a page down takes a reason',
    facts({live: version()}),
    {type: 'withdraw', reason: '\n'},
    [{code: 'reasonMissing'}],
  ],
  // verifyCredential
  [
    'a page is not a credential',
    facts({actor: rita, id: 'credential-tess', live: version(), credentials: [credential()]}),
    suspendCredential,
    [{code: 'notACredential'}],
  ],
  [
    'a credential that is not saved is not verified',
    credentialFacts({live: null, credentials: []}),
    verifyCredential,
    [{code: 'documentMissing'}],
  ],
  [
    'a credential without a canonical form is not verified',
    credentialFacts({live: version({digest: null})}),
    verifyCredential,
    [{code: 'contentUnreadable'}],
  ],
  [
    'nobody verifies their own credential',
    credentialFacts({actor: {...tess, roles: ['registrar']}}),
    verifyCredential,
    [{code: 'ownCredential'}],
  ],
  [
    'who entered a credential does not verify it',
    credentialFacts({contributors: [party(rita)]}),
    verifyCredential,
    [{code: 'wroteTheCredential'}],
  ],
  [
    'a credential that stands verified is not verified again',
    credentialFacts({credentials: [credential({verifiedOn: '2026-05-30'})]}),
    verifyCredential,
    [{code: 'alreadyVerified'}],
  ],
  [
    'verifying takes the address of the register',
    credentialFacts(),
    {...verifyCredential, sourceUrl: 'on the phone'},
    [{code: 'sourceMissing'}],
  ],
  [
    'verifying takes a method',
    credentialFacts(),
    {...verifyCredential, method: ' '},
    [{code: 'sourceMissing'}],
  ],
  [
    'every reason against verifying is told at once',
    credentialFacts({
      actor: {...tess, roles: ['reviewer']},
      contributors: [party(tess)],
      credentials: [credential({verifiedOn: '2026-05-30'})],
    }),
    {...verifyCredential, method: '', sourceUrl: ''},
    [
      roleMissing('registrar'),
      {code: 'ownCredential'},
      {code: 'wroteTheCredential'},
      {code: 'alreadyVerified'},
      {code: 'sourceMissing'},
    ],
  ],
  [
    'a credential without a holder is not verified',
    credentialFacts({credentials: [credential({holder: '', state: 'pending', verifiedBy: null})]}),
    verifyCredential,
    [lapsed('noHolder')],
  ],
  [
    'a credential that has expired is not verified',
    credentialFacts({
      credentials: [credential({state: 'pending', verifiedBy: null, expires: '2026-05-31'})],
    }),
    verifyCredential,
    [lapsed('expired', '2026-05-31')],
  ],
  // suspendCredential
  [
    'suspending takes a reason',
    credentialFacts(),
    {type: 'suspendCredential', reason: ''},
    [{code: 'reasonMissing'}],
  ],
  // all
  [
    'facts that cannot be read are a no',
    {...facts(), signOffs: 'none'} as unknown as Facts,
    publish,
    [{code: 'factsUnreadable'}],
  ],
]

describe('refused', () => {
  test.each(refused)('%s', (_name, given, command, denials) => {
    expect(decide(given, command)).toEqual({allowed: false, denials})
  })

  test('every code that is not for the guard alone is refused with somewhere', () => {
    const guardOnly: readonly DenialCode[] = [
      'pagesNeedSignOff',
      'writtenByServer',
      'holderChangesCredential',
      'credentialOnRecord',
      // For the worklist: it refuses nobody.
      'holderUnable',
    ]
    const all = [...refused, ...Object.values(cases).flatMap((each) => each.refused)]
    const seen = new Set(all.flatMap(([, , , list]) => list).map(({code}) => code))
    const expected = Object.keys(denialSamples).filter(
      (code) => !guardOnly.some((other) => other === code),
    )
    expect([...seen].sort()).toEqual(expected.sort())
  })

  test('a command that the policy does not know is a no', () => {
    const unknown = {type: 'approve'} as unknown as Command
    expect(decide(signed(), unknown)).toEqual({
      allowed: false,
      denials: [{code: 'factsUnreadable'}],
    })
  })
})

test('what is available is what would be allowed', () => {
  expect(availableCommands(signed())).toEqual(['submit', 'comment', 'publish', 'schedule'])
  expect(availableCommands(facts({actor: tess, live: version()}))).toEqual([
    'requestChanges',
    'refuse',
    'recuse',
    'comment',
    'signOff',
    'renew',
    'withdraw',
  ])
  expect(availableCommands(credentialFacts())).toEqual([
    'verifyCredential',
    'suspendCredential',
    'revokeCredential',
  ])
  expect(availableCommands(policyFacts({proposal: proposal()}))).toEqual([
    'proposePolicy',
    'adoptPolicy',
    'declinePolicy',
  ])
  expect(
    availableCommands(
      facts({request: request(), comments: [comment({blocking: false})], schedule, signOffs: []}),
    ),
  ).toEqual(['cancelRequest', 'delegate', 'comment', 'resolveComment', 'unschedule'])
  expect(availableCommands({} as Facts)).toEqual([])
})

describe('stale', () => {
  const stale: readonly DenialCode[] = [
    'contentChanged',
    'closureChanged',
    'policyOutdated',
    'attestationOutdated',
    'proposalChanged',
  ]

  test.each(Object.values(denialSamples))('$code alone', (denial) => {
    expect(isStale([denial])).toBe(stale.includes(denial.code))
  })

  test('a refusal for any other reason too is not stale', () => {
    expect(isStale([denialSamples.contentChanged, denialSamples.wroteTheWords])).toBe(false)
    expect(isStale([])).toBe(false)
  })
})

import {type Decision, defaultPolicy} from '../../../plugins/review-workflow/policy/index.ts'
import {
  comment,
  credential,
  facts,
  liveFacts,
  objection,
  party,
  policyFacts,
  renewCommand,
  sam,
  signedCredential,
  signOffCommand,
  tess,
  trial,
  version,
} from '../../support/facts.ts'
import {type Cases} from './case.ts'

const signing = (overrides: Parameters<typeof facts>[0] = {}) => facts({actor: tess, ...overrides})
const renewing = (overrides: Parameters<typeof facts>[0] = {}) =>
  liveFacts({actor: sam, contributors: [], ...overrides})
const byTess: Decision = {allowed: true, credentials: [signedCredential()], signOffs: []}
const bySam: Decision = {
  allowed: true,
  credentials: [
    signedCredential({
      id: 'credential-sam',
      typeCode: 'ABMS-SM',
      label: 'Board Certified in Sleep Medicine, an ABMS member board',
      families: ['SLP-MED'],
    }),
  ],
  signOffs: [],
}
const efficacy = version({topics: ['massageForSleepEfficacy']})
const bothSides = {...defaultPolicy, bothSidesForEfficacy: true}
const cancer = version({topics: ['massagePractice', 'cancer']})
const recusals = [{personId: 'person-tess', at: '2026-05-20', reason: 'A friend wrote it'}]

/** What else a signature takes since reviewers tick, step back and renew. */
export const signatures: Cases = {
  allowed: [
    [
      'everything was found well, or does not apply',
      signing(),
      signOffCommand({checklist: {accuracy: 'yes', citationsOpened: 'notApplicable'}}),
      byTess,
    ],
    [
      'that somebody else stepped back is nothing to who signs',
      signing({recusals: [{...recusals[0], personId: 'person-sam'} as (typeof recusals)[0]]}),
      signOffCommand(),
      byTess,
    ],
    [
      'remarks that block do not stop a signature',
      signing({comments: [comment()]}),
      signOffCommand(),
      byTess,
    ],
    [
      'works that nobody has looked up do not stop a signature',
      signing({
        draft: version({topics: ['cancer', 'massagePractice'], works: [trial('notChecked', null)]}),
      }),
      signOffCommand(),
      byTess,
    ],
    [
      'a work that is doubted does not stop a signature',
      signing({draft: version({works: [trial('expressionOfConcern')]})}),
      signOffCommand(),
      byTess,
    ],
    [
      'where both sides must sign, each signs for theirs',
      signing({draft: efficacy, policy: bothSides}),
      signOffCommand(),
      byTess,
    ],
    [
      'where two must sign, each signs for theirs',
      signing({draft: cancer}),
      signOffCommand(),
      byTess,
    ],
    ['live words are reviewed again', renewing(), renewCommand(), bySam],
    [
      'live words are reviewed again by who signed them before',
      renewing({actor: tess}),
      renewCommand(),
      byTess,
    ],
    [
      'a draft of the same words is no other draft',
      renewing({draft: version()}),
      renewCommand(),
      bySam,
    ],
  ],
  refused: [
    ['who stepped back does not sign', signing({recusals}), signOffCommand(), [{code: 'recused'}]],
    [
      'who stepped back does not sign from another account',
      signing({actor: {...tess, userId: 'user-other'}, recusals}),
      signOffCommand(),
      [{code: 'recused'}],
    ],
    [
      'nobody signs what they found wanting',
      signing(),
      signOffCommand({checklist: {accuracy: 'no', safetyComplete: 'no', plainLanguage: 'yes'}}),
      [{code: 'checklistFailed', items: ['accuracy', 'safetyComplete']}],
    ],
    [
      'words that somebody refused are not signed before they come back',
      signing({objection: {...objection, kind: 'refused'}}),
      signOffCommand(),
      [{code: 'refused', by: 'sam', note: 'Cite the trial'}],
    ],
    [
      'their own objection stops who would sign after all',
      signing({objection: {...objection, personId: 'person-tess', name: 'tess'}}),
      signOffCommand(),
      [{code: 'changesRequested', by: 'tess', note: 'Cite the trial'}],
    ],
    [
      'a work that its publisher withdrew stops a signature',
      signing({draft: version({works: [trial('withdrawn')]})}),
      signOffCommand(),
      [{code: 'citationRetracted', citations: ['trial']}],
    ],
    [
      'the policy is not signed',
      {...policyFacts({actor: tess}), reviewers: []},
      signOffCommand(),
      [
        {code: 'notGoverned', type: 'reviewPolicy'},
        {code: 'documentMissing'},
        {code: 'outOfScope', topics: [], families: []},
      ],
    ],
    [
      'a check that is too old for the risk stops a signature',
      signing({
        draft: cancer,
        credentials: [credential({verifiedOn: '2025-11-30'})],
      }),
      signOffCommand(),
      [
        {
          code: 'credentialUnusable',
          id: 'credential-tess',
          label: 'Board Certified in Therapeutic Massage & Bodywork (BCTMB), NCBTMB',
          problem: 'verificationStale',
          expires: '2027-01-01',
        },
      ],
    ],
    // renew
    [
      'what is not live is not reviewed again',
      facts({actor: sam}),
      renewCommand(),
      [{code: 'notLive'}],
    ],
    [
      'live words with a draft of others are not reviewed again',
      renewing({draft: version({digest: 'newer'})}),
      renewCommand({digest: 'newer'}),
      [{code: 'draftPending'}],
    ],
    [
      'live words are reviewed again as they were read',
      renewing(),
      renewCommand({digest: 'older'}),
      [{code: 'contentChanged', seen: 'older', current: 'words'}],
    ],
    [
      'what a live page shows is reviewed again as it was seen',
      renewing(),
      renewCommand({closureDigest: 'older'}),
      [{code: 'closureChanged', seen: 'older', current: 'closure'}],
    ],
    [
      'a page on a retracted work is not reviewed again',
      renewing({live: version({works: [trial('retracted')]})}),
      renewCommand(),
      [{code: 'citationRetracted', citations: ['trial']}],
    ],
    [
      'who wrote live words does not review them again',
      renewing({contributors: [party(sam)]}),
      renewCommand(),
      [{code: 'wroteTheWords'}],
    ],
    [
      'who stepped back does not review again',
      renewing({actor: tess, recusals}),
      renewCommand(),
      [{code: 'recused'}],
    ],
    [
      'reviewing again takes a password, the attestation and an answer',
      renewing(),
      renewCommand({factors: [], attestation: '', conflictOfInterest: 'mustRecuse'}),
      [
        {code: 'reauthenticationMissing'},
        {code: 'attestationOutdated', current: 'medical-accuracy-1'},
        {code: 'mustRecuse'},
      ],
    ],
    [
      'nobody renews what they found wanting',
      renewing(),
      renewCommand({checklist: {citationsOpened: 'no'}}),
      [{code: 'checklistFailed', items: ['citationsOpened']}],
    ],
  ],
}

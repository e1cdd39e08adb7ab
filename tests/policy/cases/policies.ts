import {
  type Command,
  defaultPolicy,
  type Policy,
  policyVersion,
} from '../../../plugins/review-workflow/policy/index.ts'
import {
  ada,
  adoptPolicy,
  declinePolicy,
  edith,
  facts,
  party,
  policyFacts,
  proposal,
  proposePolicy,
  rita,
  stricter,
  tess,
} from '../../support/facts.ts'
import {type Cases, roleMissing, yes} from './case.ts'

const open = {proposal: proposal()}
const own = {proposal: proposal({by: party(rita), byName: 'rita'})}
const propose = (policy: unknown): Command => ({...proposePolicy, policy: policy as Policy})
const older = {code: 'policyOutdated', loaded: policyVersion, current: '2030-01-01'} as const
const roles = roleMissing('administrator', 'registrar', 'reviewer')

/** The policy changes by a decision of two people. */
export const policies: Cases = {
  allowed: [
    ['a registrar proposes', policyFacts(), proposePolicy, yes],
    ['an administrator proposes', policyFacts({actor: ada}), proposePolicy, yes],
    ['a reviewer proposes', policyFacts({actor: tess}), proposePolicy, yes],
    ['a new proposal takes the place of an open one', policyFacts(open), proposePolicy, yes],
    ['who proposed proposes anew', policyFacts(own), proposePolicy, yes],
    ['somebody else adopts it', policyFacts(open), adoptPolicy, yes],
    ['a reviewer adopts it', policyFacts({actor: tess, ...open}), adoptPolicy, yes],
    ['somebody else declines it', policyFacts(open), declinePolicy, yes],
    ['who proposed takes it back', policyFacts(own), declinePolicy, yes],
  ],
  refused: [
    // proposePolicy
    [
      'a Studio of an older policy proposes nothing',
      policyFacts({policyVersion: '2030-01-01'}),
      proposePolicy,
      [older],
    ],
    ['an editor proposes nothing', policyFacts({actor: edith}), proposePolicy, [roles]],
    [
      'an account without a person proposes nothing',
      policyFacts({actor: {...rita, personId: null}}),
      proposePolicy,
      [{code: 'personUnknown'}],
    ],
    ['a page is not the policy', facts({actor: rita}), proposePolicy, [{code: 'notThePolicy'}]],
    [
      'a document under the name of the policy is not the policy',
      policyFacts({type: 'article'}),
      proposePolicy,
      [{code: 'notThePolicy'}],
    ],
    [
      'a document of its type is not the policy',
      policyFacts({id: 'ourPolicy'}),
      proposePolicy,
      [{code: 'notThePolicy'}],
    ],
    [
      'what is unsound is named value by value',
      policyFacts(),
      propose({...stricter, peopleNeeded: {R1: 0, R2: 1, R3: 1, R4: 2}, signOffs: 'none'}),
      [
        {
          code: 'policyUnsound',
          problems: [
            {
              field: 'peopleNeeded',
              trigger: null,
              riskClass: 'R1',
              fault: {kind: 'outOfBounds', least: 1, most: 4, optional: false},
            },
            {
              field: null,
              trigger: null,
              riskClass: null,
              fault: {kind: 'unknown', name: 'signOffs'},
            },
          ],
        },
      ],
    ],
    [
      'the policy in force is no change',
      policyFacts(),
      propose(defaultPolicy),
      [{code: 'policyUnchanged'}],
    ],
    [
      'a number of its own makes no change',
      policyFacts(),
      propose({...defaultPolicy, revision: 7}),
      [{code: 'policyUnchanged'}],
    ],
    [
      'proposing takes a reason',
      policyFacts(),
      {...proposePolicy, reason: ' '},
      [{code: 'reasonMissing'}],
    ],
    [
      'proposing takes a password',
      policyFacts(),
      {...proposePolicy, factors: ['cookie']},
      [{code: 'reauthenticationMissing'}],
    ],
    // adoptPolicy
    ['nothing is proposed to be adopted', policyFacts(), adoptPolicy, [{code: 'nothingProposed'}]],
    ['nobody adopts what they proposed', policyFacts(own), adoptPolicy, [{code: 'ownProposal'}]],
    [
      'nobody adopts what they proposed from another account',
      policyFacts({...own, actor: {...rita, userId: 'user-other'}}),
      adoptPolicy,
      [{code: 'ownProposal'}],
    ],
    [
      'nobody adopts what their account proposed, whoever it was then',
      policyFacts({
        proposal: proposal({by: {userId: 'user-rita', personId: 'person-gone'}}),
      }),
      adoptPolicy,
      [{code: 'ownProposal'}],
    ],
    [
      'who adopts names what they read',
      policyFacts(open),
      {...adoptPolicy, hash: 'laxer'},
      [{code: 'proposalChanged', seen: 'laxer', current: 'stricter'}],
    ],
    [
      'adopting takes a password',
      policyFacts(open),
      {...adoptPolicy, factors: []},
      [{code: 'reauthenticationMissing'}],
    ],
    [
      'a Studio of an older policy adopts nothing',
      policyFacts({...open, policyVersion: '2030-01-01'}),
      adoptPolicy,
      [older],
    ],
    ['an editor adopts nothing', policyFacts({...open, actor: edith}), adoptPolicy, [roles]],
    ['a page adopts nothing', facts({actor: rita, ...open}), adoptPolicy, [{code: 'notThePolicy'}]],
    [
      'an unsound proposal cannot be read, so it is not adopted',
      policyFacts({proposal: proposal({policy: {...stricter, graceDays: -1}})}),
      adoptPolicy,
      [{code: 'factsUnreadable'}],
    ],
    // declinePolicy
    [
      'nothing is proposed to be declined',
      policyFacts(),
      declinePolicy,
      [{code: 'nothingProposed'}],
    ],
    [
      'declining takes a reason',
      policyFacts(open),
      {...declinePolicy, reason: ''},
      [{code: 'reasonMissing'}],
    ],
    ['an editor declines nothing', policyFacts({...open, actor: edith}), declinePolicy, [roles]],
    [
      'every reason against adopting is told at once',
      policyFacts({
        ...own,
        policyVersion: '2030-01-01',
        actor: {...rita, roles: ['viewer']},
        id: 'page',
      }),
      {type: 'adoptPolicy', hash: 'laxer', factors: []},
      [
        older,
        roles,
        {code: 'notThePolicy'},
        {code: 'proposalChanged', seen: 'laxer', current: 'stricter'},
        {code: 'ownProposal'},
        {code: 'reauthenticationMissing'},
      ],
    ],
  ],
}

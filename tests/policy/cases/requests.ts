import {policyVersion} from '../../../plugins/review-workflow/policy/index.ts'
import {
  ada,
  anonymous,
  credential,
  edith,
  facts,
  objection,
  party,
  person,
  request,
  reviewer,
  robot,
  sam,
  signOff,
  submit,
  tess,
  trial,
  version,
  vic,
} from '../../support/facts.ts'
import {type Cases, roleMissing, yes} from './case.ts'

const tessHas = {personId: 'person-tess', name: 'tess'}
const samHas = {personId: 'person-sam', name: 'sam'}
const toTess = request({to: tessHas})
const byTess = request({claimedBy: tessHas})
const tessStoodBack = {personId: 'person-tess', at: '2026-05-20T09:00:00.000Z', reason: 'Kin'}
const live = {draft: null, live: version()}
const delegate = {type: 'delegate', to: 'person-sam'} as const
const older = {code: 'policyOutdated', loaded: policyVersion, current: '2030-01-01'} as const

/** Asking for review, taking it on and passing it on. */
export const requests: Cases = {
  allowed: [
    ['one reviewer is asked', facts(), {...submit, to: 'person-tess'}, yes],
    ['it is wanted today', facts(), {...submit, due: '2026-06-01'}, yes],
    [
      'what a live page shows is to change while its own words stay',
      facts(live),
      {...submit, shared: ['trial']},
      yes,
    ],
    [
      'of words in review another shared document is to be taken as published',
      facts({request: request({shared: ['trial']})}),
      {...submit, shared: ['trial', 'notice']},
      yes,
    ],
    [
      'a refusal is answered',
      facts({objection: {...objection, kind: 'refused'}}),
      {...submit, note: 'The trial is cited now.'},
      yes,
    ],
    ['a robot with the role asks', facts({actor: robot('editor')}), submit, yes],
    ['a fresh review of live words is asked for', facts(live), submit, yes],
    [
      'a review is claimed from somebody who could not sign it today',
      facts({actor: sam, request: toTess, recusals: [tessStoodBack]}),
      {type: 'claim'},
      yes,
    ],
    [
      'a review is claimed from somebody who has signed already',
      facts({actor: sam, request: byTess, signOffs: [signOff({personId: 'person-tess'})]}),
      {type: 'claim'},
      yes,
    ],
    ['an editor cancels a request', facts({request: request()}), {type: 'cancelRequest'}, yes],
    [
      'a Studio of an older policy cancels a request',
      facts({request: request(), policyVersion: '2030-01-01'}),
      {type: 'cancelRequest'},
      yes,
    ],
    [
      'a reviewer claims what everybody was asked',
      facts({actor: tess, request: request()}),
      {type: 'claim'},
      yes,
    ],
    [
      'a reviewer claims what they were asked',
      facts({actor: tess, request: toTess}),
      {type: 'claim'},
      yes,
    ],
    [
      'an editor passes on what nobody has',
      facts({request: request({by: party(ada)})}),
      delegate,
      yes,
    ],
    ['an editor passes on what somebody has', facts({request: byTess}), delegate, yes],
    ['who was asked passes it on', facts({actor: tess, request: toTess}), delegate, yes],
    ['who claimed it passes it on', facts({actor: tess, request: byTess}), delegate, yes],
    [
      'who asked passes it on, whatever became of the role',
      facts({actor: {...edith, roles: ['viewer']}, request: byTess}),
      delegate,
      yes,
    ],
    [
      'what was claimed goes back to who was asked first',
      facts({actor: sam, request: request({to: tessHas, claimedBy: samHas})}),
      {type: 'delegate', to: 'person-tess'},
      yes,
    ],
  ],
  refused: [
    [
      'no fresh review is asked for of what rests on a retracted work',
      facts({draft: null, live: version({works: [trial('retracted')]})}),
      submit,
      [{code: 'citationRetracted', citations: [trial().id]}],
    ],
    [
      'a machine answers no reviewer',
      facts({actor: robot('editor'), objection}),
      {...submit, note: 'Done.'},
      [{code: 'notAPerson'}],
    ],
    // submit
    [
      'an objection is answered in words',
      facts({objection}),
      {...submit, note: ' \n'},
      [{code: 'answerMissing', by: 'sam', note: 'Cite the trial'}],
    ],
    [
      'who is no reviewer is not asked',
      facts(),
      {...submit, to: 'person-vic'},
      [{code: 'assigneeUnable', name: 'person-vic', reasons: ['roleMissing']}],
    ],
    [
      'who has lost the role is not asked',
      facts({reviewers: [reviewer({...tess, roles: ['viewer']})]}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['roleMissing']}],
    ],
    [
      'who wrote the words is not asked',
      facts({contributors: [party(tess)]}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['wroteTheWords']}],
    ],
    [
      'who is named as an author is not asked',
      facts({draft: version({authors: ['person-tess']})}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['namedAuthor']}],
    ],
    [
      'who stepped back is not asked',
      facts({recusals: [{personId: 'person-tess', at: '2026-05-20', reason: 'A friend'}]}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['recused']}],
    ],
    [
      'who has no credential is not asked',
      facts({credentials: []}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['credentialMissing']}],
    ],
    [
      'whose credential does not count is not asked',
      facts({credentials: [credential({state: 'suspended'})]}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['credentialUnusable']}],
    ],
    [
      'whose scope does not take in the words is not asked',
      facts({draft: version({topics: ['insomniaDisorder']})}),
      {...submit, to: 'person-tess'},
      [{code: 'assigneeUnable', name: 'tess', reasons: ['outOfScope']}],
    ],
    [
      'it is not wanted yesterday',
      facts(),
      {...submit, due: '2026-05-31'},
      [{code: 'dueInThePast'}],
    ],
    ['it is not wanted some day', facts(), {...submit, due: 'soon'}, [{code: 'dueInThePast'}]],
    [
      'the same words with the same shared documents are not submitted twice',
      facts({request: request({shared: ['trial']})}),
      {...submit, shared: ['trial']},
      [{code: 'alreadyInReview'}],
    ],
    [
      'shared documents of no page are not submitted',
      facts({draft: null}),
      {...submit, shared: ['trial']},
      [{code: 'documentMissing'}],
    ],
    [
      'a live page without a canonical form is not submitted',
      facts({draft: null, live: version({closureDigest: null})}),
      {...submit, shared: ['trial']},
      [{code: 'contentUnreadable'}],
    ],
    [
      'every reason against a request is told at once',
      facts({policyVersion: '2030-01-01', actor: vic, type: 'person', draft: null, objection}),
      {type: 'submit', to: 'nobody', due: '2020-01-01', note: '', shared: []},
      [
        older,
        roleMissing('editor', 'administrator'),
        {code: 'notGoverned', type: 'person'},
        {code: 'documentMissing'},
        {code: 'answerMissing', by: 'sam', note: 'Cite the trial'},
        {code: 'assigneeUnable', name: 'nobody', reasons: ['roleMissing']},
        {code: 'dueInThePast'},
      ],
    ],
    // cancelRequest
    [
      'what nobody asked for is not cancelled',
      facts(),
      {type: 'cancelRequest'},
      [{code: 'notInReview'}],
    ],
    [
      'a request for what is not governed is not cancelled',
      facts({type: 'person', request: request()}),
      {type: 'cancelRequest'},
      [{code: 'notGoverned', type: 'person'}],
    ],
    // claim
    [
      'a Studio of an older policy claims nothing',
      facts({actor: tess, request: request(), policyVersion: '2030-01-01'}),
      {type: 'claim'},
      [older],
    ],
    [
      'what nobody asked for is not claimed',
      facts({actor: tess}),
      {type: 'claim'},
      [{code: 'notInReview'}],
    ],
    [
      'what is not governed is not claimed',
      facts({actor: tess, type: 'person', request: request()}),
      {type: 'claim'},
      [{code: 'notGoverned', type: 'person'}],
    ],
    [
      'what somebody else was asked is not claimed',
      facts({actor: sam, request: toTess}),
      {type: 'claim'},
      [{code: 'claimedByOther', by: 'tess'}],
    ],
    [
      'what somebody else has is not claimed',
      facts({actor: sam, request: request({to: samHas, claimedBy: tessHas})}),
      {type: 'claim'},
      [{code: 'claimedByOther', by: 'tess'}],
    ],
    [
      'nothing is claimed twice',
      facts({actor: tess, request: byTess}),
      {type: 'claim'},
      [{code: 'alreadyClaimed'}],
    ],
    [
      'who wrote the words does not claim them',
      facts({actor: tess, request: request(), contributors: [party(tess)]}),
      {type: 'claim'},
      [{code: 'wroteTheWords'}],
    ],
    [
      'who stepped back does not claim',
      facts({
        actor: tess,
        request: request(),
        recusals: [{personId: 'person-tess', at: '2026-05-20', reason: 'A friend'}],
      }),
      {type: 'claim'},
      [{code: 'recused'}],
    ],
    [
      'who could not sign does not claim',
      facts({actor: tess, request: request(), credentials: []}),
      {type: 'claim'},
      [{code: 'credentialMissing'}],
    ],
    [
      'an account without a person claims nothing',
      facts({actor: {...tess, personId: null}, request: request()}),
      {type: 'claim'},
      [{code: 'personUnknown'}, {code: 'credentialMissing'}],
    ],
    // delegate
    ['what nobody asked for is not passed on', facts(), delegate, [{code: 'notInReview'}]],
    [
      'a Studio of an older policy passes nothing on',
      facts({request: request(), policyVersion: '2030-01-01'}),
      delegate,
      [older],
    ],
    [
      'what is not governed is not passed on',
      facts({type: 'person', request: request()}),
      delegate,
      [{code: 'notGoverned', type: 'person'}],
    ],
    [
      'a robot passes nothing on',
      facts({actor: robot('editor'), request: request()}),
      delegate,
      [{code: 'notAPerson'}],
    ],
    [
      'nobody passes anything on anonymously',
      facts({actor: anonymous, request: request()}),
      delegate,
      [{code: 'notSignedIn'}, {code: 'notYours', who: ['edith']}],
    ],
    [
      'a reviewer passes on only what is theirs',
      facts({actor: sam, request: byTess}),
      {type: 'delegate', to: 'person-sam'},
      [{code: 'notYours', who: ['tess']}],
    ],
    [
      'who was asked does not take back what somebody else claimed',
      facts({actor: sam, request: request({to: samHas, claimedBy: tessHas})}),
      delegate,
      [{code: 'notYours', who: ['tess']}],
    ],
    [
      'another viewer does not pass it on',
      facts({actor: person('ola', 'viewer'), request: toTess}),
      delegate,
      [{code: 'notYours', who: ['tess']}],
    ],
    [
      'it is not passed to who has it',
      facts({request: byTess}),
      {type: 'delegate', to: 'person-tess'},
      [{code: 'alreadyClaimed'}],
    ],
    [
      'it is not passed to who could not sign',
      facts({request: byTess, contributors: [party(sam)]}),
      delegate,
      [{code: 'assigneeUnable', name: 'sam', reasons: ['wroteTheWords']}],
    ],
    [
      'it is not passed to nobody',
      facts({request: byTess}),
      {type: 'delegate', to: ''},
      [{code: 'assigneeUnable', name: '', reasons: ['roleMissing']}],
    ],
  ],
}

import {type Command, policyVersion} from '../../../plugins/review-workflow/policy/index.ts'
import {
  anonymous,
  comment,
  credential,
  edith,
  facts,
  objection,
  party,
  person,
  request,
  requestChanges,
  robot,
  sam,
  tess,
  version,
} from '../../support/facts.ts'
import {type Cases, roleMissing, yes} from './case.ts'

const remark: Command = {type: 'comment', text: 'Which trial?', blocking: false}
const blocking: Command = {...remark, blocking: true}
const resolve: Command = {type: 'resolveComment', comment: 11, answer: 'The one of 2024.'}
const refuse: Command = {type: 'refuse', reason: 'No trial says so'}
const recuse: Command = {type: 'recuse', reason: 'A friend wrote it'}
const settled = {by: 'sam', at: '2026-05-22T09:00:00.000Z', answer: 'Seen'}
const older = {code: 'policyOutdated', loaded: policyVersion, current: '2030-01-01'} as const
const blocked = {comments: [comment()]}

/** What reviewers say instead of signing: remarks, a no, and stepping back. */
export const comments: Cases = {
  allowed: [
    ['an editor remarks on a draft', facts(), remark, yes],
    [
      'a reviewer remarks on live words',
      facts({actor: tess, draft: null, live: version()}),
      remark,
      yes,
    ],
    ['live words are refused', facts({actor: tess, draft: null, live: version()}), refuse, yes],
    ['a reviewer blocks', facts({actor: tess}), blocking, yes],
    [
      'who could not sign blocks nevertheless',
      facts({actor: tess, credentials: [], contributors: [party(tess)]}),
      blocking,
      yes,
    ],
    [
      'an editor settles what does not block, without a word',
      facts({comments: [comment({blocking: false})]}),
      {...resolve, answer: ''},
      yes,
    ],
    [
      'who blocked takes it back, without a word',
      facts({actor: sam, ...blocked}),
      {...resolve, answer: ''},
      yes,
    ],
    [
      'who blocked takes it back from another account, whatever they wrote',
      facts({
        actor: {...sam, userId: 'user-other', roles: ['editor']},
        contributors: [party(sam)],
        ...blocked,
      }),
      resolve,
      yes,
    ],
    ['another reviewer settles what blocks', facts({actor: tess, ...blocked}), resolve, yes],
    [
      'of several remarks the one that is named',
      facts({comments: [comment(), comment({seq: 12, blocking: false})]}),
      {...resolve, comment: 12},
      yes,
    ],
    ['a reviewer refuses', facts({actor: tess}), refuse, yes],
    ['a reviewer who could not sign refuses', facts({actor: tess, credentials: []}), refuse, yes],
    [
      'a reviewer refuses live words that are asked about as what they show is to change',
      facts({
        actor: tess,
        draft: null,
        live: version(),
        request: request({shared: ['trial']}),
      }),
      refuse,
      yes,
    ],
    ['a second reviewer refuses', facts({actor: tess, objection}), refuse, yes],
    ['a reviewer steps back', facts({actor: tess}), recuse, yes],
    [
      'a reviewer steps back from live words, in a Studio of an older policy',
      facts({actor: tess, draft: null, live: version(), policyVersion: '2030-01-01'}),
      recuse,
      yes,
    ],
    [
      'that somebody else stepped back is nothing to a reviewer',
      facts({actor: tess, recusals: [{personId: 'person-sam', at: '2026-05-20', reason: 'x'}]}),
      recuse,
      yes,
    ],
  ],
  refused: [
    [
      'what a page would show, were it live, is not refused',
      facts({actor: tess, draft: null, request: request({shared: ['trial']})}),
      refuse,
      [{code: 'documentMissing'}],
    ],
    [
      'live words without a canonical form are not refused for what they show',
      facts({
        actor: tess,
        draft: null,
        live: version({closureDigest: null}),
        request: request({shared: ['trial']}),
      }),
      refuse,
      [{code: 'contentUnreadable'}],
    ],
    // comment
    ['a remark says something', facts(), {...remark, text: ' \n'}, [{code: 'textMissing'}]],
    ['nobody remarks on nothing', facts({draft: null}), remark, [{code: 'documentMissing'}]],
    [
      'what is not governed has no remarks',
      facts({type: 'person'}),
      remark,
      [{code: 'notGoverned', type: 'person'}],
    ],
    ['an editor does not block', facts(), blocking, [roleMissing('reviewer')]],
    ['a robot does not remark', facts({actor: robot('editor')}), remark, [{code: 'notAPerson'}]],
    [
      'an account without a person does not block',
      facts({actor: {...tess, personId: null}}),
      blocking,
      [{code: 'personUnknown'}],
    ],
    // resolveComment
    ['what is not there is not settled', facts(), resolve, [{code: 'commentMissing'}]],
    [
      'what is settled is not settled again',
      facts({comments: [comment({blocking: false, resolved: settled})]}),
      resolve,
      [{code: 'commentMissing'}],
    ],
    [
      'an editor does not settle what blocks',
      facts({actor: person('eve', 'editor'), ...blocked}),
      resolve,
      [roleMissing('reviewer'), {code: 'credentialMissing'}],
    ],
    [
      'a reviewer does not settle what blocks their own words',
      facts({actor: tess, contributors: [party(edith), party(tess)], ...blocked}),
      resolve,
      [{code: 'wroteTheWords'}],
    ],
    [
      'a named author does not settle what blocks their words',
      facts({actor: tess, draft: version({authors: ['person-tess']}), ...blocked}),
      resolve,
      [{code: 'namedAuthor'}],
    ],
    [
      'what blocks is settled with an answer',
      facts({actor: tess, ...blocked}),
      {...resolve, answer: ' '},
      [{code: 'reasonMissing'}],
    ],
    [
      'who blocked and has no role any more does not take it back',
      facts({actor: {...sam, roles: ['viewer']}, ...blocked}),
      resolve,
      [roleMissing('editor', 'reviewer', 'administrator')],
    ],
    [
      'an account without a person is not who blocked',
      facts({
        actor: {...edith, personId: null},
        comments: [comment({personId: ''})],
        contributors: [],
      }),
      resolve,
      [{code: 'personUnknown'}, roleMissing('reviewer'), {code: 'credentialMissing'}],
    ],
    [
      'a robot settles nothing',
      facts({actor: robot('editor'), comments: [comment({blocking: false})]}),
      resolve,
      [{code: 'notAPerson'}],
    ],
    [
      'of what is not governed nothing is settled',
      facts({type: 'person', comments: [comment({blocking: false})]}),
      resolve,
      [{code: 'notGoverned', type: 'person'}],
    ],
    // requestChanges and refuse
    [
      'a refusal takes a reason',
      facts({actor: tess}),
      {...refuse, reason: ''},
      [{code: 'reasonMissing'}],
    ],
    [
      'nothing is refused where nothing is',
      facts({actor: tess, draft: null}),
      refuse,
      [{code: 'documentMissing'}],
    ],
    [
      'words without a canonical form are not refused',
      facts({actor: tess, draft: version({digest: null})}),
      refuse,
      [{code: 'contentUnreadable'}],
    ],
    [
      'a Studio of an older policy refuses nothing',
      facts({actor: tess, policyVersion: '2030-01-01'}),
      refuse,
      [older],
    ],
    [
      'a Studio of an older policy asks for no changes',
      facts({actor: tess, policyVersion: '2030-01-01'}),
      requestChanges,
      [older],
    ],
    [
      'an editor with a credential refuses nothing',
      facts({credentials: [credential({holder: 'person-edith'})]}),
      refuse,
      [roleMissing('reviewer')],
    ],
    [
      'an account without a person refuses nothing',
      facts({actor: {...tess, personId: null}}),
      refuse,
      [{code: 'personUnknown'}],
    ],
    [
      'what is not governed is not refused',
      facts({actor: tess, type: 'person'}),
      refuse,
      [{code: 'notGoverned', type: 'person'}],
    ],
    // recuse
    [
      'nobody steps back twice',
      facts({actor: tess, recusals: [{personId: 'person-tess', at: '2026-05-20', reason: 'x'}]}),
      recuse,
      [{code: 'recused'}],
    ],
    [
      'stepping back takes a reason',
      facts({actor: tess}),
      {...recuse, reason: '\t'},
      [{code: 'reasonMissing'}],
    ],
    [
      'nobody steps back from nothing',
      facts({actor: tess, draft: null}),
      recuse,
      [{code: 'documentMissing'}],
    ],
    [
      'nobody steps back from what is not governed',
      facts({actor: tess, type: 'person'}),
      recuse,
      [{code: 'notGoverned', type: 'person'}],
    ],
    ['an editor has nothing to step back from', facts(), recuse, [roleMissing('reviewer')]],
    ['nobody steps back anonymously', facts({actor: anonymous}), recuse, [{code: 'notSignedIn'}]],
  ],
}

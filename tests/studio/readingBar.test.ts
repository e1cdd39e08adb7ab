import {expect, test} from 'vitest'
import {type Facts} from '../../plugins/review-workflow/policy/index.ts'
import {type OwnPart, ownPart} from '../../plugins/review-workflow/studio/reading/ownPart.ts'
import {offers} from '../../plugins/review-workflow/studio/reading/reviewerCommands.ts'
import {
  edith,
  facts,
  objection,
  request,
  sam,
  sleepSignOff,
  signOff,
  tess,
  version,
} from '../support/facts.ts'
import {reviewRead} from '../support/reviewRead.ts'

const own: OwnPart = {kind: 'signed', at: signOff().at}
const bySam = sleepSignOff()
const to = (name: string) => ({personId: `person-${name}`, name})
const asked = request({at: '2026-05-01T12:00:00.000Z'})
const askedAgain = request({at: '2026-06-01T11:00:00.000Z'})
const live = version()

test.each<[string, Facts, OwnPart]>([
  ['nobody has asked', facts({actor: tess}), {kind: 'none'}],
  ['they signed these very words', facts({actor: tess, signOffs: [signOff()]}), own],
  [
    'they signed other words',
    facts({actor: tess, signOffs: [signOff({digest: 'earlier'})]}),
    {kind: 'none'},
  ],
  [
    'their signature was revoked',
    facts({
      actor: tess,
      signOffs: [signOff({revoked: {at: asked.at, by: 'ada', reason: 'A slip.'}})],
    }),
    {kind: 'none'},
  ],
  ['somebody else signed', facts({actor: tess, signOffs: [bySam]}), {kind: 'none'}],
  [
    'they took it on',
    facts({actor: tess, request: request({claimedBy: to('tess')})}),
    {kind: 'holds'},
  ],
  ['they were asked', facts({actor: tess, request: request({to: to('tess')})}), {kind: 'holds'}],
  [
    'somebody else has it',
    facts({actor: tess, request: request({claimedBy: to('sam')})}),
    {kind: 'heldByOther', name: 'sam'},
  ],
  [
    'somebody else has it, who alone does not suffice',
    facts({
      actor: sam,
      draft: version({topics: ['massagePractice', 'medication']}),
      request: request({to: to('tess')}),
    }),
    {kind: 'wantedBeside', name: 'tess'},
  ],
  [
    'somebody else had it, and has signed',
    facts({actor: tess, request: request({claimedBy: to('sam')}), signOffs: [bySam]}),
    {kind: 'none'},
  ],
  [
    'they stepped back',
    facts({
      actor: tess,
      request: asked,
      recusals: [{personId: 'person-tess', at: asked.at, reason: 'I sell it.'}],
    }),
    {kind: 'recused', at: asked.at},
  ],
  [
    'they said no',
    facts({actor: tess, objection: {...objection, personId: 'person-tess'}}),
    {kind: objection.kind, at: objection.at},
  ],
  ['what they signed is live', facts({actor: tess, draft: null, live, signOffs: [signOff()]}), own],
  [
    'it is live, and is to be reviewed again',
    facts({actor: tess, draft: null, live, signOffs: [signOff()], request: askedAgain}),
    {kind: 'none'},
  ],
  [
    'it is live, and its review is due',
    facts({
      actor: tess,
      draft: null,
      live,
      now: '2029-06-01T12:00:00.000Z',
      signOffs: [signOff()],
    }),
    {kind: 'none'},
  ],
])('where the reader stands when %s', (_, given, expected) => {
  expect(ownPart(given)).toEqual(expected)
})

const offered = (given: Facts) => offers(reviewRead(given)).map(({type}) => type)
const always = ['requestChanges', 'refuse', 'recuse']

test.each<[string, Facts, readonly string[]]>([
  ['asked of everybody', facts({actor: tess, request: asked}), ['signOff', ...always, 'claim']],
  [
    'theirs already',
    facts({actor: tess, request: request({claimedBy: to('tess')})}),
    ['signOff', ...always],
  ],
  [
    'asked of them',
    facts({actor: tess, request: request({to: to('tess')})}),
    ['signOff', ...always],
  ],
  [
    'with somebody else who may sign it',
    facts({actor: tess, request: request({claimedBy: to('sam')})}),
    ['signOff', ...always],
  ],
  [
    'signed by them',
    facts({actor: tess, request: asked, signOffs: [signOff()]}),
    ['signOff', ...always],
  ],
  [
    'signed as needed by somebody else',
    facts({actor: tess, request: asked, signOffs: [bySam]}),
    ['signOff', ...always],
  ],
  ['that nobody has asked for', facts({actor: sam}), ['signOff', ...always]],
  ['of live words', facts({actor: sam, draft: null, live}), ['renew', ...always]],
  ['that is none of theirs', facts({actor: edith, request: asked}), []],
])('what is offered for a review %s', (_, given, expected) => {
  expect(offered(given)).toEqual(expected)
})

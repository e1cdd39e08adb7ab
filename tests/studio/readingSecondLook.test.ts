import {expect, test} from 'vitest'
import {digest} from '../../plugins/review-workflow/policy/index.ts'
import {
  basesOf,
  differences,
  exchangesOf,
} from '../../plugins/review-workflow/studio/reading/comparison.ts'
import {type Answered} from '../../plugins/review-workflow/studio/reads.ts'
import {facts, objection, sam, sleepSignOff, tess} from '../support/facts.ts'

const since = {
  seq: 3,
  at: '2026-05-01T12:00:00.000Z',
  name: 'sam',
  documentId: 'drafts.page',
  revision: 'r1',
}
const signed = {since, fields: [], shared: []}
const unsigned = {since: null, fields: [], shared: []}
const signature = {kind: 'signature', at: since.at, name: 'sam', own: false}

const answered: Answered = {
  kind: 'changesRequested',
  personId: 'person-tess',
  name: 'tess',
  at: '2026-05-20T12:00:00.000Z',
  note: 'Name the trial.',
  answer: {name: 'edith', at: '2026-05-21T12:00:00.000Z', note: 'Done.'},
}
const own = {kind: 'changesRequested', at: answered.at, name: 'tess', own: true}
const byOther = {...own, own: false}
const earlier = {...answered, at: '2026-04-01T12:00:00.000Z'}
const bySam: Answered = {
  ...answered,
  personId: 'person-sam',
  name: 'sam',
  at: '2026-05-22T12:00:00Z',
}
const samsOwn = {kind: 'changesRequested', at: bySam.at, name: 'sam', own: true}
const none: readonly Answered[] = []

test.each([
  ['nobody has said anything yet', sam, unsigned, none, []],
  ['somebody has signed', sam, signed, none, [signature]],
  ['one asked for changes before anybody signed', tess, unsigned, [answered], [own]],
  ['one asked for changes after somebody signed', tess, signed, [answered], [own, signature]],
  ['another asked for changes', sam, signed, [answered], [signature, byOther]],
  [
    'somebody else has signed since',
    tess,
    signed,
    [earlier],
    [{...own, at: earlier.at}, signature],
  ],
  ['somebody has signed since another asked', sam, signed, [earlier], [signature]],
  [
    'both asked in turn, and the first looks again',
    tess,
    unsigned,
    [answered, bySam],
    [own, {...samsOwn, own: false}],
  ],
  ['both asked in turn, and the last looks again', sam, unsigned, [answered, bySam], [samsOwn]],
])('what there is to compare with where %s', (_, actor, changed, noes, expected) => {
  expect(basesOf({facts: facts({actor}), changed, answered: noes})).toEqual(expected)
})

test('what one signed oneself is called so, and settles what one asked for before', () => {
  const signOffs = [sleepSignOff({seq: since.seq, at: since.at})]
  const asked = {...bySam, at: earlier.at}
  expect(
    basesOf({facts: facts({actor: sam, signOffs}), changed: signed, answered: [asked]}),
  ).toEqual([{...signature, own: true}])
})

test('a no that nobody has answered yet is compared with as well', () => {
  const {kind, at, name} = objection
  expect(
    basesOf({facts: facts({actor: tess, objection}), changed: unsigned, answered: []}),
  ).toEqual([{kind, at, name, own: objection.personId === 'person-tess'}])
})

test('a reader is shown their own last request with its answer, and the last of all', () => {
  const {answer, ...no} = answered
  const first = {...answered, at: '2026-05-10T12:00:00.000Z', note: 'The first.'}
  const given = {facts: facts({actor: tess, objection}), answered: [first, answered, bySam]}
  expect(exchangesOf(given)).toEqual([
    {no, answer},
    {no: objection, answer: null},
  ])
})

const trial = {_id: 'citation-a', _type: 'researchCitation', title: 'A trial'}
const entry = (document: {readonly _id: string; readonly _type: string}) => ({
  id: document._id,
  type: document._type,
  digest: digest(document),
})

test('what came, went or changed since the words were objected to is named', () => {
  const before = {_id: 'page', _type: 'article', title: 'Sleep', summary: 'It cures.', seo: {a: 1}}
  const after = {_id: 'page', _type: 'article', title: 'Sleep', summary: 'It may help.', note: 'x'}
  const added = {_id: 'citation-b', _type: 'researchCitation', title: 'Another'}
  const changed = {_id: 'citation-c', _type: 'researchCitation', title: 'Renamed'}
  expect(
    differences(after, [trial, added, changed].map(entry), {
      document: before,
      shared: new Map([
        ['citation-a', trial],
        ['citation-c', {...changed, title: 'As it was'}],
      ]),
    }),
  ).toEqual({fields: ['summary', 'note', 'seo'], shared: ['citation-b', 'citation-c']})
})

test('the same words differ in nothing', () => {
  const page = {_id: 'page', _type: 'article', title: 'Sleep'}
  expect(
    differences(page, [entry(trial)], {document: page, shared: new Map([['citation-a', trial]])}),
  ).toEqual({fields: [], shared: []})
})

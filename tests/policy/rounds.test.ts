import {describe, expect, test} from 'vitest'
import {
  defaultPolicy,
  type Facts,
  isAnswered,
  isReviewOverdue,
  lastRound,
  type SignOff,
  stageAsAsked,
  stageOf,
  standsSigned,
  usableSignOffs,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  comment,
  facts,
  liveFacts,
  objection,
  request,
  revocation,
  signedCredential,
  signOff,
  sleepSignOff,
  version,
  voidedFor,
} from '../support/facts.ts'

const risky = version({topics: ['massagePractice', 'medication']})
const on = (seq: number, day: number, of: SignOff): SignOff => ({
  ...of,
  seq,
  at: `2026-05-${String(day).padStart(2, '0')}T09:00:00.000Z`,
})
const tess = (seq: number, day: number) => on(seq, day, signOff())
const sam = (seq: number, day: number) => on(seq, day, sleepSignOff())
const of = (live: typeof risky, ...signOffs: readonly SignOff[]) => liveFacts({live, signOffs})
const two = {...defaultPolicy, peopleNeeded: {R1: 2, R2: 2, R3: 2, R4: 2}}

describe('the last round of review', () => {
  test.each<[string, Facts, readonly number[] | null]>([
    ['there was none', of(version()), null],
    ['one person, where one suffices', of(version(), tess(1, 1)), [1]],
    ['the newer of two by one person', of(version(), tess(1, 1), tess(2, 9)), [2]],
    ['the newer of two by two people', of(version(), tess(1, 1), sam(2, 9)), [2]],
    ['half of one is none', of(risky, sam(1, 1)), null],
    ['both, where two must sign', of(risky, tess(1, 1), sam(2, 9)), [1, 2]],
    ['one of them again is half of one', of(risky, tess(1, 1), sam(2, 9), sam(3, 20)), [1, 2]],
    ['both of them again', of(risky, tess(1, 1), sam(2, 9), sam(3, 20), tess(4, 21)), [3, 4]],
    [
      'what is revoked does not count',
      of(version(), tess(1, 1), {...sam(2, 9), revoked: revocation}),
      [1],
    ],
    [
      'what is void does not count',
      of(version(), tess(1, 1), {...sam(2, 9), voided: voidedFor('contentChanged')}),
      [1],
    ],
    [
      'what is about other words does not count',
      of(version(), tess(1, 1), {...sam(2, 9), digest: 'x'}),
      [1],
    ],
    [
      'live words are held to the policy that they went live under',
      liveFacts({signOffs: [tess(1, 1)], policy: two}),
      [1],
    ],
    ['and to no laxer one', liveFacts({signOffs: [tess(1, 1)], livePolicy: two}), null],
    ['a draft, while nothing is live', facts({signOffs: [tess(1, 1)]}), [1]],
    ['nothing at all', facts({draft: null}), null],
    ['facts that cannot be read', {} as Facts, null],
  ])('%s', (_name, given, seqs) => {
    expect(lastRound(given)?.signOffs.map(({seq}) => seq) ?? null).toEqual(seqs)
  })

  test('is as old as its last signature', () => {
    expect(lastRound(of(risky, tess(1, 1), sam(2, 9)))?.at).toBe('2026-05-09T09:00:00.000Z')
  })
})

describe('overdue', () => {
  const strict = {...defaultPolicy, graceDays: 0}
  test.each<[string, Facts, boolean]>([
    ['before it is due', liveFacts(), false],
    ['on the last day of grace', liveFacts({now: '2027-03-31T23:59:59.999Z'}), false],
    ['after the days of grace', liveFacts({now: '2027-04-01T00:00:00.000Z'}), true],
    [
      'on the day that it is due, where the policy it went live under gives no grace',
      liveFacts({now: '2027-01-01T00:00:00.000Z', livePolicy: strict}),
      true,
    ],
    [
      'on that day, where the policy became so later',
      liveFacts({now: '2027-01-01T00:00:00.000Z', policy: strict}),
      false,
    ],
    ['never reviewed', liveFacts({signOffs: []}), false],
    ['by a clock that does not tell', liveFacts({now: 'soon'}), false],
    ['facts that cannot be read', {} as Facts, false],
  ])('%s', (_name, given, overdue) => {
    expect(isReviewOverdue(given)).toBe(overdue)
  })
})

describe('a sign-off that the same person made before', () => {
  const clinical = signedCredential({id: 'credential-gp', families: ['CLIN-GP']})
  const both = on(1, 1, signOff({credentials: [signedCredential(), clinical]}))

  test('gives way to a newer one that covers as much', () => {
    expect(usableSignOffs(of(version(), tess(1, 1), tess(2, 9)))).toEqual([tess(2, 9)])
  })

  test('stays beside one that covers less', () => {
    expect(usableSignOffs(of(version(), both, tess(2, 9)))).toEqual([tess(2, 9), both])
  })

  test('stays beside one of another closure', () => {
    const ahead = {...tess(2, 9), closureDigest: 'newer'}
    expect(usableSignOffs(of(version(), tess(1, 1), ahead))).toEqual([tess(1, 1)])
  })

  test('does not come back when the newer one is taken back', () => {
    const taken = {...tess(2, 9), revoked: revocation}
    expect(usableSignOffs(of(version(), tess(1, 1), taken))).toEqual([])
    expect(standsSigned(of(version(), tess(1, 1), taken))).toBe(false)
  })
})

describe('the stage of a live page', () => {
  test('that somebody wants reviewed, for itself or for what it shows, is in review', () => {
    expect(stageOf(liveFacts({request: request({shared: ['trial']})}))).toBe('inReview')
    expect(stageOf(liveFacts({request: request()}))).toBe('inReview')
  })

  test('that is signed with the drafts it was asked about waits only for them to be published', () => {
    const asked = liveFacts({request: request({shared: ['trial']})})
    expect(stageAsAsked(asked)).toBe('signed')
    expect(stageAsAsked({...asked, signOffs: []})).toBe('inReview')
    expect(stageAsAsked({...asked, objection})).toBe('changesRequested')
    expect(stageAsAsked(liveFacts({request: request()}))).toBe('inReview')
    expect(stageAsAsked(liveFacts())).toBe('published')
  })

  test('of which somebody wants a change says so, with a draft or without', () => {
    expect(stageOf(liveFacts({objection}))).toBe('changesRequested')
    expect(stageOf(liveFacts({objection, request: request({shared: ['trial']})}))).toBe(
      'changesRequested',
    )
  })

  test('that lacks a person since the policy got stricter is published as it went live', () => {
    expect(stageOf(liveFacts({policy: two}))).toBe('published')
    expect(stageOf(liveFacts({livePolicy: two}))).toBe('expired')
  })
})

describe('a request is answered', () => {
  const asked = request({digest: version().digest ?? '', at: '2026-05-01T09:00:00.000Z'})
  const early = signOff({at: '2026-04-01T09:00:00.000Z'})
  const late = signOff({at: '2026-05-02T09:00:00.000Z'})
  const remark = comment({blocking: true})
  const other = version({digest: 'newer'})

  test.each<[string, Facts, boolean]>([
    ['by signing the draft', facts({request: asked, signOffs: [early]}), true],
    [
      'not by half of the signatures',
      facts({
        request: asked,
        draft: version({topics: ['massagePractice', 'cancer']}),
        signOffs: [early],
      }),
      false,
    ],
    [
      'not while a remark blocks',
      facts({request: asked, signOffs: [late], comments: [remark]}),
      false,
    ],
    ['by signing live words again', liveFacts({request: asked, signOffs: [early, late]}), true],
    ['not by what was signed before', liveFacts({request: asked, signOffs: [early]}), false],
    [
      'and stays so when a draft comes after it',
      liveFacts({request: asked, draft: other, signOffs: [early, late]}),
      true,
    ],
    [
      'not where shared documents have yet to be published',
      liveFacts({request: {...asked, shared: ['trial']}, signOffs: [late]}),
      false,
    ],
    ['not where nobody asked', liveFacts({signOffs: [late]}), false],
  ])('%s', (_name, given, answered) => {
    expect(isAnswered(given)).toBe(answered)
  })
})

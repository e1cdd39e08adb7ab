import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  activeMarks,
  availableCommands,
  citedWork,
  type Command,
  consequenceOf,
  decide,
  defaultPolicy,
  digest,
  documentTopics,
  type Facts,
  isIndexed,
  isReviewOverdue,
  lastRound,
  namedAuthors,
  newsOf,
  policyProblems,
  reviewDates,
  signers,
  stageOf,
  standsSigned,
  topics,
  usableSignOffs,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  comment,
  credential,
  facts,
  now,
  objection,
  publish,
  signOff,
  trial,
  version,
} from '../support/facts.ts'
import {always, anyCommand, world} from '../support/worlds.ts'

/** Facts in which anything may be anything, at any depth. */
const broken = fc.oneof(
  fc.jsonValue(),
  fc.tuple(world, fc.jsonValue(), fc.nat(), fc.nat()).map(([given, junk, outer, inner]) => {
    const fields = Object.keys(given) as (keyof Facts)[]
    const field = fields[outer % fields.length]!
    const value: unknown = given[field]
    if (typeof value !== 'object' || value === null) return {...given, [field]: junk}
    if (Array.isArray(value)) return {...given, [field]: [...value, junk]}
    const keys = Object.keys(value)
    return {...given, [field]: {...value, [keys[inner % Math.max(1, keys.length)] ?? 'x']: junk}}
  }),
)

describe('whatever is not facts', () => {
  test('is answered, and never with a throw', () => {
    const command = fc.oneof(fc.jsonValue(), anyCommand)
    fc.assert(
      fc.property(broken, command, (given, asked) => {
        const decision = decide(given as unknown as Facts, asked as unknown as Command)
        expect(typeof decision.allowed).toBe('boolean')
        if (!decision.allowed) expect(decision.denials.length).toBeGreaterThan(0)
        const values = [
          ...[stageOf, reviewDates, standsSigned, usableSignOffs, availableCommands],
          ...[activeMarks, isIndexed, lastRound, signers, isReviewOverdue],
          (some: Facts) => consequenceOf(some, 'credentialSuspended', 'tess-BCTMB'),
        ]
        for (const value of values) expect(value(given as unknown as Facts)).not.toBe(undefined)
      }),
      always,
    )
  })

  test('is refused when it is no object at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (given) => {
        const decision = decide(given as unknown as Facts, publish)
        expect(decision).toEqual({allowed: false, denials: [{code: 'factsUnreadable'}]})
      }),
      always,
    )
  })

  test.each<[string, object]>([
    [
      'roles that are one text',
      {actor: {kind: 'person', userId: 'u', personId: 'p', name: 'n', roles: 'co-editor'}},
    ],
    ['an actor of another kind', {actor: {kind: 'superuser', userId: 'u', roles: ['editor']}}],
    ['sign-offs that are none', {signOffs: {length: 1}}],
    ['no credentials', {credentials: undefined}],
    [
      'a sign-off that does not say whether it was revoked',
      {signOffs: [{...signOff(), revoked: undefined}]},
    ],
    [
      'a sign-off that does not say whether it was voided',
      {signOffs: [{...signOff(), voided: undefined}]},
    ],
    ['no word on objections', {objection: undefined}],
    ['an objection of another kind', {objection: {...objection, kind: 'mild'}}],
    ['no word on comments', {comments: undefined}],
    ['a comment that does not say whether it blocks', {comments: [{...comment(), blocking: 'no'}]}],
    [
      'a comment that does not say whether it is settled',
      {comments: [{...comment(), resolved: undefined}]},
    ],
    ['no word on who stepped back', {recusals: undefined}],
    ['no word on requests', {request: undefined}],
    ['no word on schedules', {schedule: undefined}],
    ['no word on proposals', {proposal: undefined}],
    ['no word on marks', {marks: undefined}],
    [
      'a mark of another kind',
      {marks: [{at: now, trigger: 'gossip', about: 'x', consequence: 'mark'}]},
    ],
    [
      'a mark with another consequence',
      {marks: [{at: now, trigger: 'workRetracted', about: 'x', consequence: 'shrug'}]},
    ],
    [
      'a step that does not say whether it was bad news',
      {carried: [{from: 'closure', to: 'closure'}]},
    ],
    ['no policy', {policy: undefined}],
    ['no policy of what is live', {livePolicy: undefined}],
    [
      'a policy that asks for nobody',
      {policy: {...defaultPolicy, peopleNeeded: {R1: 0, R2: 0, R3: 0, R4: 0}}},
    ],
    [
      'a policy of what is live that asks for nobody',
      {livePolicy: {...defaultPolicy, peopleNeeded: {R1: 0, R2: 0, R3: 0, R4: 0}}},
    ],
    [
      'a work of a status that nobody knows',
      {
        subject: {
          id: 'page',
          type: 'article',
          draft: version({works: [{...trial(), status: 'fine' as 'noneFound'}]}),
          live: null,
        },
      },
    ],
    ['no reviewers', {reviewers: undefined}],
    ['a credential in another state', {credentials: [{...credential(), state: 'fine'}]}],
  ])('is refused with %s', (_, changes) => {
    const given = {...facts({signOffs: [signOff()]}), ...changes} as unknown as Facts
    expect(decide(facts({signOffs: [signOff()]}), publish).allowed).toBe(true)
    expect(decide(given, publish)).toEqual({allowed: false, denials: [{code: 'factsUnreadable'}]})
    expect(standsSigned({...given, subject: {...given.subject, live: given.subject.draft}})).toBe(
      false,
    )
  })

  test('documents are read without a throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        const found = documentTopics(document)
        expect(found.filter((each) => !Object.hasOwn(topics, each))).toEqual([])
        expect(namedAuthors(document)).toBeInstanceOf(Array)
        expect(citedWork(document)).toBe(null)
        expect(newsOf(document, document)).toBe(null)
        expect(policyProblems(document)).not.toEqual([])
        expect(digest({_id: 'page', document})).toMatch(/^[0-9a-f]{64}$/)
      }),
      always,
    )
  })
})

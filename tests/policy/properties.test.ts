import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  type Actor,
  assess,
  availableCommands,
  type Command,
  type Credential,
  decide,
  type Denial,
  denialMessage,
  documentTopics,
  type Facts,
  peopleNeeded,
  reviewDates,
  riskClassOf,
  type SignOff,
  stageOf,
  standsSigned,
  type Topic,
  topics,
  usableSignOffs,
  type Version,
} from '../../plugins/review-workflow/policy/index.ts'
import {digest, isRetracted, namedAuthors} from '../../plugins/review-workflow/policy/index.ts'
import {
  credential,
  facts,
  publish,
  revoke,
  signOff,
  signOffCommand,
  submit,
} from '../support/facts.ts'
import {verifyCredential, withdraw} from '../support/facts.ts'

/** Small worlds of few names, so that accounts, persons, digests and records meet often. */
const name = fc.constantFrom('tess', 'sam', 'rita')
const maybe = <T>(some: fc.Arbitrary<T>, freq = 5) => fc.option(some, {nil: null, freq})
const rarely = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({weight: 7, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: some})
const day = fc.constantFrom(
  '2025-01-01',
  '2026-05-31',
  '2026-06-01',
  '2026-06-02',
  '2027-01-01',
  'soon',
)

const roles = fc.subarray(['editor', 'reviewer', 'registrar', 'administrator', 'viewer'])
const person = fc.record({
  kind: fc.constant('person' as const),
  userId: name.map((who) => `user-${who}`),
  personId: maybe(
    name.map((who) => `person-${who}`),
    9,
  ),
  name,
  roles,
})
const actor: fc.Arbitrary<Actor> = fc.oneof(
  {weight: 4, arbitrary: person},
  fc.constant<Actor>({kind: 'anonymous'}),
  fc.record({kind: fc.constant('robot' as const), userId: fc.constant('robot'), name, roles}),
  fc.record({kind: fc.constant('operator' as const), userId: fc.constant('operator'), roles}),
)
const topic = fc.constantFrom<Topic>(
  ...([
    'massagePractice',
    'massagePractice',
    'sleepHealthGeneral',
    'insomniaDisorder',
    'medication',
    'pregnancyPostnatal',
  ] as const),
)
const version: fc.Arbitrary<Version> = fc.record({
  digest: maybe(fc.constantFrom('words', 'words', 'words', 'other'), 20),
  closureDigest: maybe(fc.constantFrom('closure', 'closure', 'closure', 'other'), 20),
  topics: fc.uniqueArray(topic, {minLength: 1, maxLength: 2, size: 'max'}),
  authors: fc.array(
    name.map((who) => `person-${who}`),
    {maxLength: 1},
  ),
  retracted: fc.oneof({weight: 8, arbitrary: fc.constant([])}, fc.constant(['trial'])),
})
const credentials = fc.array(
  fc
    .record({
      who: name,
      typeCode: fc.constantFrom(
        'BCTMB',
        'BCTMB',
        'BCTMB',
        'ABMS-SM',
        'ABMS-SM',
        'ABMS-SM',
        'US-LMT',
        'CLIN-OB',
        'CLIN-GP',
        'CCSH',
        'DBSM',
        'NPI',
      ),
      state: fc.constantFrom(...Array(8).fill('active'), 'pending', 'suspended'),
      jurisdiction: fc.constantFrom('US-NY', 'US-CA'),
      expires: fc.oneof({weight: 9, arbitrary: fc.constant('2027-01-01')}, day),
      by: fc.constantFrom('rita', 'rita', 'rita', 'rita', 'sam'),
    })
    .map(({who, typeCode, by, state, ...rest}): Credential =>
      credential({
        ...rest,
        state: state as Credential['state'],
        id: `${who}-${typeCode}`,
        holder: `person-${who}`,
        typeCode,
        verifiedBy: {userId: `user-${by}`, personId: `person-${by}`},
      }),
    ),
  {minLength: 1, maxLength: 5, size: 'max'},
)
const signOffs = (held: readonly Credential[]) =>
  fc.uniqueArray(
    fc
      .record({
        seq: fc.integer({min: 1, max: 9}),
        who: name,
        digest: fc.constantFrom('words', 'words', 'other'),
        closureDigest: fc.constantFrom('closure', 'closure', 'other'),
        revoked: rarely(fc.constant({at: '2026-05-10T09:00:00.000Z', by: 'x', reason: 'y'})),
        voided: rarely(
          fc.constant({at: '2026-05-10T09:00:00.000Z', reason: 'contentChanged' as const}),
        ),
      })
      .map(({who, ...rest}): SignOff => {
        const mine = held.filter(({holder}) => holder === `person-${who}`)
        return signOff({
          ...rest,
          personId: `person-${who}`,
          credentials: mine.map(({id, typeCode}) => ({
            ...signOff().credentials[0]!,
            id,
            typeCode,
            families: ['MT-CERT', 'SLP-MED', 'MT-REG', 'CLIN-OB', 'CLIN-GP'],
          })),
        })
      }),
    {selector: ({seq}) => seq, maxLength: 5, size: 'max'},
  )
const world: fc.Arbitrary<Facts> = credentials.chain((held) =>
  fc
    .record({
      actor,
      type: fc.constantFrom('article', 'article', 'article', 'article', 'technique', 'person'),
      draft: maybe(version),
      live: maybe(version, 1),
      contributors: fc.array(
        fc.record({
          userId: name.map((who) => `user-${who}`),
          personId: maybe(name.map((who) => `person-${who}`)),
        }),
        {maxLength: 1},
      ),
      signOffs: signOffs(held),
      changesRequested: rarely(
        fc.constant({
          seq: 5,
          personId: 'person-sam',
          name: 'sam',
          at: '2026-05-20T09:00:00.000Z',
          note: 'Cite',
        }),
      ),
    })
    .map((given) => facts({...given, credentials: held})),
)
const signing = fc
  .record({
    digest: fc.constantFrom('words', 'words', 'words', 'words', 'other'),
    closureDigest: fc.constantFrom('closure', 'closure', 'closure', 'closure', 'other'),
    factors: fc.constantFrom(['password'], ['password'], ['password'], [], ['cookie']),
  })
  .map(signOffCommand)

const always = {seed: 20261123, numRuns: 1000}
/** Where most worlds say no, enough of them are tried for the rest to mean something. */
const often = {seed: 20261123, numRuns: 8_000}

describe('whatever the facts', () => {
  test('nothing of a governed type is published without usable sign-offs of exactly its words', () => {
    let published = 0
    fc.assert(
      fc.property(world, (given) => {
        const decision = decide(given, publish)
        if (!decision.allowed) return
        published += 1
        const {draft} = given.subject
        const relied = given.signOffs.filter(({seq}) => decision.signOffs.includes(seq))
        expect(['article', 'technique']).toContain(given.subject.type)
        expect(relied.length).toBeGreaterThan(0)
        for (const each of relied) {
          expect([each.digest, each.closureDigest]).toEqual([draft?.digest, draft?.closureDigest])
          expect([each.revoked, each.voided]).toEqual([null, null])
          const inForce = given.credentials.filter(
            (held) =>
              held.holder === each.personId &&
              assess(held, given.credentials, given.now).problem === null,
          )
          expect(inForce).not.toEqual([])
          expect(inForce.map(({verifiedBy}) => verifiedBy?.personId)).not.toContain(each.personId)
        }
        const signers = new Set(relied.map(({personId}) => personId))
        expect(signers.size).toBeGreaterThanOrEqual(peopleNeeded[riskClassOf(draft?.topics ?? [])])
        expect(draft?.retracted).toEqual([])
      }),
      often,
    )
    expect(published).toBeGreaterThan(20)
  })

  test('who signs is a person and a reviewer, wrote nothing of it, and proves a family right now', () => {
    let signed = 0
    const reviewing = fc.tuple(
      world,
      fc.oneof(
        actor,
        person.map((who) => ({...who, roles: ['reviewer']})),
      ),
    )
    fc.assert(
      fc.property(reviewing, signing, ([anybody, who], command) => {
        const given: Facts = {...anybody, actor: who}
        const decision = decide(given, command)
        if (!decision.allowed) return
        signed += 1
        const words = given.subject.draft ?? given.subject.live
        expect(who.kind).toBe('person')
        if (who.kind !== 'person') return
        expect(who.roles).toContain('reviewer')
        expect(who.personId).not.toBe(null)
        expect(given.contributors.map(({userId}) => userId)).not.toContain(who.userId)
        expect(given.contributors.map(({personId}) => personId)).not.toContain(who.personId)
        expect(words?.authors).not.toContain(who.personId)
        expect([command.digest, command.closureDigest]).toEqual([
          words?.digest,
          words?.closureDigest,
        ])
        expect(command.factors).toContain('password')
        const held = given.credentials.filter(({holder}) => holder === who.personId)
        for (const {id, families} of decision.credentials) {
          const proven = held
            .filter((each) => each.id === id)
            .flatMap((each) => assess(each, given.credentials, given.now).families)
          expect(families.filter((family) => !proven.includes(family))).toEqual([])
        }
        expect(decision.credentials.flatMap(({families}) => families)).not.toEqual([])
      }),
      often,
    )
    expect(signed).toBeGreaterThan(20)
  })

  test('the order of records does not matter', () => {
    const reversed = (given: Facts): Facts => ({
      ...given,
      signOffs: given.signOffs.toReversed(),
      contributors: given.contributors.toReversed(),
    })
    fc.assert(
      fc.property(
        world,
        fc.oneof(signing, fc.constantFrom<Command>(publish, submit, revoke, withdraw)),
        (given, command) => {
          expect(decide(reversed(given), command)).toEqual(decide(given, command))
          expect(stageOf(reversed(given))).toBe(stageOf(given))
          expect(reviewDates(reversed(given))).toEqual(reviewDates(given))
        },
      ),
      always,
    )
  })

  test('taking a sign-off away never makes a page fit to publish', () => {
    fc.assert(
      fc.property(world, fc.nat(), (given, pick) => {
        fc.pre(given.signOffs.length > 0 && !decide(given, publish).allowed)
        const {seq} = given.signOffs[pick % given.signOffs.length]!
        const revoked = {at: given.now, by: 'x', reason: 'y'}
        const without = given.signOffs.map((each) => (each.seq === seq ? {...each, revoked} : each))
        expect(decide({...given, signOffs: without}, publish).allowed).toBe(false)
      }),
      always,
    )
  })

  test('no role makes up for a sign-off', () => {
    fc.assert(
      fc.property(actor, fc.constantFrom('article', 'faqEntry', 'technique'), (who, type) => {
        expect(decide(facts({actor: who, type, signOffs: []}), publish).allowed).toBe(false)
      }),
      always,
    )
  })

  test('every reason can be said in words', () => {
    fc.assert(
      fc.property(
        world,
        fc.oneof(
          signing,
          fc.constantFrom<Command>(publish, submit, revoke, withdraw, verifyCredential),
        ),
        (given, command) => {
          const decision = decide(given, command)
          const denials: readonly Denial[] = decision.allowed ? [] : decision.denials
          expect(decision.allowed).toBe(denials.length === 0)
          for (const {message, who} of denials.map(denialMessage)) {
            expect(message).toMatch(/^\S.*[.]$/s)
            expect(who).not.toBe('')
            expect(message + who).not.toMatch(/undefined|null|\[object/)
          }
        },
      ),
      always,
    )
  })
})

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
    const command = fc.oneof(
      fc.jsonValue(),
      signing,
      fc.constantFrom<Command>(publish, submit, revoke, withdraw),
    )
    fc.assert(
      fc.property(broken, command, (given, asked) => {
        const decision = decide(given as unknown as Facts, asked as unknown as Command)
        expect(typeof decision.allowed).toBe('boolean')
        if (!decision.allowed) expect(decision.denials.length).toBeGreaterThan(0)
        const values = [stageOf, reviewDates, standsSigned, usableSignOffs, availableCommands]
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
    ['no word on changes asked for', {changesRequested: undefined}],
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
        expect(isRetracted(document)).toBe(false)
        expect(digest({_id: 'page', document})).toMatch(/^[0-9a-f]{64}$/)
      }),
      always,
    )
  })
})

import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  type Command,
  type Credential,
  decide,
  type Facts,
  type Family,
  reviewDates,
  stageOf,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  credential,
  credentialFacts,
  edith,
  facts,
  party,
  person,
  publish,
  revoke,
  rita,
  sam,
  signedCredential,
  signOff,
  signOffCommand,
  tess,
  verifyCredential,
  version,
} from '../support/facts.ts'

const families: {readonly [typeCode: string]: Family} = {
  'BCTMB': 'MT-CERT',
  'ABMS-SM': 'SLP-MED',
  'CLIN-OB': 'CLIN-OB',
  'CCSH': 'SLP-EDU',
  'DBSM': 'SLP-BEH',
}
const types = Object.keys(families)
const people = [tess, sam, person('ola', 'reviewer')]

const credentials: fc.Arbitrary<readonly Credential[]> = fc
  .array(
    fc.record({
      holder: fc.constantFrom(...people.map(({personId}) => personId ?? '')),
      typeCode: fc.constantFrom(...types),
      expires: fc.constantFrom('2027-01-01', '2026-05-31'),
      state: fc.constantFrom<Credential['state']>('active', 'active', 'suspended'),
    }),
    {maxLength: 8},
  )
  .map((list) => list.map((fields, index) => credential({...fields, id: `c${index}`})))

const world: fc.Arbitrary<Facts> = credentials.chain((held) =>
  fc
    .record({
      actor: fc.constantFrom(...people, edith),
      draft: fc
        .subarray(['massagePractice', 'sleepHabits', 'medication', 'pregnancyPostnatal'] as const)
        .map((topics) => version({topics})),
      signers: fc.array(fc.constantFrom(...people), {maxLength: 5}),
      contributors: fc.subarray([edith, tess, sam].map(party)),
    })
    .map(({signers, ...rest}) =>
      facts({
        ...rest,
        credentials: held,
        signOffs: signers.map(({personId, name}, index) =>
          signOff({
            seq: index + 1,
            personId: personId ?? '',
            name,
            credentials: held
              .filter(({holder}) => holder === personId)
              .map(({id, typeCode}) =>
                signedCredential({id, typeCode, families: [families[typeCode] ?? 'MT-ASSOC']}),
              ),
          }),
        ),
      }),
    ),
)

/** The same facts, with every list in another order. */
const twice = world.chain((given) =>
  fc
    .record({
      signOffs: permuted(given.signOffs),
      credentials: permuted(given.credentials),
      contributors: permuted(given.contributors),
    })
    .map((lists) => [given, {...given, ...lists}] as const),
)

function permuted<T>(list: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...list], {minLength: list.length})
}

describe('no list of the facts has an order', () => {
  const command = fc.constantFrom<Command>(signOffCommand(), publish, revoke)

  test('that changes a decision, a stage or a date', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(twice, command, ([given, other], asked) => {
        const decision = decide(given, asked)
        seen.add(`${asked.type} ${decision.allowed}`)
        expect(decide(other, asked)).toEqual(decision)
        expect(stageOf(other)).toBe(stageOf(given))
        expect(reviewDates(other)).toEqual(reviewDates(given))
      }),
      {seed: 20261123, numRuns: 2000},
    )
    // Both answers to every command came up, or the property would say little.
    expect(seen.size).toBe(6)
  })
})

describe('whatever the credentials', () => {
  const credentialed = fc.record({
    held: credentials,
    roles: fc.subarray(['editor', 'registrar', 'administrator', 'viewer'] as const),
  })

  test('who is no reviewer never signs', () => {
    fc.assert(
      fc.property(credentialed, ({held, roles}) => {
        const actor = {...tess, roles}
        const given = facts({actor, contributors: [], credentials: [credential(), ...held]})
        expect(decide(given, signOffCommand()).allowed).toBe(false)
      }),
      {seed: 20261123},
    )
  })

  test('a contributor never signs, from whichever account', () => {
    const accounts = fc.constantFrom(
      party(tess),
      {userId: 'user-tess', personId: null},
      {userId: 'user-other', personId: 'person-tess'},
    )
    fc.assert(
      fc.property(credentials, accounts, (held, contributor) => {
        const given = facts({
          actor: tess,
          contributors: [party(edith), contributor],
          credentials: [credential(), ...held],
        })
        expect(decide(given, signOffCommand()).allowed).toBe(false)
      }),
      {seed: 20261123},
    )
  })

  test('a registrar never verifies their own', () => {
    fc.assert(
      fc.property(credentials, fc.constantFrom('user-rita', 'user-other'), (held, userId) => {
        const own = credential({holder: 'person-rita', state: 'pending', verifiedBy: null})
        const given = credentialFacts({actor: {...rita, userId}, credentials: [own, ...held]})
        expect(decide(given, verifyCredential).allowed).toBe(false)
      }),
      {seed: 20261123},
    )
  })

  test('one that its holder verified never counts', () => {
    fc.assert(
      fc.property(credentials, (held) => {
        const own = held.map((each) => ({
          ...each,
          verifiedBy: {userId: 'user-x', personId: each.holder},
        }))
        const given = facts({actor: tess, contributors: [], credentials: own})
        expect(decide(given, signOffCommand()).allowed).toBe(false)
      }),
      {seed: 20261123},
    )
  })
})

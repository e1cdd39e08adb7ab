import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  assess,
  type Command,
  decide,
  type Denial,
  denialMessage,
  type Facts,
  isIndexed,
  reviewDates,
  riskClassOf,
  stageOf,
  standsSigned,
  usableSignOffs,
} from '../../plugins/review-workflow/policy/index.ts'
import {publish, revoke, submit, withdraw} from '../support/facts.ts'
import {actor, always, anyCommand, often, person, signing, world} from '../support/worlds.ts'

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
        const months = given.policy.verificationMonths[riskClassOf(draft?.topics ?? [])]
        const reached = stepsTo(
          given.carried.filter(({marks}) => !marks),
          draft?.closureDigest,
        )
        for (const each of relied) {
          expect(each.digest).toBe(draft?.digest)
          expect(reached).toContain(each.closureDigest)
          expect([each.revoked, each.voided]).toEqual([null, null])
          const inForce = given.credentials.filter(
            (held) =>
              held.holder === each.personId &&
              assess(held, given.credentials, given.now, months).problem === null,
          )
          expect(inForce).not.toEqual([])
          expect(inForce.map(({verifiedBy}) => verifiedBy?.personId)).not.toContain(each.personId)
        }
        const signed = new Set(relied.map(({personId}) => personId))
        const needed = given.policy.peopleNeeded[riskClassOf(draft?.topics ?? [])]
        expect(signed.size).toBeGreaterThanOrEqual(Math.max(1, needed))
        expect(draft?.works.map(({status}) => status)).not.toContain('retracted')
        expect(draft?.works.map(({status}) => status)).not.toContain('withdrawn')
        expect(given.objection).toBe(null)
        expect(given.comments.filter((each) => each.blocking && each.resolved === null)).toEqual([])
      }),
      often,
    )
    expect(published).toBeGreaterThan(20)
  })

  test('nothing stands live without a usable sign-off of exactly its words', () => {
    let standing = 0
    fc.assert(
      fc.property(world, (given) => {
        if (!standsSigned(given)) return
        standing += 1
        const {live} = given.subject
        const relied = usableSignOffs(given)
        const reached = stepsTo(given.carried, live?.closureDigest)
        for (const each of relied) {
          expect(each.digest).toBe(live?.digest)
          expect(reached).toContain(each.closureDigest)
          expect([each.revoked, each.voided]).toEqual([null, null])
        }
        const signed = new Set(relied.map(({personId}) => personId))
        const needed = given.livePolicy.peopleNeeded[riskClassOf(live?.topics ?? [])]
        expect(signed.size).toBeGreaterThanOrEqual(Math.max(1, needed))
        const known = given.marks.filter(
          ({trigger, consequence}) => trigger === 'workRetracted' && consequence !== 'withdraw',
        )
        for (const {id, status} of live?.works ?? []) {
          if (status !== 'retracted' && status !== 'withdrawn') continue
          expect(known.map(({about}) => about)).toContain(id)
        }
      }),
      often,
    )
    expect(standing).toBeGreaterThan(20)
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
        expect(given.recusals.map(({personId}) => personId)).not.toContain(who.personId)
        expect(given.objection).toBe(null)
        expect(command).toEqual({
          ...command,
          digest: words?.digest,
          closureDigest: words?.closureDigest,
        })
        expect('factors' in command && command.factors).toContain('password')
        const held = given.credentials.filter(({holder}) => holder === who.personId)
        const months = given.policy.verificationMonths[riskClassOf(words?.topics ?? [])]
        for (const {id, families} of decision.credentials) {
          const proven = held
            .filter((each) => each.id === id)
            .flatMap((each) => assess(each, given.credentials, given.now, months).families)
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
      carried: given.carried.toReversed(),
      recusals: given.recusals.toReversed(),
      marks: given.marks.toReversed(),
    })
    fc.assert(
      fc.property(
        world,
        fc.oneof(signing, fc.constantFrom<Command>(publish, submit, revoke, withdraw)),
        (given, command) => {
          expect(isIndexed(reversed(given))).toBe(isIndexed(given))
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

  test('whether live words stand has nothing to do with people, credentials or what lies beside them', () => {
    const told = {standing: 0, fallen: 0}
    fc.assert(
      fc.property(world, (given) => {
        const stands = standsSigned(given)
        told[stands ? 'standing' : 'fallen'] += 1
        const alone: Facts = {
          ...given,
          actor: {kind: 'anonymous'},
          subject: {...given.subject, draft: null},
          contributors: [],
          credentials: [],
          reviewers: [],
          proposal: null,
        }
        expect(standsSigned(alone)).toBe(stands)
      }),
      often,
    )
    expect(Math.min(told.standing, told.fallen)).toBeGreaterThan(20)
  })

  test('no role makes up for a sign-off, under no sound policy, now or later', () => {
    const type = fc.constantFrom('article', 'faqEntry', 'technique')
    const scheduled: Command = {type: 'schedule', at: '2026-06-02T09:00:00.000Z'}
    fc.assert(
      fc.property(world, actor, type, (given, who, of) => {
        const unsigned: Facts = {
          ...given,
          actor: who,
          subject: {...given.subject, type: of},
          signOffs: [],
        }
        expect(decide(unsigned, publish).allowed).toBe(false)
        expect(decide(unsigned, scheduled).allowed).toBe(false)
        expect(standsSigned(unsigned)).toBe(false)
      }),
      always,
    )
  })

  test('every reason can be said in words', () => {
    fc.assert(
      fc.property(world, anyCommand, (given, command) => {
        const decision = decide(given, command)
        const denials: readonly Denial[] = decision.allowed ? [] : decision.denials
        expect(decision.allowed).toBe(denials.length === 0)
        for (const {message, who} of denials.map(denialMessage)) {
          expect(message).toMatch(/^\S.*[.]$/s)
          expect(who).not.toBe('')
          expect(message + who).not.toMatch(/undefined|null|\[object/)
        }
      }),
      always,
    )
  })
})

/** The closures from which these steps lead to one. */
function stepsTo(steps: Facts['carried'], closureDigest: string | null | undefined) {
  const places = new Set([closureDigest])
  for (const place of places) {
    for (const {from, to} of steps) if (to === place) places.add(from)
  }
  return [...places]
}

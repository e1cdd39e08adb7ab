import fc from 'fast-check'
import {expect, test} from 'vitest'
import {
  type Command,
  decide,
  type Facts,
  type Version,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  comment,
  objection,
  party,
  person,
  publish,
  revocation,
  signOffCommand,
  trial,
  voidedFor,
} from '../support/facts.ts'
import {always, signing, world} from '../support/worlds.ts'

type Change = (given: Facts) => Facts

const words =
  (change: (version: Version) => Version): Change =>
  (given) => {
    const {draft, live} = given.subject
    return {
      ...given,
      subject: {...given.subject, draft: draft && change(draft), live: live && change(live)},
    }
  }
const actorId = ({actor}: Facts) => (actor.kind === 'person' ? (actor.personId ?? '') : '')

/** What speaks against going live, or against a signature of whoever asks. */
const reasons: {readonly [name: string]: Change} = {
  'an objection': (given) => ({...given, objection: given.objection ?? objection}),
  'a remark that blocks': (given) => ({
    ...given,
    comments: [...given.comments, comment({seq: 99})],
  }),
  'a retracted work': words((version) => ({
    ...version,
    works: [...version.works, {...trial('retracted'), id: 'another'}],
  })),
  'a work that nobody looked up': words((version) => ({
    ...version,
    works: [...version.works, {...trial('notChecked', null), id: 'another'}],
  })),
  'an author': (given) =>
    words((version) => ({...version, authors: [...version.authors, actorId(given)]}))(given),
  'a contributor': (given) => ({
    ...given,
    contributors: [...given.contributors, {userId: 'user-x', personId: actorId(given)}],
  }),
  'another contributor': (given) => ({
    ...given,
    contributors: [...given.contributors, party(person('ola'))],
  }),
  'a recusal': (given) => ({
    ...given,
    recusals: [...given.recusals, {personId: actorId(given), at: '2026-05-20', reason: 'x'}],
  }),
  'a suspension of every credential': (given) => ({
    ...given,
    credentials: given.credentials.map((each) => ({...each, state: 'suspended'})),
  }),
  'a revocation of the first sign-off': (given) => ({
    ...given,
    signOffs: given.signOffs.map((each, at) => (at === 0 ? {...each, revoked: revocation} : each)),
  }),
  'a void first sign-off': (given) => ({
    ...given,
    signOffs: given.signOffs.map((each, at) =>
      at === 0 ? {...each, voided: voidedFor('contentChanged')} : each,
    ),
  }),
  'no sign-offs': (given) => ({...given, signOffs: []}),
  'no credentials': (given) => ({...given, credentials: []}),
  'no carried steps': (given) => ({...given, carried: []}),
  'steps that were bad news': (given) => ({
    ...given,
    carried: given.carried.map((step) => ({...step, marks: true})),
  }),
  'more people needed': (given) => ({
    ...given,
    policy: {...given.policy, peopleNeeded: {R1: 4, R2: 4, R3: 4, R4: 4}},
  }),
  'a shorter trust in checks': (given) => ({
    ...given,
    policy: {
      ...given.policy,
      verificationMonths: {R1: 1, R2: 1, R3: 1, R4: 1},
      workCheckDays: {R1: 1, R2: 1, R3: 1, R4: 1},
    },
  }),
  'a topic that nobody knows': words((version) => ({
    ...version,
    topics: [...version.topics, 'astrology' as 'cancer'],
  })),
  'words without a canonical form': words((version) => ({...version, digest: null})),
  'no roles': (given) =>
    given.actor.kind === 'anonymous' ? given : {...given, actor: {...given.actor, roles: []}},
  'another policy in the Studio': (given) => ({...given, policyVersion: '2030-01-01'}),
}

test.each(Object.entries(reasons))('%s makes nothing fit to publish', (_name, added) => {
  const scheduled: Command = {type: 'schedule', at: '2026-06-02T09:00:00.000Z'}
  fc.assert(
    fc.property(world, fc.constantFrom(publish, scheduled), (given, command) => {
      if (decide(added(given), command).allowed) {
        expect(decide(given, command).allowed).toBe(true)
      }
    }),
    always,
  )
})

/** Where several people must sign, one may sign for a part: these let in who could not sign for the whole. */
const forPublishingOnly = ['more people needed', 'a topic that nobody knows']
const forSigning = Object.entries(reasons).filter(([name]) => !forPublishingOnly.includes(name))

test.each(forSigning)('%s lets nobody sign who could not', (_name, added) => {
  const reviewing = world.map((given): Facts =>
    given.actor.kind === 'person'
      ? {...given, actor: {...given.actor, roles: ['reviewer']}}
      : given,
  )
  fc.assert(
    fc.property(reviewing, fc.oneof(signing, fc.constant(signOffCommand())), (given, command) => {
      if (decide(added(given), command).allowed) {
        expect(decide(given, command).allowed).toBe(true)
      }
    }),
    always,
  )
})

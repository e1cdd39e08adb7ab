import fc from 'fast-check'
import {
  type Actor,
  type Command,
  type Credential,
  type Facts,
  type SignOff,
  type Topic,
  type Version,
} from '../../plugins/review-workflow/policy/index.ts'
import {retractionStatuses} from '../../plugins/review-workflow/policy/works.ts'
import {
  adoptPolicy,
  comment,
  credential,
  declinePolicy,
  facts,
  objection,
  proposal,
  proposePolicy,
  publish,
  renewCommand,
  request,
  revoke,
  schedule,
  signOff,
  signOffCommand,
  trial,
  verifyCredential,
  withdraw,
} from './facts.ts'
import {anyPolicy} from './policies.ts'

/** Small worlds of few names, so that accounts, persons, digests and records meet often. */
const name = fc.constantFrom('tess', 'sam', 'rita')
const maybe = <T>(some: fc.Arbitrary<T>, freq = 5) => fc.option(some, {nil: null, freq})
const rarely = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({weight: 7, arbitrary: fc.constant(null)}, {weight: 1, arbitrary: some})
const sometimes = <T>(some: fc.Arbitrary<T>) =>
  fc.oneof({weight: 6, arbitrary: fc.constant([])}, fc.array(some, {minLength: 1, maxLength: 2}))
const day = fc.constantFrom(
  '2025-01-01',
  '2026-05-31',
  '2026-06-01',
  '2026-06-02',
  '2027-01-01',
  'soon',
)

const roles = fc.subarray(['editor', 'reviewer', 'registrar', 'administrator', 'viewer'])
export const person = fc.record({
  kind: fc.constant('person' as const),
  userId: name.map((who) => `user-${who}`),
  personId: maybe(
    name.map((who) => `person-${who}`),
    9,
  ),
  name,
  roles,
})
export const actor: fc.Arbitrary<Actor> = fc.oneof(
  {weight: 4, arbitrary: person},
  fc.constant<Actor>({kind: 'anonymous'}),
  fc.record({kind: fc.constant('robot' as const), userId: fc.constant('robot'), name, roles}),
  fc.record({kind: fc.constant('operator' as const), userId: fc.constant('operator'), roles}),
  fc.record({kind: fc.constant('clock' as const), userId: fc.constant('clock'), roles}),
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
  works: sometimes(
    fc
      .record({
        status: fc.constantFrom('noneFound' as const, 'noneFound' as const, ...retractionStatuses),
        checkedOn: fc.constantFrom('2026-05-31', '2026-05-31', '2025-05-31', null),
      })
      .map(({status, checkedOn}) => trial(status, checkedOn)),
  ),
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
      state: fc.constantFrom(...Array(8).fill('active'), 'pending', 'suspended', 'revoked'),
      jurisdiction: fc.constantFrom('US-NY', 'US-CA'),
      expires: fc.oneof({weight: 9, arbitrary: fc.constant('2027-01-01')}, day),
      verifiedOn: fc.constantFrom('2026-05-15', '2026-05-15', '2026-05-15', '2025-09-01'),
      numberTaken: fc.constantFrom(false, false, false, false, false, true),
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
export const world: fc.Arbitrary<Facts> = credentials.chain((held) =>
  fc
    .record({
      actor,
      type: fc.constantFrom('article', 'article', 'article', 'article', 'technique', 'person'),
      draft: maybe(version),
      live: maybe(version, 2),
      contributors: fc.array(
        fc.record({
          userId: name.map((who) => `user-${who}`),
          personId: maybe(name.map((who) => `person-${who}`)),
        }),
        {maxLength: 1},
      ),
      signOffs: signOffs(held),
      objection: rarely(
        fc
          .constantFrom('changesRequested' as const, 'refused' as const)
          .map((kind) => ({...objection, kind})),
      ),
      comments: sometimes(
        fc
          .record({
            seq: fc.integer({min: 11, max: 13}),
            blocking: fc.boolean(),
            resolved: maybe(
              fc.constant({by: 'sam', at: '2026-05-22T09:00:00.000Z', answer: 'Seen'}),
              2,
            ),
          })
          .map(comment),
      ),
      recusals: sometimes(
        name.map((who) => ({personId: `person-${who}`, at: '2026-05-20', reason: 'x'})),
      ),
      carried: sometimes(
        fc.record({
          from: fc.constantFrom('closure', 'other'),
          to: fc.constantFrom('closure', 'other'),
          marks: fc.boolean(),
        }),
      ),
      marks: sometimes(
        fc.record({
          at: fc.constantFrom('2026-04-20T09:00:00.000Z', '2026-05-20T09:00:00.000Z'),
          trigger: fc.constantFrom('workRetracted' as const, 'credentialSuspended' as const),
          about: fc.constantFrom('trial', 'tess-BCTMB'),
          consequence: fc.constantFrom('mark' as const, 'deindex' as const, 'withdraw' as const),
        }),
      ),
      request: rarely(
        fc
          .record({
            digest: fc.constantFrom('words', 'other'),
            to: maybe(
              name.map((who) => ({personId: `person-${who}`, name: who})),
              2,
            ),
          })
          .map(request),
      ),
      schedule: rarely(fc.constant(schedule)),
      proposal: rarely(fc.constant(proposal())),
      policy: anyPolicy,
      livePolicy: anyPolicy,
    })
    .map((given) => facts({...given, credentials: held})),
)
/** A signature of a reviewer, often of what is there. */
export const signing: fc.Arbitrary<Command> = fc
  .record({
    digest: fc.constantFrom('words', 'words', 'words', 'words', 'other'),
    closureDigest: fc.constantFrom('closure', 'closure', 'closure', 'closure', 'other'),
    factors: fc.constantFrom(['password'], ['password'], ['password'], [], ['cookie']),
  })
  .chain((fields) =>
    fc.constantFrom<Command>(signOffCommand(fields), signOffCommand(fields), renewCommand(fields)),
  )
const text = fc.constantFrom('', ' ', 'Said in words')
/** Any command, well filled in or not. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {weight: 4, arbitrary: signing},
  {weight: 4, arbitrary: fc.constant(publish)},
  fc
    .record({
      to: maybe(
        name.map((who) => `person-${who}`),
        2,
      ),
      due: fc.constantFrom(null, '2026-06-01', '2026-05-31'),
      note: text,
      shared: fc.constantFrom([], ['trial']),
    })
    .map((fields): Command => ({type: 'submit', ...fields})),
  fc.constantFrom<Command>(
    {type: 'cancelRequest'},
    {type: 'claim'},
    {type: 'unschedule'},
    {type: 'schedule', at: '2026-06-02T09:00:00.000Z'},
    ...[revoke, withdraw, verifyCredential, proposePolicy, adoptPolicy, declinePolicy],
  ),
  name.map((who): Command => ({type: 'delegate', to: `person-${who}`})),
  text.map((note): Command => ({type: 'requestChanges', note})),
  fc
    .tuple(
      fc.constantFrom(...(['refuse', 'recuse', 'suspendCredential', 'revokeCredential'] as const)),
      text,
    )
    .map(([type, reason]): Command => ({type, reason})),
  fc.tuple(text, fc.boolean()).map(([said, blocking]): Command => ({
    type: 'comment',
    text: said,
    blocking,
  })),
  fc.tuple(fc.integer({min: 11, max: 13}), text).map(([seq, answer]): Command => ({
    type: 'resolveComment',
    comment: seq,
    answer,
  })),
)

/** Enough to meet what is rare, and the same ones every time. */
export const always = {seed: 20261123, numRuns: 1000}
/** Where most worlds say no, enough of them are tried for the rest to mean something. */
export const often = {seed: 20261123, numRuns: 8_000}

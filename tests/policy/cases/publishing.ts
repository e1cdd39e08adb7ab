import {
  type Command,
  type Decision,
  defaultPolicy,
  type Denial,
} from '../../../plugins/review-workflow/policy/index.ts'
import {
  ada,
  comment,
  facts,
  objection,
  publish,
  robot,
  schedule as scheduled,
  signedSleepCredential,
  signOff,
  sleepSignOff,
  trial,
  version,
  vic,
} from '../../support/facts.ts'
import {type Cases, roleMissing, yes} from './case.ts'

const signed = (overrides: Parameters<typeof facts>[0] = {}) =>
  facts({signOffs: [signOff()], ...overrides})
const schedule: Command = {type: 'schedule', at: '2026-06-02T09:00:00.000Z'}
const unschedule: Command = {type: 'unschedule'}
const rests = (...signOffs: readonly number[]): Decision => ({
  ...yes,
  allowed: true,
  credentials: [],
  signOffs,
})

const families = ['MT-REG', 'MT-CERT', 'SLP-MED', 'SLP-BEH'] as const
const missing: Denial = {code: 'signOffMissing', families, topics: ['massagePractice']}
const unusable = (
  problems: Extract<Denial, {code: 'signOffUnusable'}>['problems'],
  name = 'tess',
  seq = 1,
): Denial => ({code: 'signOffUnusable', seq, name, at: '2026-05-01T09:00:00.000Z', problems})

const strict = {...defaultPolicy, peopleNeeded: {R1: 2, R2: 2, R3: 2, R4: 2}}
const bothSides = {...defaultPolicy, bothSidesForEfficacy: true}
const efficacy = version({topics: ['massageForSleepEfficacy']})
const pain = (...works: Parameters<typeof trial>) =>
  version({topics: ['painMusculoskeletal'], works: [trial(...works)]})
const at = (instant: string): Command => ({type: 'schedule', at: instant})
const resolved = {by: 'sam', at: '2026-05-22T09:00:00.000Z', answer: 'Seen'}
const newer = version({closureDigest: 'newer'})

/** Going live, now or at a moment: what the new facts add. */
export const publishing: Cases = {
  allowed: [
    [
      'remarks that do not block, and settled ones, do not stop it',
      signed({comments: [comment({blocking: false}), comment({seq: 12, resolved})]}),
      publish,
      rests(1),
    ],
    [
      'a work of no great risk need not have been looked up',
      signed({draft: version({works: [trial('notChecked', null)]})}),
      publish,
      rests(1),
    ],
    [
      'a work was looked up on the last day that counts',
      signed({draft: pain('noneFound', '2026-05-25')}),
      publish,
      rests(1),
    ],
    [
      'a work that is doubted was looked up',
      signed({draft: pain('expressionOfConcern', '2026-06-01')}),
      publish,
      rests(1),
    ],
    [
      'the page shows what is signed, but for a check without news',
      signed({draft: newer, carried: [{from: 'closure', to: 'newer', marks: false}]}),
      publish,
      rests(1),
    ],
    [
      'both sides have signed where both must',
      facts({draft: efficacy, policy: bothSides, signOffs: [signOff(), sleepSignOff()]}),
      publish,
      rests(2, 1),
    ],
    [
      'what the live words went live under does not matter to new ones',
      signed({live: version({digest: 'older'}), livePolicy: strict}),
      publish,
      rests(1),
    ],
    ['signed words are scheduled', signed(), schedule, rests(1)],
    ['a robot with the role schedules', signed({actor: robot('editor')}), schedule, rests(1)],
    [
      'another moment takes the place of the first',
      signed({schedule: scheduled}),
      schedule,
      rests(1),
    ],
    ['a moment in a year is near enough', signed(), at('2027-06-01T12:00:00.000Z'), rests(1)],
    ['an editor calls a scheduled publication off', facts({schedule: scheduled}), unschedule, yes],
    [
      'a Studio of an older policy calls it off',
      facts({schedule: scheduled, policyVersion: '2030-01-01'}),
      unschedule,
      yes,
    ],
  ],
  refused: [
    [
      'a remark that blocks stops it',
      signed({comments: [comment(), comment({seq: 12, name: 'ola'}), comment({seq: 13})]}),
      publish,
      [{code: 'commentsOpen', count: 3, by: ['ola', 'sam']}],
    ],
    [
      'a remark that blocks stops an administrator',
      signed({actor: ada, comments: [comment()]}),
      publish,
      [{code: 'commentsOpen', count: 1, by: ['sam']}],
    ],
    [
      'a refusal stops it',
      signed({objection: {...objection, kind: 'refused'}}),
      publish,
      [{code: 'refused', by: 'sam', note: 'Cite the trial'}, missing, unusable(['refused'])],
    ],
    [
      'works of a risky page were looked up',
      signed({draft: pain('notChecked', '2026-06-01')}),
      publish,
      [{code: 'citationUnchecked', citations: ['trial'], days: 7}],
    ],
    [
      'works of a risky page were looked up lately',
      signed({draft: pain('noneFound', '2026-05-24')}),
      publish,
      [{code: 'citationUnchecked', citations: ['trial'], days: 7}],
    ],
    [
      'works were not looked up tomorrow',
      signed({draft: pain('noneFound', '2026-06-02')}),
      publish,
      [{code: 'citationUnchecked', citations: ['trial'], days: 7}],
    ],
    [
      'works were looked up on some day',
      signed({draft: pain('corrected', null)}),
      publish,
      [{code: 'citationUnchecked', citations: ['trial'], days: 7}],
    ],
    [
      'a retracted work is told as retracted, not as unchecked',
      signed({draft: pain('retracted', null)}),
      publish,
      [
        {code: 'citationRetracted', citations: ['trial']},
        {...missing, topics: ['painMusculoskeletal']},
        unusable(['citationRetracted']),
      ],
    ],
    [
      'that a live page outlives bad news does not let a new one live on it',
      signed({
        draft: version({works: [trial('retracted')]}),
        marks: [
          {
            at: '2026-05-20T09:00:00.000Z',
            trigger: 'workRetracted',
            about: 'trial',
            consequence: 'mark',
          },
        ],
      }),
      publish,
      [{code: 'citationRetracted', citations: ['trial']}, missing, unusable(['citationRetracted'])],
    ],
    [
      'sign-offs are not carried over bad news to new words',
      signed({draft: newer, carried: [{from: 'closure', to: 'newer', marks: true}]}),
      publish,
      [missing, unusable(['closureChanged'])],
    ],
    [
      'where the policy asks for two people everywhere, one is not enough',
      signed({policy: strict}),
      publish,
      [{code: 'secondPersonMissing', needed: 2, signed: 1}],
    ],
    [
      'new words are held to the policy in force',
      signed({live: version({digest: 'older'}), policy: strict}),
      publish,
      [{code: 'secondPersonMissing', needed: 2, signed: 1}],
    ],
    [
      'where both sides must sign, one side is not enough',
      facts({
        draft: efficacy,
        policy: bothSides,
        signOffs: [sleepSignOff(), sleepSignOff({seq: 3, personId: 'person-ola', name: 'ola'})],
      }),
      publish,
      [
        {
          code: 'signOffMissing',
          families: ['MT-REG', 'MT-CERT'],
          topics: ['massageForSleepEfficacy'],
        },
        unusable(['credentialLapsed'], 'ola', 3),
      ],
    ],
    [
      'both sides are two people',
      facts({
        draft: efficacy,
        policy: bothSides,
        credentials: [
          ...facts().credentials,
          {...facts().credentials[1]!, id: 'credential-tess-2', holder: 'person-tess'},
        ],
        signOffs: [
          signOff({
            credentials: [
              ...signOff().credentials,
              {...signedSleepCredential, id: 'credential-tess-2'},
            ],
          }),
        ],
      }),
      publish,
      [
        {
          code: 'signOffMissing',
          families: ['SLP-MED', 'SLP-BEH'],
          topics: ['massageForSleepEfficacy'],
        },
      ],
    ],
    // schedule
    ['unsigned words are not scheduled', facts(), schedule, [missing]],
    [
      'an objection stops a schedule',
      signed({objection}),
      schedule,
      [
        {code: 'changesRequested', by: 'sam', note: 'Cite the trial'},
        missing,
        unusable(['changesRequested']),
      ],
    ],
    [
      'nothing is not scheduled',
      facts({draft: null, live: version(), signOffs: [signOff()]}),
      schedule,
      [{code: 'nothingToPublish'}],
    ],
    [
      'a viewer schedules nothing',
      signed({actor: vic}),
      schedule,
      [roleMissing('editor', 'administrator')],
    ],
    ...(
      [
        ['now', '2026-06-01T12:00:00.000Z'],
        ['the past', '2026-06-01T11:59:59.999Z'],
        ['more than a year', '2027-06-02T12:00:00.001Z'],
        ['a day', '2026-06-02'],
        ['a day that is none', '2026-06-31T09:00:00.000Z'],
        ['an hour that is none', '2026-06-02T25:00:00.000Z'],
        ['a moment of some zone', '2026-06-02T09:00:00.000+02:00'],
        ['soon', 'soon'],
        ['nothing', ''],
      ] as const
    ).map(
      ([name, instant]) =>
        [
          `${name} is no moment ahead`,
          signed(),
          at(instant),
          [{code: 'timeNotAhead'}],
        ] as Cases['refused'][number],
    ),
    [
      'by a clock that does not tell nothing is scheduled',
      signed({now: 'soon'}),
      schedule,
      [{code: 'timeNotAhead'}, missing, unusable(['credentialLapsed'])],
    ],
    // unschedule
    ['nothing is not called off', facts(), unschedule, [{code: 'nothingScheduled'}]],
    [
      'a viewer calls nothing off',
      facts({actor: vic, schedule: scheduled}),
      unschedule,
      [roleMissing('editor', 'administrator')],
    ],
    [
      'of what is not governed nothing is called off',
      facts({type: 'person', schedule: scheduled}),
      unschedule,
      [{code: 'notGoverned', type: 'person'}],
    ],
  ],
}

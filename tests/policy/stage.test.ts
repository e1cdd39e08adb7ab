import {describe, expect, test} from 'vitest'
import {
  type Facts,
  reviewDates,
  type SignOff,
  type Stage,
  stageOf,
  standsSigned,
  usableSignOffs,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  credential,
  facts,
  objection,
  request as requested,
  revocation,
  signedCredential,
  signOff,
  sleepSignOff,
  trial,
  version,
  voidedFor,
} from '../support/facts.ts'

const request = requested()
const withdrawn = {at: '2026-05-15T09:00:00.000Z', by: 'edith', reason: 'Harmful advice'}
const live = (overrides: Parameters<typeof facts>[0] = {}) =>
  facts({draft: null, live: version(), signOffs: [signOff()], ...overrides})
/** A live page with a draft of other words. */
const changed = (overrides: Parameters<typeof facts>[0] = {}) =>
  live({draft: version({digest: 'newer'}), ...overrides})
const lifelong = signOff({credentials: [signedCredential({expires: null})]})

describe('stage', () => {
  test.each<[string, Facts, Stage]>([
    ['a new draft', facts(), 'draft'],
    ['a draft that somebody submitted', facts({request}), 'inReview'],
    [
      'a draft that changed after somebody submitted it',
      facts({draft: version({digest: 'newer'}), request}),
      'inReview',
    ],
    ['a draft that a reviewer refused', facts({objection}), 'changesRequested'],
    [
      'a signed draft that a reviewer refused',
      facts({signOffs: [signOff()], objection, request}),
      'changesRequested',
    ],
    ['a draft that may be published', facts({signOffs: [signOff()], request}), 'signed'],
    [
      'a signed draft whose credential has lapsed since',
      facts({signOffs: [signOff()], request, credentials: [credential({expires: '2026-05-31'})]}),
      'inReview',
    ],
    [
      'a draft of high risk that one person signed',
      facts({
        draft: version({topics: ['massagePractice', 'medication']}),
        signOffs: [sleepSignOff()],
        request,
      }),
      'inReview',
    ],
    ['a draft that was taken down', facts({withdrawn}), 'withdrawn'],
    ['a page that was taken down and is on its way back', facts({withdrawn, request}), 'inReview'],
    ['nothing at all', facts({draft: null}), 'draft'],
    ['a live page', live(), 'published'],
    ['a live page with a draft that nobody submitted', changed(), 'published'],
    ['a live page with a draft in review', changed({request}), 'inReview'],
    ['a live page with a refused draft', changed({objection}), 'changesRequested'],
    [
      'a live page with a signed draft',
      changed({signOffs: [signOff(), sleepSignOff({digest: 'newer'})]}),
      'signed',
    ],
    ['a live page with a draft of the same words', live({draft: version()}), 'published'],
    [
      'a live page whose credential has lapsed since stays up',
      live({credentials: []}),
      'published',
    ],
    ['a live page without a usable sign-off', live({signOffs: []}), 'expired'],
    [
      'a live page whose sign-off was revoked',
      live({signOffs: [signOff({revoked: revocation})]}),
      'expired',
    ],
    [
      'a live page of high risk with one of two sign-offs',
      live({
        live: version({topics: ['massagePractice', 'medication']}),
        signOffs: [sleepSignOff()],
      }),
      'expired',
    ],
    [
      'a live page on the day before it is due',
      live({now: '2026-12-31T23:59:59.999Z'}),
      'published',
    ],
    ['a live page on the day that it is due', live({now: '2027-01-01T00:00:00.000Z'}), 'reviewDue'],
    ['the last day of grace', live({now: '2027-03-31T23:59:59.999Z'}), 'reviewDue'],
    ['the end of grace', live({now: '2027-04-01T00:00:00.000Z'}), 'expired'],
    ['a live page and a clock that does not tell', live({now: 'soon'}), 'expired'],
    ['facts that cannot be read', {} as Facts, 'draft'],
  ])('%s', (_name, given, stage) => {
    expect(stageOf(given)).toBe(stage)
  })
})

describe('review dates', () => {
  const due = (lastReviewed: string, nextReviewDue: string) => ({lastReviewed, nextReviewDue})
  const of = (topic: 'massagePractice' | 'sleepHabits' | 'sportsRecovery') =>
    live({live: version({topics: [topic]}), signOffs: [lifelong]})
  const oncologist = signedCredential({id: 'onc', families: ['CLIN-ONC'], expires: null})
  const cancer = (...signOffs: readonly SignOff[]) =>
    live({live: version({topics: ['massagePractice', 'cancer']}), signOffs})
  const oncology = signOff({seq: 2, personId: 'person-ola', credentials: [oncologist]})

  test.each<[string, Facts, unknown]>([
    ['36 months for R1', of('massagePractice'), due('2026-05-01', '2029-05-01')],
    ['24 months for R2', of('sleepHabits'), due('2026-05-01', '2028-05-01')],
    ['18 months for R3', of('sportsRecovery'), due('2026-05-01', '2027-11-01')],
    ['12 months for R4', cancer(lifelong, oncology), due('2026-05-01', '2027-05-01')],
    ['R4, of which only one of two has signed', cancer(oncology), null],
    [
      'R4, of which only one of two has signed again',
      cancer(lifelong, oncology, {...oncology, seq: 3, at: '2026-05-30T09:00:00.000Z'}),
      due('2026-05-01', '2027-05-01'),
    ],
    [
      'R4, of which both have signed again',
      cancer(
        lifelong,
        oncology,
        {...oncology, seq: 3, at: '2026-05-30T09:00:00.000Z'},
        {...lifelong, seq: 4, at: '2026-05-31T09:00:00.000Z'},
      ),
      due('2026-05-31', '2027-05-31'),
    ],
    ['the day that a credential expires', live(), due('2026-05-01', '2027-01-01')],
    [
      'a day that the month does not have',
      live({
        live: version({topics: ['sportsRecovery']}),
        signOffs: [{...lifelong, at: '2026-08-31T23:59:59.999Z'}],
      }),
      due('2026-08-31', '2028-02-29'),
    ],
    [
      'the newest of several sign-offs, and the first expiry of all',
      live({
        signOffs: [
          signOff({seq: 1, at: '2026-03-01T09:00:00.000Z'}),
          sleepSignOff({
            at: '2026-05-20T09:00:00.000Z',
            credentials: [signedCredential({expires: '2026-11-30'})],
          }),
        ],
      }),
      due('2026-05-20', '2026-11-30'),
    ],
    [
      'an expiry that is no day makes the page due at once',
      live({signOffs: [signOff({credentials: [signedCredential({expires: 'some day'})]})]}),
      due('2026-05-01', '2026-05-01'),
    ],
    [
      'the draft, while nothing is live',
      facts({signOffs: [lifelong]}),
      due('2026-05-01', '2029-05-01'),
    ],
    ['no sign-off', live({signOffs: []}), null],
    ['a sign-off without a time', live({signOffs: [signOff({at: 'then'})]}), null],
    ['facts that cannot be read', {} as Facts, null],
  ])('%s', (_name, given, dates) => {
    expect(reviewDates(given)).toEqual(dates)
  })
})

describe('standing', () => {
  test.each<[string, Facts, boolean]>([
    ['a live page with its sign-off', live(), true],
    ['a draft with its sign-off', facts({signOffs: [signOff()]}), false],
    ['a live page and a sign-off of other words', live({live: version({digest: 'newer'})}), false],
    [
      'a live page and a sign-off of another closure',
      live({live: version({closureDigest: 'newer'})}),
      false,
    ],
    ['a live page without a canonical form', live({live: version({digest: null})}), false],
    ['a live page about nothing', live({live: version({topics: []})}), false],
    [
      'a live page whose cited work was retracted',
      live({live: version({works: [trial('retracted')]})}),
      false,
    ],
    [
      'a live page whose sign-off was void once',
      live({signOffs: [signOff({voided: voidedFor('contentChanged')})]}),
      false,
    ],
    ['a live page of which somebody wants a change', live({objection}), true],
    ['facts that cannot be read', {} as Facts, false],
  ])('%s', (_name, given, stands) => {
    expect(standsSigned(given)).toBe(stands)
  })

  test('the sign-offs that live words rest on come newest first', () => {
    const older = signOff()
    const newer = sleepSignOff()
    expect(usableSignOffs(live({signOffs: [older, newer]}))).toEqual([newer, older])
    expect(usableSignOffs(changed({signOffs: [sleepSignOff({digest: 'newer'})]}))).toEqual([])
    expect(usableSignOffs(facts({draft: null, signOffs: [older]}))).toEqual([])
    expect(usableSignOffs({} as Facts)).toEqual([])
  })
})

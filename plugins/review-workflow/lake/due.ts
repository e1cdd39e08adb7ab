import {draftId, type LakeDocument} from '../../../lake/document.ts'
import {
  type ActionOutcome,
  type DerivedDocument,
  type DueWork,
  type LedgerEntry,
  type View,
} from '../../../lake/guard.ts'
import {
  type Facts,
  hashOf,
  isReviewOverdue,
  lapsedBeyondGrace,
  lastRound,
  policySubject,
  publishedForm,
  stageOf,
  type Trigger,
} from '../policy/index.ts'
import {befalls} from './consequences.ts'
import {refused} from './denials.ts'
import {factsOf} from './facts.ts'
import {credentialsIn, liveProjections, subjectOf} from './pages.ts'
import {progress} from './progress.ts'
import {projection} from './projection.ts'
import {standing} from './records.ts'
import {digestOf} from './remembered.ts'
import {progressType, subjectOfProgress} from './serverTypes.ts'

/** What time itself brings: publications whose moment has come, and once a day a look at every live page. */
export function due(view: View): readonly DueWork[] {
  return [...publications(view), ...(sweptToday(view) ? [] : sweep(view))]
}

function publications(view: View): readonly DueWork[] {
  const subjects = new Set(view.records(['scheduled']).map(({subject}) => subject))
  return [...subjects]
    .filter((subject) => {
      const {schedule} = standing(view, subject)
      return schedule !== null && schedule.at <= view.now
    })
    .map((subject) => ({
      name: 'review.clock.publish',
      subject,
      // The guard judges it as any other publication.
      run: (context) => {
        const {schedule} = standing(context, subject)
        if (schedule === null) return nothingToDo
        const draft = context.read(draftId(subject))
        const words = publishedForm(draft)
        if (draft === null || typeof words !== 'object' || words === null) {
          return {allowed: true, mutations: [], entries: [failed(subject, ['nothingToPublish'])]}
        }
        const current = digestOf(draft) ?? ''
        if (current !== schedule.digest) {
          return refused([{code: 'contentChanged', seen: schedule.digest, current}], subject)
        }
        return {
          allowed: true,
          entries: [],
          mutations: [{createOrReplace: {...words}}, {delete: {id: draft._id}}],
        }
      },
      onRefusal: (denials) => [
        failed(
          subject,
          denials.map(({code}) => code),
        ),
      ],
    }))
}

const nothingToDo: ActionOutcome = {allowed: true, mutations: [], entries: []}

function failed(subject: string, codes: readonly string[]): LedgerEntry {
  return {kind: 'scheduleFailed', subject, body: {codes: [...codes]}}
}

/** The record that every live page was looked at on a day. */
const sweptKind = 'pagesChecked'

function sweptToday(view: View): boolean {
  return view.records([sweptKind]).at(-1)?.body['day'] === dayOf(view)
}

function dayOf({now}: View): string {
  return now.slice(0, 10)
}

function sweep(view: View): readonly DueWork[] {
  const pages = liveProjections(view)
  const done: DueWork = {
    name: 'review.clock.check',
    subject: policySubject,
    run: () => ({
      allowed: true,
      mutations: [],
      entries: [
        {
          kind: sweptKind,
          subject: policySubject,
          body: {day: dayOf(view), pages: pages.length},
        },
      ],
    }),
  }
  const work = pages.flatMap((known) => {
    const subject = subjectOf(known)
    const facts = factsOf(view, {kind: 'anonymous'}, subject)
    return [
      ...news(facts, credentialsIn(known)).map(({trigger, about}) => ({
        name: `review.clock.${trigger}`,
        subject,
        run: (context: View) => ({
          allowed: true as const,
          ...befalls(context, subject, trigger, about),
        }),
      })),
      ...(saysStill(known, projection(view, facts)) ? [] : [reached(subject)]),
    ]
  })
  return [...work, ...outdated(view).map(reached), done]
}

/** Pages under way whose worklist says what was so yesterday: who could sign, say, before a credential expired. */
function outdated(view: View): readonly string[] {
  return view.ofType(progressType).flatMap((known) => {
    if (!['inReview', 'signed'].includes(String(known['stage']))) return []
    const subject = subjectOfProgress(known._id)
    const now = progress(view, factsOf(view, {kind: 'anonymous'}, subject))
    return saysStill(known, now) ? [] : [subject]
  })
}

/** Whether the server would write the same today: the day moves stages, and a new version of us says more. */
function saysStill(known: LakeDocument, {content}: DerivedDocument): boolean {
  const {_id, _rev, _createdAt, _updatedAt, _system, ...said} = known
  return hashOf(said) === hashOf(content)
}

/** The day alone moves a page from published to due, and from due to expired. */
function reached(subject: string): DueWork {
  return {
    name: 'review.clock.stage',
    subject,
    run: (context) => {
      const stage = stageOf(factsOf(context, {kind: 'anonymous'}, subject))
      return {
        allowed: true,
        mutations: [],
        entries: [{kind: 'stageReached', subject, body: {stage}}],
      }
    },
  }
}

/** What the calendar says of one live page that no record has taken note of since it was last reviewed. */
function news(
  facts: Facts,
  signedOn: ReturnType<typeof credentialsIn>,
): readonly {readonly trigger: Trigger; readonly about: string}[] {
  const round = lastRound(facts)
  const isNew = (trigger: Trigger, about: string) =>
    !facts.marks.some(
      (mark) =>
        mark.trigger === trigger && mark.about === about && (round === null || mark.at >= round.at),
    )
  const lapsed = signedOn.filter(({expires, jurisdiction}) =>
    lapsedBeyondGrace(expires, jurisdiction, facts.now, facts.policy.credentialGraceDays),
  )
  return [
    ...lapsed.map(({id}) => ({trigger: 'credentialExpired' as const, about: id})),
    ...(isReviewOverdue(facts)
      ? [{trigger: 'reviewOverdue' as const, about: facts.subject.id}]
      : []),
  ].filter(({trigger, about}) => isNew(trigger, about))
}

import {contentOf, draftId, type LakeDocument} from '../../../lake/document.ts'
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
import {credentialsIn, isLive, subjectOf} from './pages.ts'
import {progress} from './progress.ts'
import {projection} from './projection.ts'
import {standing} from './records.ts'
import {digestOf, remembered} from './remembered.ts'
import {progressType, projectionType, subjectOfProgress} from './serverTypes.ts'

/** What time itself brings: publications whose moment has come, and once a day a look at every live page. */
export function* due(view: View): Generator<DueWork | null> {
  yield* publications(remembered(view))
  if (!sweptToday(view)) yield* sweep(view)
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

/** So many are looked at in one state, before others have their turn. */
const together = 20

function* sweep(view: View): Generator<DueWork | null> {
  const projections = view.idsOfType(projectionType)
  let pages = 0
  for (let from = 0; from < projections.length; from += together) {
    const seen = remembered(view)
    const live = projections
      .slice(from, from + together)
      .flatMap((id) => seen.read(id) ?? [])
      .filter(isLive)
    pages += live.length
    yield* live.flatMap((known) => changedByTime(seen, known))
    yield null
  }
  const worklists = view.idsOfType(progressType)
  for (let from = 0; from < worklists.length; from += together) {
    const seen = remembered(view)
    const known = worklists.slice(from, from + together).flatMap((id) => seen.read(id) ?? [])
    yield* known
      .filter((each) => isOutdated(seen, each))
      .map(({_id}) => reached(subjectOfProgress(_id)))
    yield null
  }
  yield {
    name: 'review.clock.check',
    subject: policySubject,
    run: () => ({
      allowed: true,
      mutations: [],
      entries: [{kind: sweptKind, subject: policySubject, body: {day: dayOf(view), pages}}],
    }),
  }
}

/** What the day brings one live page. */
function changedByTime(view: View, known: LakeDocument): readonly DueWork[] {
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
}

/** A page under way whose worklist says what was so yesterday: who could sign, say, before a credential expired. */
function isOutdated(view: View, known: LakeDocument): boolean {
  if (!['inReview', 'signed'].includes(String(known['stage']))) return false
  const subject = subjectOfProgress(known._id)
  return !saysStill(known, progress(view, factsOf(view, {kind: 'anonymous'}, subject)))
}

/** Whether the server would write the same today: the day moves stages, and a new version of us says more. */
function saysStill(known: LakeDocument, {content}: DerivedDocument): boolean {
  return hashOf(contentOf(known)) === hashOf(content)
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

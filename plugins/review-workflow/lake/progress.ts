import {draftId, type Json} from '../../../lake/document.ts'
import {type DerivedDocument, type View} from '../../../lake/guard.ts'
import {
  activeMarks,
  beyondReach,
  closureReached,
  type Denial,
  denialMessage,
  type Facts,
  familyTitle,
  holderUnable,
  isBlocking,
  isGoverned,
  isOpen,
  isStanding,
  peopleNeeded,
  reviewDates,
  riskClassOf,
  type ReviewRequest,
  signers,
  stageAsAsked,
  usableSignOffs,
} from '../policy/index.ts'
import {factsOf} from './facts.ts'
import {blockers} from './projection.ts'
import {progressId, progressType} from './serverTypes.ts'
import {titleOf} from './title.ts'

/** What people at work on a document need to know at a glance: where it is, whom it waits for, what is in the way. */
export function progress(view: View, now: Facts): DerivedDocument {
  const subject = now.subject.id
  const id = progressId(subject)
  const {request} = now
  const facts =
    request === null || request.shared.length === 0
      ? now
      : factsOf(view, {kind: 'anonymous'}, subject, request.shared)
  const {draft, live, type} = facts.subject
  const words = draft ?? live
  if (words === null || !isGoverned(type)) return {id, content: null}
  const stage = stageAsAsked(facts)
  const dates = reviewDates(now)
  const obstacles = [...blockers(facts), ...holderUnable(facts)]
  return {
    id,
    content: {
      _type: progressType,
      subject: {_type: 'reference', _ref: subject, _weak: true},
      subjectType: type,
      title: titleOf(view.read(draftId(subject)) ?? view.read(subject)),
      stage,
      stageSince: stageSince(view, id, stage),
      live: live !== null,
      riskClass: riskClassOf(words.topics),
      topics: [...words.topics],
      // Whoever has the page open follows this document: what the page shows may change where nothing else here does.
      closureDigest: words.closureDigest,
      ...(request === null ? {} : {request: requestFields(request)}),
      ...(facts.objection === null
        ? {}
        : {
            objection: {
              kind: facts.objection.kind,
              personId: facts.objection.personId,
              name: facts.objection.name,
              at: facts.objection.at,
              note: facts.objection.note,
            },
          }),
      openComments: facts.comments.filter(isOpen).length,
      blockingComments: facts.comments.filter(isBlocking).length,
      blockers: obstacles.map((denial, index) => ({
        _key: `b${index}`,
        code: denial.code,
        ...denialMessage(withTitles(view, denial)),
      })),
      peopleNeeded: peopleNeeded(words, facts.policy),
      lacks: lacking(beyondReach(facts)),
      signers: signers(facts)
        .filter(({able}) => able)
        .map(({personId, name}) => ({_key: personId, personId, name})),
      ...(facts.withdrawn === null ? {} : {withdrawn: {...facts.withdrawn}}),
      sharedDrafts: (facts.request?.shared ?? []).map((each) => {
        const document = view.read(draftId(each)) ?? view.read(each)
        return {_key: each, id: each, type: document?._type ?? '', title: titleOf(document)}
      }),
      countsOn: countedOn(facts).map((each) => ({
        _key: each,
        _type: 'reference',
        _ref: each,
        _weak: true,
      })),
      signedBy: persons(
        facts.signOffs.filter(
          (signOff) =>
            signOff.digest === words.digest &&
            isStanding(signOff) &&
            // Who signed the page with what it shows today has not signed it with what it will show.
            closureReached(signOff, words, facts, 'publishing'),
        ),
      ),
      contributors: facts.contributors.flatMap(({personId}) => personId ?? []),
      ...(facts.schedule === null
        ? {}
        : {schedule: {at: facts.schedule.at, byName: facts.schedule.byName}}),
      marks: activeMarks(now).map((mark, index) => ({_key: `m${index}`, ...mark})),
      ...(dates === null ? {} : {...dates}),
      liveSigners: live === null ? [] : persons(usableSignOffs(now)),
    },
  }
}

/** Since when it has stood where it stands: as the server last wrote it, while that has not changed. */
function stageSince(view: View, id: string, stage: string): string {
  const known = view.read(id)
  return known !== null && known['stage'] === stage && typeof known['stageSince'] === 'string'
    ? known['stageSince']
    : view.now
}

function requestFields(request: ReviewRequest): Json {
  const {by, byName, at, note, to, due, claimedBy, shared} = request
  return {
    by: by.personId,
    byName,
    at,
    note,
    to: to === null ? null : {...to},
    due,
    claimedBy: claimedBy === null ? null : {...claimedBy},
    shared: [...shared],
  }
}

/** Shared documents whose drafts the request or a standing sign-off takes as published: a change of one bears on this. */
function countedOn({request, signOffs}: Facts): readonly string[] {
  const standing = signOffs.filter(isStanding)
  const awaited = standing.flatMap(({anticipates}) => anticipates.map(({id}) => id))
  return [...new Set([...(request?.shared ?? []), ...awaited])].sort()
}

const mostNamed = 3

/** People know works by their titles, and three of them tell enough of forty. */
function withTitles(view: View, denial: Denial): Denial {
  if (denial.code !== 'citationRetracted' && denial.code !== 'citationUnchecked') return denial
  const named = denial.citations.slice(0, mostNamed)
  const left = denial.citations.length - named.length
  return {
    ...denial,
    citations: [
      ...named.map((id) => `“${titleOf(view.read(id))}”`),
      ...(left > 0 ? [`${left} more`] : []),
    ],
  }
}

/** The kinds of specialist, or else the second person, whom nobody here is. */
function lacking(denials: readonly Denial[]): readonly string[] {
  const kinds = denials.flatMap((denial) =>
    denial.code === 'signOffMissing' && denial.families.length > 0
      ? [denial.families.map(familyTitle).join(' or ')]
      : [],
  )
  return kinds.length > 0 || denials.length === 0 ? [...new Set(kinds)] : ['a second person']
}

function persons(signOffs: Facts['signOffs']): readonly string[] {
  return [...new Set(signOffs.map(({personId}) => personId))]
}

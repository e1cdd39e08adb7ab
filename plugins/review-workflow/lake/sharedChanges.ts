import {draftId, isPublished, type LakeDocument} from '../../../lake/document.ts'
import {type Change, type LedgerEntry, type ProposedCommit} from '../../../lake/guard.ts'
import {
  type Facts,
  isBlocking,
  isGoverned,
  isSignedAnew,
  isStanding,
  type News,
  newsOf,
  newWords,
  standsSigned,
} from '../policy/index.ts'
import {pagesRendering, versionOf} from './closure.ts'
import {befalls} from './consequences.ts'
import {refused} from './denials.ts'
import {factsOf} from './facts.ts'
import {before, withEntries} from './proposed.ts'
import {type Judgement} from './publication.ts'
import {standing} from './records.ts'
import {digestOf} from './remembered.ts'
import {isServerId} from './serverTypes.ts'

/** What a commit does to pages by changing what they show. */
interface SharedChanges {
  readonly refusals: readonly Judgement[]
  readonly entries: readonly LedgerEntry[]
  /** Pages that come down by it. */
  readonly down: readonly string[]
}

interface SharedChange extends Change {
  readonly news: News | null
}

/**
 * A shared document that live pages render changes only together with fresh sign-offs of those pages, made on the
 * result. Bad news does not wait: the policy says what happens to each page. A check without news carries them on.
 */
export function sharedChanges(commit: ProposedCommit): SharedChanges {
  const changes = changedShared(commit)
  const rendered = changes.map((change) => ({change, pages: pagesRendering(commit, change.id)}))
  const shownOn = Map.groupBy(
    rendered.flatMap(({change, pages}) => pages.map((page) => ({page, change}))),
    ({page}) => page,
  )
  const outcomes = [...shownOn].map(([page, shown]) =>
    onPage(
      commit,
      page,
      shown.map(({change}) => change),
    ),
  )
  const unsigned = new Set(outcomes.flatMap(({refused: page}) => page ?? []))
  return {
    refusals: rendered.flatMap(({change: {id}, pages}) => {
      const held = pages.filter((page) => unsigned.has(page))
      return held.length === 0 ? [] : [refused([{code: 'pagesNeedSignOff', pages: held}], id)]
    }),
    entries: outcomes.flatMap(({entries}) => entries),
    down: outcomes.flatMap(({down}) => down ?? []),
  }
}

interface OnPage {
  readonly refused: string | null
  readonly entries: readonly LedgerEntry[]
  readonly down: string | null
}

function onPage(commit: ProposedCommit, page: string, changes: readonly SharedChange[]): OnPage {
  const news = changes.flatMap((change) => (change.news === null ? [] : [change]))
  const carries = news.length === changes.length ? carried(commit, page, news) : []
  const bad = carries.length === 0 ? [] : news.filter(({news: kind}) => kind !== 'workChecked')
  const now = withEntries(commit, carries)
  const live = commit.read(page)
  const isLive = live !== null && isGoverned(live._type)
  const written = commit.changes.some(({id}) => id === page)
  if (!isLive || written) return {refused: null, entries: carries, down: null}

  const blows = bad.map(({id, news: kind}) =>
    befalls(now, page, kind === 'workRetracted' ? kind : 'workDoubted', id),
  )
  const fall = blows.find(({mutations}) => mutations.length > 0)
  if (fall !== undefined) {
    return {refused: null, entries: [...carries, ...fall.entries], down: page}
  }
  const entries = [...carries, ...blows.flatMap((blow) => blow.entries), ...answered(commit, page)]
  const after = withEntries(commit, entries)
  const facts = factsOf(after, commit.actor, page)
  const showsOther =
    carries.length === 0 && shownWith(commit, page) !== shownWith(before(commit), page)
  const settled = carries.length > 0 || !isContested(facts)
  const stands = settled && (showsOther ? isSignedAnew(facts) : standsSigned(facts))
  return {refused: stands ? null : page, entries, down: null}
}

/** A reviewer has said no to what the page would show, and nobody has answered; its own draft is another matter. */
function isContested({subject, objection, comments}: Facts): boolean {
  return newWords(subject) === null && (objection !== null || comments.some(isBlocking))
}

function shownWith(view: ProposedCommit, id: string): string | null {
  return versionOf(view, view.read(id))?.closureDigest ?? null
}

/** What was asked for on the shared documents as they would be is settled once they are. */
function answered(commit: ProposedCommit, page: string): readonly LedgerEntry[] {
  const {request} = standing(commit, page)
  const published = (request?.shared ?? []).filter((id) =>
    commit.changes.some((change) => change.id === id && change.after !== null),
  )
  return published.length === 0
    ? []
    : [{kind: 'sharedPublished', subject: page, body: {shared: published}}]
}

/**
 * The steps that sign-offs are carried over: bad news for what is live, checks for drafts as well. Words that change in
 * the same commit may show other documents than before, which is no news: nothing is carried over that.
 */
function carried(
  commit: ProposedCommit,
  page: string,
  news: readonly SharedChange[],
): readonly LedgerEntry[] {
  const marks = news.some(({news: kind}) => kind !== 'workChecked')
  const places = marks ? [page] : [page, draftId(page)]
  const untouched = places.filter((id) => !commit.changes.some((change) => change.id === id))
  const was = before(commit)
  const {signOffs} = standing(commit, page)
  const stands = signOffs.some(isStanding)
  // A draft that nobody has signed has nothing to carry.
  if (!stands && commit.read(page) === null) return []
  return untouched.flatMap((id) => {
    const from = shownWith(was, id)
    const to = shownWith(commit, id)
    if (from === null || to === null || from === to) return []
    const about = news.map((change) => change.id)
    return [{kind: 'carried', subject: page, body: {from, to, marks, about}}]
  })
}

function changedShared(commit: ProposedCommit): readonly SharedChange[] {
  return commit.changes
    .filter(({id, before: was, after}) => {
      const document = after ?? was
      if (!isPublished(id) || document === null || isServerId(id)) return false
      const [shownBefore, shownAfter] = [shown(was), shown(after)]
      return shownBefore === null || shownAfter === null
        ? shownBefore !== shownAfter
        : digestOf(shownBefore) !== digestOf(shownAfter)
    })
    .map((change) => ({...change, news: newsOf(change.before, change.after)}))
}

/** What pages show of a document: nothing of a governed one, which they only point at. */
function shown(document: LakeDocument | null): LakeDocument | null {
  return document === null || isGoverned(document._type) ? null : document
}

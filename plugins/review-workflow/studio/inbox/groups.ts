import {type Assignee} from '../../policy/index.ts'
import {signatureCodes} from '../inspector/denials.ts'
import {type Me} from '../me.ts'
import {isTrigger} from '../withdrawal.ts'
import {type InboxRow, type SharedDraft} from './inboxRow.ts'

/** How long before the day a page shows up as due. */
export const soonDays = 30

export const reviewerGroupNames = ['toSign', 'waiting', 'due'] as const

export const editorGroupNames = [
  'takenDown',
  'needsChanges',
  'blocked',
  'readyToPublish',
  'marked',
  'scheduled',
  'inReview',
  'due',
] as const

export type InboxGroupName = (typeof reviewerGroupNames)[number] | (typeof editorGroupNames)[number]

export interface InboxGroup {
  readonly name: InboxGroupName
  readonly rows: readonly InboxRow[]
  /** Pages that would stand here too and stand in a group above instead. */
  readonly elsewhere: number
}

/**
 * What somebody has to do, by their role, before what there is nothing of. A page may be in two groups: a draft can wait
 * while the live words fall due.
 */
export function inboxGroups(
  rows: readonly InboxRow[],
  me: Me,
  soon: string,
): readonly InboxGroup[] {
  const reviewer = me.roles.includes('reviewer')
  const editor = isEditor(me)
  const byName = {...reviewerGroups(rows, me, soon), ...editorGroups(rows, soon)}
  const names: readonly InboxGroupName[] = [
    ...(reviewer ? reviewerGroupNames : []),
    ...(editor ? editorGroupNames : []),
  ]
  const heldInReview = byName.blocked.filter(isInReview).length
  const groups = [...new Set(names)].map((name) => ({
    name,
    rows: byName[name],
    elsewhere: name === 'inReview' ? heldInReview : 0,
  }))
  return groups.toSorted((one, other) => Number(isEmpty(one)) - Number(isEmpty(other)))
}

function isEmpty({rows}: InboxGroup): boolean {
  return rows.length === 0
}

function isEditor({roles}: Me): boolean {
  return roles.includes('editor') || roles.includes('administrator')
}

function reviewerGroups(rows: readonly InboxRow[], me: Me, soon: string) {
  const open = rows.filter(isInReview)
  const toSign = open.filter((row) => isForMe(row, me))
  return {
    toSign: toSign.toSorted(
      (one, other) => Number(isMine(other, me)) - Number(isMine(one, me)) || byUrgency(one, other),
    ),
    waiting: open.filter((row) => !toSign.includes(row)).toSorted(byUrgency),
    due: dueRows(rows, soon),
  }
}

function editorGroups(rows: readonly InboxRow[], soon: string) {
  const held = rows.filter(isHeld)
  const free = rows.filter((row) => !isHeld(row))
  return {
    // What the policy took down by itself; who takes a page down themselves knows.
    takenDown: rows
      .filter(({stage, withdrawn}) => stage === 'withdrawn' && isTrigger(withdrawn?.reason ?? ''))
      .toSorted(by(({withdrawn}) => withdrawn?.at ?? '')),
    needsChanges: rows
      .filter(({objection}) => objection !== null)
      .toSorted(by(({objection}) => objection?.at ?? '')),
    blocked: held,
    readyToPublish: free.filter(
      ({stage, schedule, sharedDrafts}) =>
        stage === 'signed' && schedule === null && sharedDrafts.length === 0,
    ),
    marked: rows.filter(({live, marks}) => live && marks.length > 0).toSorted(by(firstMark)),
    scheduled: rows
      .filter(({schedule}) => schedule !== null)
      .toSorted(by(({schedule}) => schedule?.at ?? '')),
    inReview: free.filter(isInReview).toSorted(byUrgency),
    due: dueRows(rows, soon),
  }
}

/** On its way, and in the way is something else than a signature that is still to come, or a no. */
function isHeld({stage, objection, blockers, schedule}: InboxRow): boolean {
  const onItsWay = stage === 'inReview' || (stage === 'signed' && schedule === null)
  return onItsWay && objection === null && blockers.some(({code}) => !signatureCodes.includes(code))
}

/** A shared document with a draft that live pages are to be signed with, and how far they are. */
export interface SharedChange extends SharedDraft {
  readonly asked: number
  readonly signed: number
}

/** For editors: every shared document that a running request names, in the order of their titles. */
export function sharedChanges(rows: readonly InboxRow[], me: Me): readonly SharedChange[] {
  if (!isEditor(me)) return []
  const pages = rows.flatMap((row) => row.sharedDrafts.map((draft) => ({draft, row})))
  return [...Map.groupBy(pages, ({draft}) => draft.id).values()]
    .flatMap((group) => {
      const draft = group[0]?.draft
      const signed = group.filter(({row}) => row.stage === 'signed').length
      return draft === undefined ? [] : [{...draft, asked: group.length, signed}]
    })
    .toSorted((one, other) => one.title.localeCompare(other.title))
}

function isInReview({stage, request}: InboxRow): boolean {
  return stage === 'inReview' && request !== null
}

/** Whom it waits for by name. Who has signed, or could not, does not hold up the others. */
export function holderOf({request, signedBy, blockers}: InboxRow): Assignee | null {
  const holder = request?.claimedBy ?? request?.to ?? null
  const waits = holder !== null && !signedBy.includes(holder.personId)
  return waits && !blockers.some(({code}) => code === 'holderUnable') ? holder : null
}

/** Given to this person, or taken on by them. */
export function isMine(row: InboxRow, {personId}: Me): boolean {
  return personId !== null && holderOf(row)?.personId === personId
}

/** Theirs, or anybody's whom these words allow; nothing that they have signed already. */
function isForMe(row: InboxRow, me: Me): boolean {
  if (me.personId === null || row.signedBy.includes(me.personId)) return false
  if (isMine(row, me)) return true
  return holderOf(row) === null && row.signers.some(({personId}) => personId === me.personId)
}

/** Wanted by a day that is over. */
export function isLate({request}: InboxRow, now: Date): boolean {
  const due = request?.due ?? null
  return due !== null && due < now.toISOString().slice(0, 10)
}

/** Whole days since somebody asked. */
export function daysSince(instant: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / 86_400_000))
}

/** Whom a page in review waits for, by name; without anybody, whom it would take. */
export function waitsFor(row: InboxRow): {
  readonly names: readonly string[]
  readonly claimed: boolean
} {
  const {request, signers, signedBy} = row
  const holder = holderOf(row)
  if (holder !== null) return {names: [holder.name], claimed: request?.claimedBy !== null}
  const names = signers.filter(({personId}) => !signedBy.includes(personId)).map(({name}) => name)
  return {names, claimed: false}
}

function dueRows(rows: readonly InboxRow[], soon: string): readonly InboxRow[] {
  return rows
    .filter(({live, stage, nextReviewDue}) => {
      const due = nextReviewDue !== null && nextReviewDue <= soon
      return live && (due || stage === 'reviewDue' || stage === 'expired')
    })
    .toSorted(by(({nextReviewDue}) => nextReviewDue ?? ''))
}

const never = '9999'

function byUrgency(one: InboxRow, other: InboxRow): number {
  const due = by(({request}) => request?.due ?? never)(one, other)
  return due !== 0 ? due : by(({request}) => request?.at ?? '')(one, other)
}

function by(key: (row: InboxRow) => string): (one: InboxRow, other: InboxRow) => number {
  return (one, other) => {
    const [first, second] = [key(one), key(other)]
    if (first !== second) return first < second ? -1 : 1
    return one._id < other._id ? -1 : one._id > other._id ? 1 : 0
  }
}

function firstMark({marks}: InboxRow): string {
  return marks.map(({at}) => at).sort()[0] ?? ''
}

export function soonFrom(now: Date): string {
  return new Date(now.getTime() + soonDays * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

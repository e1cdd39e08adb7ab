import {type Json, type LakeDocument} from '../../../../lake/document.ts'
import {type LedgerRecord, type NamedRead, type View} from '../../../../lake/guard.ts'
import {type RiskClass, type Stage} from '../../policy/index.ts'
import {factsOf} from '../facts.ts'
import {liveProjections} from '../pages.ts'
import {progressType} from '../serverTypes.ts'
import {unverified} from '../unverified.ts'
import {pageLine} from './pageLine.ts'

const dayMs = 86_400_000
const stages: readonly Stage[] = [
  'draft',
  'inReview',
  'changesRequested',
  'signed',
  'published',
  'reviewDue',
  'expired',
  'withdrawn',
]

/** How the house stands: computed from the records and the pages themselves at the moment of asking. */
export const dashboardRead: NamedRead = (view) => {
  const pages = view.ofType(progressType)
  const live = liveProjections(view)
  const unsigned = unverified(view).map((id) =>
    pageLine(view, id, factsOf(view, {kind: 'anonymous'}, id)),
  )
  const head = view.ledgerHead()
  return {
    now: view.now,
    live: {
      total: live.length,
      signed: live.length - unsigned.length,
      marked: live.filter(({marks}) => Array.isArray(marks) && marks.length > 0).length,
      unsigned,
    },
    stages: stages.map((stage) => stageLine(view, stage, pages)),
    reviewers: reviewers(view, pages),
    due: dueByMonth(view, live),
    refusals30: refusals(view),
    ledger: {records: head?.seq ?? 0, head: head?.hash ?? null},
  }
}

function stageLine(view: View, stage: Stage, pages: readonly LakeDocument[]): Json {
  const days = pages
    .filter((page) => page['stage'] === stage)
    .map((page) => (Date.parse(view.now) - Date.parse(String(page['stageSince']))) / dayMs)
  return {
    stage,
    count: days.length,
    medianDays: median(days),
    oldestDays: days.length === 0 ? null : round(Math.max(...days)),
  }
}

function reviewers(view: View, pages: readonly LakeDocument[]): Json {
  const since = new Date(Date.parse(view.now) - 90 * dayMs).toISOString()
  const records = view.records(['submitted', 'signedOff', 'changesRequested', 'refusedToSign'])
  const recent = records.filter(({at}) => at >= since)
  return view
    .people()
    .filter(({roles}) => roles.includes('reviewer'))
    .map(({personId, name}) => {
      const by = (kinds: readonly string[]) =>
        recent.filter(({kind, body}) => kinds.includes(kind) && body['personId'] === personId)
      const signed = by(['signedOff'])
      return {
        personId,
        name,
        waiting: pages.filter((page) => waitsFor(page, personId)).length,
        signed90: signed.length,
        objections90: by(['changesRequested', 'refusedToSign']).length,
        medianHoursToSign: median(signed.flatMap((record) => hoursToSign(record, records))),
      }
    })
}

function waitsFor({stage, request, signers, signedBy}: LakeDocument, personId: string): boolean {
  if (stage !== 'inReview' || includesText(signedBy, personId)) return false
  const holder = person(request, 'claimedBy') ?? person(request, 'to')
  if (holder !== null) return holder === personId
  return (
    Array.isArray(signers) && signers.some((each: Json) => field(each, 'personId') === personId)
  )
}

/** From the request that a signature answered. */
function hoursToSign(signed: LedgerRecord, records: readonly LedgerRecord[]): readonly number[] {
  const asked = records.findLast(
    ({kind, subject, seq}) =>
      kind === 'submitted' && subject === signed.subject && seq < signed.seq,
  )
  return asked === undefined ? [] : [(Date.parse(signed.at) - Date.parse(asked.at)) / 3_600_000]
}

/** Twelve months from this one; what is overdue stands in the first. */
function dueByMonth(view: View, live: readonly LakeDocument[]): Json {
  const first = view.now.slice(0, 7)
  const months = Array.from({length: 12}, (_, index) => monthAfter(first, index))
  return months.map((month) => {
    const pages = live.filter(({nextReviewDue}) => {
      const at = String(nextReviewDue ?? '').slice(0, 7)
      return at !== '' && (at === month || (month === first && at < first))
    })
    const count = (riskClass: RiskClass) =>
      pages.filter((page) => page['riskClass'] === riskClass).length
    return {
      month,
      count: pages.length,
      riskClasses: {R1: count('R1'), R2: count('R2'), R3: count('R3'), R4: count('R4')},
    }
  })
}

function monthAfter(month: string, later: number): string {
  const [year = 0, index = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, index - 1 + later, 1)).toISOString().slice(0, 7)
}

function refusals(view: View): Json {
  const since = new Date(Date.parse(view.now) - 30 * dayMs).toISOString()
  const reasons = view
    .records(['refused'])
    .filter(({at}) => at >= since)
    .flatMap(({body: {codes, times}}) =>
      // Of a flood only the first ones are on record one by one, and of the rest their number.
      (Array.isArray(codes) ? codes.map(String) : []).map((code) => ({
        code,
        times: Number(times ?? 1),
      })),
    )
  return [...Map.groupBy(reasons, ({code}) => code)]
    .map(([code, all]) => ({code, count: all.reduce((sum, {times}) => sum + times, 0)}))
    .toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code))
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  const low = sorted[Math.ceil(middle) - 1] ?? 0
  const high = sorted[Math.floor(middle)] ?? low
  return round((low + high) / 2)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function person(request: unknown, name: string): string | null {
  const found = field(field(request, name), 'personId')
  return typeof found === 'string' ? found : null
}

function includesText(list: unknown, value: string): boolean {
  return Array.isArray(list) && list.includes(value)
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

import {useTranslation} from 'sanity'
import {signatureCodes} from '../inspector/denials.ts'
import {useDay} from '../useDay.ts'
import {useInstant} from '../useInstant.ts'
import {isTrigger} from '../withdrawal.ts'
import {namespace} from '../words.ts'
import {daysSince, type InboxGroupName, waitsFor} from './groups.ts'
import {type InboxRow} from './inboxRow.ts'

const mostKinds = 3

/** What a row says in the group in which it stands, and in whose words. */
export function useRowWords(
  row: InboxRow,
  group: InboxGroupName,
): {readonly facts: readonly string[]; readonly quote: string | null} {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const instant = useInstant()
  const {request, objection, schedule, nextReviewDue} = row

  const asked =
    request === null
      ? []
      : [
          t('inbox.askedBy', {
            name: request.byName,
            count: daysSince(request.at, new Date()),
          }),
          ...(request.due === null ? [] : [t('inbox.wantedBy', {date: day(request.due)})]),
          ...(request.shared.length > 0 ? [t('inbox.withShared')] : []),
        ]

  /** Whom it waits for; that two must sign; and whom nobody here can stand in for. */
  function waiting(): readonly string[] {
    if (row.stage === 'signed') return [signed()]
    const {names, claimed} = waitsFor(row)
    const {lacks, peopleNeeded, signedBy} = row
    return [
      ...(names.length > 0
        ? [t(claimed ? 'inbox.isOnIt' : 'inbox.waitsFor', {names: names.join(', ')})]
        : [t(signedBy.length > 0 ? 'inbox.waitsForNobodyElse' : 'inbox.waitsForNobody')]),
      ...(lacks.length > 0 ? [lackWords(lacks)] : []),
      ...(peopleNeeded > 1
        ? [t('inbox.peopleNeeded', {count: signedBy.length, needed: peopleNeeded})]
        : []),
    ]
  }

  function downFor({at, reason}: {readonly at: string; readonly reason: string}) {
    if (!isTrigger(reason)) return [reason]
    return [`${t(`mark.${reason}`, {date: day(at)})}. ${t(`mark.${reason}.remedy`)}`]
  }

  /** No review of the same words mends a retracted work. */
  function nextStep(): string {
    const retracted = row.marks.some(({trigger}) => trigger === 'workRetracted')
    return t(retracted ? 'inbox.takeOut' : 'inbox.askAnew')
  }

  function signed(): string {
    const titles = row.sharedDrafts.map(({title}) => `“${title}”`).join(', ')
    return titles === '' ? t('inbox.allSigned') : t('inbox.signedWith', {titles})
  }

  function lackWords(lacks: readonly string[]): string {
    const left = lacks.length - mostKinds
    const kinds = lacks.slice(0, mostKinds).join('; ')
    return left > 0 ? t('inbox.lacksMore', {kinds, count: left}) : t('inbox.lacks', {kinds})
  }

  switch (group) {
    case 'toSign':
      return {facts: asked, quote: request?.note || null}
    case 'waiting':
    case 'inReview':
      return {facts: [...waiting(), ...asked], quote: null}
    case 'takenDown':
      return {facts: row.withdrawn === null ? [] : downFor(row.withdrawn), quote: null}
    case 'needsChanges':
      return {
        facts:
          objection === null
            ? []
            : [t(`objection.${objection.kind}`, {name: objection.name, date: day(objection.at)})],
        quote: objection?.note ?? null,
      }
    case 'blocked':
      return {
        facts: [
          ...row.blockers
            .filter(({code}) => !signatureCodes.includes(code))
            .map(({message}) => message),
          ...waiting(),
        ],
        quote: null,
      }
    case 'readyToPublish':
      return {
        facts: row.stageSince === null ? [] : [t('inbox.signed', {date: day(row.stageSince)})],
        quote: null,
      }
    case 'scheduled':
      return {
        facts:
          schedule === null
            ? []
            : [t('inbox.goesLive', {at: instant(schedule.at), name: schedule.byName})],
        quote: null,
      }
    case 'marked':
      return {
        facts: [
          ...row.marks.map(
            ({trigger, consequence, at}) =>
              `${t(`mark.${trigger}`, {date: day(at)})}. ${t(`mark.consequence.${consequence}`)}`,
          ),
          ...(request === null ? [nextStep()] : waiting()),
        ],
        quote: null,
      }
    case 'due':
      return {
        facts: [
          nextReviewDue === null
            ? t('inbox.notStanding')
            : t(row.stage === 'expired' ? 'inbox.overdueSince' : 'inbox.dueOn', {
                date: day(nextReviewDue),
              }),
        ],
        quote: null,
      }
  }
}

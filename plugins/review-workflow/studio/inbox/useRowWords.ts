import {useTranslation} from 'sanity'
import {useDay} from '../useDay.ts'
import {useInstant} from '../useInstant.ts'
import {namespace} from '../words.ts'
import {daysSince, type InboxGroupName, waitsFor} from './groups.ts'
import {type InboxRow} from './inboxRow.ts'

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

  function waiting(): string {
    const {names, claimed} = waitsFor(row)
    if (names.length > 0) {
      return t(claimed ? 'inbox.isOnIt' : 'inbox.waitsFor', {names: names.join(', ')})
    }
    return row.needs.length > 0
      ? t('inbox.waitsForKind', {kinds: row.needs.join('; ')})
      : t('inbox.waitsForNobody')
  }

  switch (group) {
    case 'toSign':
      return {facts: asked, quote: request?.note || null}
    case 'waiting':
    case 'inReview':
      return {facts: [waiting(), ...asked], quote: null}
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
        facts:
          row.blockingComments > 0
            ? [t('inbox.comments', {count: row.blockingComments})]
            : row.blockers.map(({message}) => message),
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
        facts: row.marks.map(
          ({trigger, consequence, at}) =>
            `${t(`mark.${trigger}`, {date: day(at)})}. ${t(`mark.consequence.${consequence}`)}`,
        ),
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

import {Text} from '@sanity/ui'
import {useListFormat, useTranslation} from 'sanity'
import {type RecordEvent, type RecordRead} from '../reads.ts'
import {spelledOut} from '../tool/useReason.ts'
import {namespace} from '../words.ts'
import {details} from './details.ts'
import {isKnownKind} from './kinds.ts'
import {saying} from './saying.ts'
import {who} from './who.ts'

/** What happened, in a sentence. */
export function EntryTitle({
  id,
  event,
  name,
  titles,
}: {
  readonly id: string
  readonly event: RecordEvent
  readonly name: string
  readonly titles: RecordRead['titles']
}) {
  const {t} = useTranslation(namespace)
  const and = useListFormat({type: 'conjunction'})
  const {kind, by, actor} = event
  const account = who({name: by, actor})
  const about = details(event).flatMap((detail) =>
    detail.as === 'documents' && detail.name === 'about' ? detail.list : [],
  )
  return (
    <Text as="h3" id={id} size={2} weight="medium">
      {isKnownKind(kind)
        ? t(saying(event), {
            name,
            by: typeof account === 'string' ? account : t(account.key, account.values),
            about: and.format(about.map((each) => `“${titles[each] ?? each}”`)),
          })
        : t('record.unknown', {name, kind: spelledOut(kind).toLowerCase()})}
    </Text>
  )
}

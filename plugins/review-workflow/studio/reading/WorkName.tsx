import {Badge, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {useSurroundings} from './ReadingContext.ts'
import {SourceMark} from './SourceMark.tsx'
import {workOf} from './works.ts'

/** A cited work as short as it can be told, with the alarm when it stands no more. */
export function WorkName({id}: {readonly id: string}) {
  const {t} = useTranslation(namespace)
  const shared = useSurroundings().shared.get(id)
  if (shared === undefined) return <Text size={1}>{id}</Text>
  const {authors, year, title, retraction, standing} = workOf(shared.document)
  return (
    <>
      <Text size={1} weight="medium" title={title}>
        <SourceMark id={id} />{' '}
        {[authors.split(',')[0]?.replace(/ et al\.$/, ''), year].filter(Boolean).join(' ') || title}
      </Text>
      {standing === 'gone' && (
        <Badge tone="critical">{t(`reading.retraction.${retraction}`).toUpperCase()}</Badge>
      )}
    </>
  )
}

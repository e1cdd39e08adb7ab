import {Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {activeMarks, type Facts, type Mark} from '../../policy/index.ts'
import {DocumentPreview} from '../DocumentPreview.tsx'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Note} from './Note.tsx'

/** Bad news that stands against the live page, and what the policy made of it. */
export function Marks({facts}: {readonly facts: Facts}) {
  const marks = activeMarks(facts)
  return marks.length === 0 ? null : (
    <Stack gap={3}>
      {marks.map((mark) => (
        <MarkNote key={`${mark.trigger} ${mark.about}`} mark={mark} />
      ))}
    </Stack>
  )
}

function MarkNote({mark: {trigger, about, at, consequence}}: {readonly mark: Mark}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const ofWork = trigger === 'workRetracted' || trigger === 'workDoubted'
  return (
    <Note
      tone={consequence === 'mark' ? 'caution' : 'critical'}
      title={t(`mark.${trigger}`, {date: day(at)})}
      text={`${t(`mark.consequence.${consequence}`)} ${t(`mark.${trigger}.remedy`)}`}
    >
      {ofWork && <DocumentPreview id={about} type="researchCitation" compact />}
    </Note>
  )
}

import {Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Field} from '../Field.tsx'
import {namespace} from '../words.ts'
import {AnswersField} from './AnswersField.tsx'
import {type SignatureAnswers} from './signature.ts'

/** What the signature says: that the words are right, or that they are and something is worth adding. */
export function MeaningField({
  withNotes,
  notes,
  onChange,
  disabled,
}: Pick<SignatureAnswers, 'withNotes' | 'notes'> & {
  readonly onChange: (given: Partial<SignatureAnswers>) => void
  readonly disabled: boolean
}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={3}>
      <AnswersField
        question={t('signOff.meaning')}
        answers={[
          {answer: 'plain', label: t('signOff.meaning.approved')},
          {answer: 'notes', label: t('signOff.meaning.approvedWithNotes')},
        ]}
        value={withNotes === null ? null : withNotes ? 'notes' : 'plain'}
        onChange={(answer) => onChange({withNotes: answer === 'notes'})}
        disabled={disabled}
      />
      {withNotes === true && (
        <Field
          field={{name: 'notes', kind: 'lines', required: true}}
          label={t('signOff.notes')}
          hint={t('signOff.notesHint')}
          value={notes}
          onChange={(given) => onChange({notes: given})}
          disabled={disabled}
        />
      )}
    </Stack>
  )
}

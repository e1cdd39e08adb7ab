import {Card, Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {PersonField} from '../PersonField.tsx'
import {Objection} from '../inspector/Objection.tsx'
import {useCommand} from '../useCommand.ts'
import {useFormErrors} from '../useFormErrors.ts'
import {useKept} from '../useKept.ts'
import {namespace} from '../words.ts'
import {WhoMustSign} from '../WhoMustSign.tsx'
import {type DialogContext} from './useCommandAction.tsx'
import {renewsLiveWords} from './useSignAction.tsx'

/** Asking for review: of everybody who may sign unless somebody is named. After a no, the note is the answer to it. */
export function SubmitForm({read, documentId, onDone, onCancel}: DialogContext) {
  const {t} = useTranslation(namespace)
  const {objection, request, now} = read.facts
  const [to, setTo] = useState(request?.to?.personId ?? '')
  const [due, setDue] = useState('')
  const [note, setNote, forgetNote] = useKept(`submit ${documentId}`, '')
  const form = useFormErrors(documentId, read.facts.subject.type)
  const {run, busy, refusals, forget} = useCommand('submit', documentId, () => {
    forgetNote()
    onDone()
  })
  const assignee = read.signers.some(({able, personId}) => able && personId === to) ? to : ''
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      missing={objection !== null && note.trim() === '' ? t('submit.missing') : null}
      tone="primary"
      submitLabel={t('submit.confirm')}
      onEdit={forget}
      onSubmit={() =>
        void run({
          to: assignee === '' ? undefined : assignee,
          due: due === '' ? undefined : due,
          note: note.trim() === '' ? undefined : note,
        })
      }
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t(renewsLiveWords(read.facts) ? 'askAnew.explanation' : 'submit.explanation')}
      </Text>
      {objection !== null && <Objection objection={objection} actor={read.facts.actor} />}
      {objection !== null && (
        <Field
          field={{name: 'note', kind: 'lines', required: true}}
          label={t('submit.answer')}
          hint={t('submit.answerHint')}
          value={note}
          onChange={setNote}
          autoFocus
          disabled={busy}
        />
      )}
      {objection === null && request !== null && (
        <Card padding={3} radius={2} tone="primary" border>
          <Text size={1}>{t('submit.again')}</Text>
        </Card>
      )}
      {form.count > 0 && (
        <Card padding={3} radius={2} tone="caution" border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {t('form.errors', {count: form.count})}
            </Text>
            <Text size={1}>{t('submit.formFirst')}</Text>
          </Stack>
        </Card>
      )}
      <WhoMustSign facts={read.facts} />
      <PersonField
        label={t('submit.to')}
        signers={read.signers}
        anybody={t('submit.anybody')}
        value={assignee}
        onChange={setTo}
        disabled={busy}
      />
      <Stack gap={4}>
        <Field
          field={{name: 'due', kind: 'date', required: false, min: now.slice(0, 10)}}
          label={t('submit.due')}
          value={due}
          onChange={setDue}
          disabled={busy}
        />
        {objection === null && (
          <Field
            field={{name: 'note', kind: 'lines', required: false}}
            label={t('submit.note')}
            value={note}
            onChange={setNote}
            disabled={busy}
          />
        )}
      </Stack>
    </DialogForm>
  )
}

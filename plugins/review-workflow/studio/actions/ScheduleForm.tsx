import {Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {useCommand} from '../useCommand.ts'
import {useFormErrors} from '../useFormErrors.ts'
import {useInstant} from '../useInstant.ts'
import {namespace} from '../words.ts'
import {instantOf, localTimeOf, localZone} from './localTime.ts'
import {type DialogContext} from './useCommandAction.tsx'

/** Day and time by the user's clock; what is sent, and said back, is one instant. */
export function ScheduleForm({read, documentId, onDone, onCancel}: DialogContext) {
  const {t} = useTranslation(namespace)
  const instant = useInstant()
  const [local, setLocal] = useState('')
  const form = useFormErrors(documentId, read.facts.subject.type)
  const {run, busy, refusals, forget} = useCommand('schedule', documentId, onDone)
  const at = instantOf(local)
  const ahead = at !== null && at > read.facts.now
  const when = at === null ? t('schedule.choose') : ahead ? null : t('schedule.past')
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      missing={form.reason ?? when}
      tone="primary"
      submitLabel={t('schedule.confirm')}
      onEdit={forget}
      onSubmit={() => void run({at: at ?? ''})}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t('schedule.explanation')}
      </Text>
      {read.facts.schedule !== null && (
        <Text size={1}>{t('schedule.replaces', {at: instant(read.facts.schedule.at)})}</Text>
      )}
      <Field
        field={{
          name: 'at',
          kind: 'datetime',
          required: true,
          min: localTimeOf(new Date(read.facts.now)),
        }}
        label={t('schedule.at')}
        hint={t('schedule.zone', {zone: localZone()})}
        value={local}
        onChange={setLocal}
        autoFocus
        disabled={busy}
      />
      <Text size={1} role="status">
        {at !== null &&
          ahead &&
          t('schedule.goesLive', {
            at: instant(at),
            utc: `${at.slice(0, 16).replace('T', ' ')} UTC`,
          })}
      </Text>
    </DialogForm>
  )
}

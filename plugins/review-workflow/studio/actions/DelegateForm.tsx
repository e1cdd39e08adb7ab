import {Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {DialogForm} from '../DialogForm.tsx'
import {PersonField} from '../PersonField.tsx'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'
import {type DialogContext} from './useCommandAction.tsx'

/** Passing a review on to somebody who could sign it. */
export function DelegateForm({read, documentId, onDone, onCancel}: DialogContext) {
  const {t} = useTranslation(namespace)
  const [to, setTo] = useState('')
  const {run, busy, refusals, forget} = useCommand('delegate', documentId, onDone)
  const {request} = read.facts
  const holder = request?.claimedBy ?? request?.to ?? null
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      missing={to === '' ? t('delegate.missing') : null}
      tone="primary"
      submitLabel={t('delegate.confirm')}
      onEdit={forget}
      onSubmit={() => void run({to})}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {holder === null ? t('delegate.explanation') : t('delegate.from', {name: holder.name})}
      </Text>
      <PersonField
        label={t('delegate.to')}
        signers={read.signers.filter(({personId}) => personId !== holder?.personId)}
        value={to}
        onChange={setTo}
        disabled={busy}
      />
    </DialogForm>
  )
}

import {Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'

/** Adopts exactly what was on screen: its hash goes with the answer. */
export function AdoptForm({
  documentId,
  hash,
  onDone,
  onCancel,
}: {
  readonly documentId: string
  readonly hash: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const [password, setPassword] = useState('')
  const {run, busy, refusals} = useCommand('adoptPolicy', documentId, onDone)
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      disabled={password === ''}
      tone="primary"
      submitLabel={t('adoptPolicy.confirm')}
      onSubmit={() => void run({hash, password}).then(() => setPassword(''))}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t('adoptPolicy.explanation')}
      </Text>
      <Field
        field={{name: 'password', kind: 'password', required: true}}
        label={t('policyPage.password')}
        hint={t('policyPage.passwordHint')}
        value={password}
        onChange={setPassword}
        autoFocus
        disabled={busy}
      />
    </DialogForm>
  )
}

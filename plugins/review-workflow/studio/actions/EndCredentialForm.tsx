import {Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {PagesHit} from '../credentials/PagesHit.tsx'
import {DialogForm} from '../DialogForm.tsx'
import {Field} from '../Field.tsx'
import {Answer} from '../tool/Answer.tsx'
import {useRead} from '../tool/useRead.ts'
import {useCommand} from '../useCommand.ts'
import {namespace} from '../words.ts'
import {type DialogContext} from './useCommandAction.tsx'

export type EndingCommand = 'suspendCredential' | 'revokeCredential'

/** Takes a credential out of force. Nobody confirms that before the pages that it hits are on screen. */
export function EndCredentialForm({
  command,
  documentId,
  onDone,
  onCancel,
}: Omit<DialogContext, 'read'> & {readonly command: EndingCommand}) {
  const {t} = useTranslation(namespace)
  const [reason, setReason] = useState('')
  const credential = useRead('credentials', documentId)
  const {run, busy, refusals, forget} = useCommand(command, documentId, onDone)
  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      disabled={credential.status === 'loading'}
      missing={reason.trim() === '' ? t(`${command}.missing`) : null}
      tone="critical"
      submitLabel={t(`${command}.confirm`)}
      onEdit={forget}
      onSubmit={() => void run({reason})}
      onCancel={onCancel}
    >
      <Text size={1} muted>
        {t(`${command}.explanation`)}
      </Text>
      <Answer of={credential}>
        {({credentials}) => (
          <PagesHit
            pages={credentials.flatMap(({pages}) => pages)}
            fate={({onSuspend, onRevoke}) =>
              command === 'suspendCredential' ? onSuspend : onRevoke
            }
          />
        )}
      </Answer>
      <Field
        field={{name: 'reason', kind: 'lines', required: true}}
        label={t(`${command}.reason`)}
        value={reason}
        onChange={setReason}
        autoFocus
        disabled={busy}
      />
    </DialogForm>
  )
}

import {Stack, Text} from '@sanity/ui'
import {useState} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../policy/index.ts'
import {type Conflict, ConflictField} from './ConflictField.tsx'
import {DialogForm} from './DialogForm.tsx'
import {Field} from './Field.tsx'
import {ReasonList} from './ReasonList.tsx'
import {reasons} from './reasons.ts'
import {type ReviewRead} from './reads.ts'
import {SignedWords} from './SignedWords.tsx'
import {useCommand} from './useCommand.ts'
import {namespace} from './words.ts'

/** The signing dialog. What it shows when it opens is what is signed, whatever happens to the page meanwhile. */
export function SignForm({
  read,
  documentId,
  onDone,
  onCancel,
}: {
  readonly read: ReviewRead
  readonly documentId: string
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const [seen] = useState(read)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [statement, setStatement] = useState('')
  const [password, setPassword] = useState('')
  const {run, busy, refusals} = useCommand('signOff', documentId, onDone)

  const what = {
    digest: seen.digest ?? '',
    closureDigest: seen.closureDigest ?? '',
    attestation: seen.attestation.id,
  }
  const decision = decide(read.facts, {
    type: 'signOff',
    ...what,
    factors: ['password'],
    conflictOfInterest: conflict ?? 'none',
    conflictStatement: conflict === 'disclosed' ? statement || '…' : null,
  })

  function sign(): void {
    void run({
      ...what,
      password,
      conflictOfInterest: conflict ?? 'mustRecuse',
      ...(conflict === 'disclosed' ? {conflictStatement: statement} : {}),
    }).then(() => setPassword(''))
  }

  return (
    <DialogForm
      refusals={refusals}
      busy={busy}
      disabled={!decision.allowed || conflict === null || password === ''}
      tone="positive"
      submitLabel={t('signOff.confirm')}
      onSubmit={sign}
      onCancel={onCancel}
    >
      <SignedWords read={seen} />
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {t('signOff.attestation')}
        </Text>
        <Text as="blockquote" size={2}>
          “{seen.attestation.text}”
        </Text>
      </Stack>
      <ConflictField
        value={conflict}
        onChange={setConflict}
        statement={statement}
        onStatement={setStatement}
        disabled={busy}
      />
      {!decision.allowed && <ReasonList reasons={reasons(decision)} tone="caution" />}
      <Field
        field={{name: 'password', kind: 'password', required: true}}
        label={t('signOff.password')}
        hint={t('signOff.passwordHint')}
        value={password}
        onChange={setPassword}
        disabled={busy}
      />
    </DialogForm>
  )
}

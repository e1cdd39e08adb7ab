import {Stack, Text} from '@sanity/ui'
import {useEffect, useId, useMemo, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../policy/index.ts'
import {ConflictField} from './ConflictField.tsx'
import {DialogForm} from './DialogForm.tsx'
import {Field} from './Field.tsx'
import {ChecklistField} from './reading/ChecklistField.tsx'
import {MeaningField} from './reading/MeaningField.tsx'
import {novelties, unopened} from './reading/opened.ts'
import {
  leftToAnswer,
  noAnswers,
  type SignatureAnswers,
  signatureCommand,
  signatureFields,
  type SigningCommand,
} from './reading/signature.ts'
import {UnopenedList} from './reading/UnopenedList.tsx'
import {useShownWords} from './reading/useShownWords.ts'
import {wordFields} from './reading/values.ts'
import {ReasonList} from './ReasonList.tsx'
import {naming, reasons} from './reasons.ts'
import {type ReviewRead} from './reads.ts'
import {SignedWords} from './SignedWords.tsx'
import {useCommand} from './useCommand.ts'
import {namespace} from './words.ts'

/** The signing dialog. What it shows when it opens is what is signed, whatever happens to the page meanwhile. */
export function SignForm({
  read,
  documentId,
  command = 'signOff',
  opened,
  onDone,
  onCancel,
}: {
  readonly read: ReviewRead
  readonly documentId: string
  readonly command?: SigningCommand
  /** Fields and shared documents that were on screen; nothing is known of that elsewhere than on the reading page. */
  readonly opened?: readonly string[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const [seen] = useState(read)
  const [answers, setAnswers] = useState(noAnswers)
  const {run, busy, refusals} = useCommand(command, documentId, onDone)
  const words = useShownWords(documentId, seen.facts.subject.type)
  const answer = (given: Partial<SignatureAnswers>) => setAnswers({...answers, ...given})

  const decision = decide(read.facts, signatureCommand(command, seen, answers))
  const unread = unopened(novelties(seen, wordFields(words)), opened ?? [])
  const {withNotes, notes, checklist, conflict, statement, password} = answers
  const left = leftToAnswer(command, answers)
  const named = useMemo(() => {
    const works = seen.closure.filter(({type}) => type === 'researchCitation')
    return naming(
      refusals,
      works.map(({id}) => id),
    )
  }, [refusals, seen])
  const isPasswordWrong = refusals.some(({code}) => code === 'reauthenticationMissing')
  const passwordInput = useRef<HTMLInputElement>(null)
  const refusalsId = useId()
  useEffect(() => {
    if (isPasswordWrong) passwordInput.current?.focus()
  }, [isPasswordWrong, refusals])
  // The server's answer says already that the password it had was a wrong one.
  const isSaid = refusals.length > 0 && left.join() === 'password'

  function sign(): void {
    const fields = signatureFields(command, seen, answers, opened, seen.facts.request)
    void run(fields).then(() => answer({password: ''}))
  }

  return (
    <DialogForm
      refusals={named}
      refusalsId={refusalsId}
      busy={busy}
      disabled={!decision.allowed || left.length > 0}
      tone="default"
      submitLabel={t(`${command}.confirm`)}
      onSubmit={sign}
      onCancel={onCancel}
    >
      {command === 'renew' && <Text size={1}>{t('renew.explanation')}</Text>}
      {!decision.allowed && <ReasonList reasons={reasons(decision)} tone="caution" />}
      <SignedWords read={seen} />
      <UnopenedList read={seen} left={unread} atReading={opened !== undefined} />
      <ChecklistField
        value={checklist}
        onChange={(given) => answer({checklist: given})}
        disabled={busy}
      />
      {command === 'signOff' && (
        <MeaningField
          withNotes={withNotes}
          notes={notes}
          onChange={(given) => answer(given)}
          disabled={busy}
        />
      )}
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {t('signOff.attestation')}
        </Text>
        <Text as="blockquote" size={2} style={{margin: 0}}>
          “{seen.attestation.text}”
        </Text>
      </Stack>
      <ConflictField
        value={conflict}
        onChange={(given) => answer({conflict: given})}
        statement={statement}
        onStatement={(given) => answer({statement: given})}
        disabled={busy}
      />
      <Field
        field={{name: 'password', kind: 'password', required: true}}
        label={t('signOff.password')}
        hint={t('signOff.passwordHint')}
        value={password}
        onChange={(given) => answer({password: given})}
        disabled={busy}
        problem={isPasswordWrong ? refusalsId : null}
        input={passwordInput}
      />
      {decision.allowed && left.length > 0 && !isSaid && (
        <Text size={1} muted>
          {t(`signOff.left.${left.join('.')}`)}
        </Text>
      )}
    </DialogForm>
  )
}

import {Card, Stack, Text} from '@sanity/ui'
import {useEffect, useId, useMemo, useRef, useState} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../policy/index.ts'
import {ConflictField} from './ConflictField.tsx'
import {DialogForm} from './DialogForm.tsx'
import {Field} from './Field.tsx'
import {ChecklistField} from './reading/ChecklistField.tsx'
import {MeaningField} from './reading/MeaningField.tsx'
import {ownPart} from './reading/ownPart.ts'
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
import {useDay} from './useDay.ts'
import {useKept} from './useKept.ts'
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
  const [password, setPassword] = useState('')
  // Answers are about these words; a password is never kept.
  const [given, setGiven, forgetGiven] = useKept(
    [command, documentId, seen.digest, seen.closureDigest].join(' '),
    noAnswers,
  )
  const answers: SignatureAnswers = {...given, password}
  const {run, busy, refusals, forget} = useCommand(command, documentId, () => {
    forgetGiven()
    onDone()
  })
  const words = useShownWords(documentId, seen.facts.subject.type)
  const answer = (more: Partial<SignatureAnswers>) => setGiven({...given, ...more})

  const decision = decide(read.facts, signatureCommand(command, seen, answers))
  const unread = unopened(novelties(seen, wordFields(words)), opened ?? [])
  // Whoever comes here to learn why not is told before anything else.
  const [isOpenedInVain] = useState(!decision.allowed)
  const {withNotes, notes, checklist, conflict, statement} = answers
  const day = useDay()
  const before = ownPart(seen.facts)
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
    void run(fields).then(() => setPassword(''))
  }

  return (
    <DialogForm
      refusals={named}
      refusalsId={refusalsId}
      busy={busy}
      reasons={reasons(decision)}
      disabled={left.length > 0}
      missing={
        decision.allowed && left.length > 0 && !isSaid
          ? left.map((each) => t(`signOff.left.${each}`)).join(' ')
          : null
      }
      tone="default"
      submitLabel={t(`${command}.confirm`)}
      onEdit={forget}
      onSubmit={sign}
      onCancel={onCancel}
    >
      {command === 'renew' && <Text size={1}>{t('renew.explanation')}</Text>}
      {isOpenedInVain && !decision.allowed && (
        <ReasonList reasons={reasons(decision)} tone="caution" />
      )}
      {before.kind === 'signed' && decision.allowed && (
        <Card tone="caution" border radius={2} padding={3}>
          <Text size={1}>{t('signOff.again.title', {date: day(before.at)})}</Text>
        </Card>
      )}
      <SignedWords read={seen} />
      <UnopenedList read={seen} left={unread} atReading={opened !== undefined} />
      <ChecklistField
        value={checklist}
        onChange={(checklist) => answer({checklist})}
        disabled={busy}
      />
      {command === 'signOff' && (
        <MeaningField withNotes={withNotes} notes={notes} onChange={answer} disabled={busy} />
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
        onChange={(conflict) => answer({conflict})}
        statement={statement}
        onStatement={(statement) => answer({statement})}
        disabled={busy}
      />
      <Field
        field={{name: 'password', kind: 'password', required: true}}
        label={t('signOff.password')}
        hint={t('signOff.passwordHint')}
        value={password}
        onChange={setPassword}
        disabled={busy}
        problem={isPasswordWrong ? refusalsId : null}
        input={passwordInput}
      />
    </DialogForm>
  )
}

import {LockIcon} from '@sanity/icons/Lock'
import {Box, Button, Card, Container, Dialog, Flex} from '@sanity/ui'
import {type ReactNode, useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {decide} from '../../policy/index.ts'
import {CommandForm} from '../CommandForm.tsx'
import {probe} from '../probe.ts'
import {isOutOfReach, reasons} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type ReviewRead} from '../reads.ts'
import {SignForm} from '../SignForm.tsx'
import {namespace} from '../words.ts'
import {type ReviewerCommand, reviewerCommands} from './reviewerCommands.ts'
import {useReturnFocus} from './useReturnFocus.ts'

/** What a reviewer can do about the page. What they cannot do now says why when it is asked for. */
export function ActionBar({
  read,
  documentId,
  opened,
  fresh,
  onDone,
  children,
}: {
  readonly read: ReviewRead
  readonly documentId: string
  readonly opened: readonly string[]
  /** The words on screen are those that the server knows. */
  readonly fresh: boolean
  readonly onDone: () => void
  readonly children?: ReactNode
}) {
  const {t} = useTranslation(namespace)
  const [open, setOpen] = useState<ReviewerCommand | null>(null)
  const commands = reviewerCommands(read.facts)
    .map((command) => ({...command, decision: decide(read.facts, probe(command.type, read))}))
    .filter(({decision}) => !isOutOfReach(decision))
  const chosen = commands.find(({type}) => type === open?.type) ?? null
  const close = () => setOpen(null)
  if (commands.length === 0 && children === undefined) return null
  return (
    <Card as="section" borderTop padding={[2, 3]} aria-label={t('reading.actions')}>
      <Container width={3}>
        <Flex gap={2} wrap="wrap" align="center">
          {commands.map((command) => (
            <Button
              key={command.type}
              mode={command.main && command.decision.allowed ? 'default' : 'ghost'}
              tone={command.decision.allowed ? command.tone : 'default'}
              fontSize={1}
              padding={3}
              icon={command.decision.allowed ? command.icon : LockIcon}
              text={t(`${command.type}.label`)}
              aria-haspopup="dialog"
              aria-description={command.decision.allowed ? undefined : t('reading.actions.notNow')}
              disabled={command.main && !fresh}
              onClick={() => setOpen(command)}
            />
          ))}
          {children}
        </Flex>
      </Container>
      {open !== null && (
        <CommandDialog
          header={t(`${open.type}.header`)}
          // The field for the reason takes the focus itself.
          takesFocus={open.text === null || chosen?.decision.allowed !== true}
          onClose={close}
        >
          {chosen !== null && !chosen.decision.allowed && !chosen.main ? (
            <ReasonList reasons={reasons(chosen.decision)} tone="caution" />
          ) : (
            <Form
              command={open}
              {...{read, documentId, opened}}
              onCancel={close}
              onDone={() => {
                close()
                onDone()
              }}
            />
          )}
        </CommandDialog>
      )}
    </Card>
  )
}

function Form({
  command: {type, tone, text},
  read,
  documentId,
  opened,
  ...dialog
}: {
  readonly command: ReviewerCommand
  readonly read: ReviewRead
  readonly documentId: string
  readonly opened: readonly string[]
  readonly onDone: () => void
  readonly onCancel: () => void
}) {
  if (type === 'signOff' || type === 'renew') {
    return <SignForm {...dialog} {...{read, documentId, opened}} command={type} />
  }
  return (
    <CommandForm
      {...dialog}
      {...{documentId, tone}}
      command={type}
      fields={text === null ? [] : [{name: text, kind: 'lines', required: true}]}
    />
  )
}

function CommandDialog({
  header,
  takesFocus,
  onClose,
  children,
}: {
  readonly header: string
  readonly takesFocus: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  useReturnFocus()
  return (
    <Dialog
      id={useId()}
      header={header}
      width={1}
      __unstable_autoFocus={takesFocus}
      onClose={onClose}
    >
      <Box padding={4}>{children}</Box>
    </Dialog>
  )
}

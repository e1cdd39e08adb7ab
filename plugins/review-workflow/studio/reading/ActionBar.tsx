import {LockIcon} from '@sanity/icons/Lock'
import {Box, Button, Card, Container, Dialog, Flex, Stack} from '@sanity/ui'
import {type ReactNode, useId, useState} from 'react'
import {useTranslation} from 'sanity'
import {CommandForm} from '../CommandForm.tsx'
import {reasons} from '../reasons.ts'
import {ReasonList} from '../ReasonList.tsx'
import {type ReviewRead} from '../reads.ts'
import {SignForm} from '../SignForm.tsx'
import {namespace} from '../words.ts'
import {ownPart} from './ownPart.ts'
import {OwnPartLine} from './OwnPartLine.tsx'
import {type Offer, type ReviewerCommand} from './reviewerCommands.ts'
import {useReturnFocus} from './useReturnFocus.ts'

/** What a reviewer can do about the page. What they cannot do now says why when it is asked for. */
export function ActionBar({
  read,
  offers,
  documentId,
  opened,
  fresh,
  onDone,
}: {
  readonly read: ReviewRead
  readonly offers: readonly Offer[]
  readonly documentId: string
  readonly opened: readonly string[]
  /** The words on screen are those that the server knows. */
  readonly fresh: boolean
  readonly onDone: () => void
}) {
  const {t} = useTranslation(namespace)
  const [open, setOpen] = useState<ReviewerCommand | null>(null)
  const chosen = offers.find(({type}) => type === open?.type) ?? null
  const isSigned = ownPart(read.facts).kind === 'signed'
  const close = () => setOpen(null)
  return (
    <Card as="section" borderTop padding={[2, 3]} aria-label={t('reading.actions')}>
      <Container width={3}>
        <Stack gap={3}>
          <OwnPartLine facts={read.facts} />
          <Flex gap={2} wrap="wrap" align="center">
            {offers.map((offer) => {
              const waits = offer.main && !fresh
              const {allowed} = offer.decision
              return (
                <Button
                  key={offer.type}
                  mode={offer.main && allowed && !isSigned ? 'default' : 'ghost'}
                  tone={allowed ? offer.tone : 'default'}
                  fontSize={1}
                  padding={3}
                  icon={allowed ? offer.icon : LockIcon}
                  text={t(offer.main && isSigned ? 'signOff.again' : `${offer.type}.label`)}
                  aria-haspopup="dialog"
                  aria-description={allowed ? undefined : t('reading.actions.notNow')}
                  // Not `disabled`: it would lose the focus of whoever has just signed.
                  aria-disabled={waits}
                  onClick={() => !waits && setOpen(offer)}
                />
              )
            })}
          </Flex>
        </Stack>
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

import {Box, Button, Flex, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useTranslation} from 'sanity'
import {ReasonList} from './ReasonList.tsx'
import {type Reason} from './reasons.ts'
import {namespace} from './words.ts'

/** What every dialog of the workflow has in common: its content, why the server said no, and two buttons. */
export function DialogForm({
  children,
  refusals,
  refusalsId,
  busy,
  disabled,
  reasons = [],
  missing,
  tone,
  submitLabel,
  onEdit,
  onSubmit,
  onCancel,
}: {
  readonly children: ReactNode
  readonly refusals: readonly Reason[]
  /** For a field that they are about. */
  readonly refusalsId?: string
  readonly busy: boolean
  readonly disabled?: boolean
  /** Why it cannot be done as things stand: said where the button is, which waits for it. */
  readonly reasons?: readonly Reason[]
  /** What is still to be filled in, likewise. */
  readonly missing?: string | null
  readonly tone: 'default' | 'primary' | 'positive' | 'caution' | 'critical'
  readonly submitLabel: string
  /** Something was typed or chosen anew. */
  readonly onEdit?: () => void
  readonly onSubmit: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  const missingId = useId()
  const isMissing = missing !== undefined && missing !== null
  const unsaid = reasons.filter(({message}) => !refusals.some((each) => each.message === message))
  const waits = busy || disabled === true || reasons.length > 0 || isMissing
  return (
    <Box
      as="form"
      onChange={onEdit}
      onSubmit={(event) => {
        event.preventDefault()
        if (!waits) onSubmit()
      }}
    >
      <Stack gap={5}>
        {children}
        {refusals.length > 0 && (
          <ReasonList id={refusalsId} reasons={refusals} tone="critical" alert />
        )}
        {unsaid.length > 0 && <ReasonList reasons={unsaid} tone="caution" />}
        <Flex gap={2} align="center" justify="flex-end" wrap="wrap">
          <Box flex={1} style={{minWidth: 'min(100%, 12rem)'}} role="status">
            {isMissing && !busy && (
              <Text id={missingId} size={1} muted>
                {missing}
              </Text>
            )}
          </Box>
          <Button type="button" mode="bleed" text={t('cancel')} onClick={onCancel} />
          <Button
            type="submit"
            // The theme's own blue is too pale for the words on it.
            tone={tone === 'primary' ? 'default' : tone}
            text={submitLabel}
            loading={busy}
            disabled={waits}
            aria-describedby={isMissing ? missingId : undefined}
          />
        </Flex>
      </Stack>
    </Box>
  )
}

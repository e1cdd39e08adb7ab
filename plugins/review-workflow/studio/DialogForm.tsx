import {Box, Button, Flex, Stack} from '@sanity/ui'
import {type ReactNode} from 'react'
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
  tone,
  submitLabel,
  onSubmit,
  onCancel,
}: {
  readonly children: ReactNode
  readonly refusals: readonly Reason[]
  /** For a field that they are about. */
  readonly refusalsId?: string
  readonly busy: boolean
  readonly disabled?: boolean
  readonly tone: 'default' | 'primary' | 'positive' | 'caution' | 'critical'
  readonly submitLabel: string
  readonly onSubmit: () => void
  readonly onCancel: () => void
}) {
  const {t} = useTranslation(namespace)
  return (
    <Box
      as="form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Stack gap={5}>
        {children}
        {refusals.length > 0 && (
          <ReasonList id={refusalsId} reasons={refusals} tone="critical" alert />
        )}
        <Flex gap={2} justify="flex-end" wrap="wrap">
          <Button type="button" mode="bleed" text={t('cancel')} onClick={onCancel} />
          <Button
            type="submit"
            // The theme's own blue is too pale for the words on it.
            tone={tone === 'primary' ? 'default' : tone}
            text={submitLabel}
            loading={busy}
            disabled={busy || disabled === true}
          />
        </Flex>
      </Stack>
    </Box>
  )
}

import {Box, Card, Stack, Text} from '@sanity/ui'
import {useEffect, useRef} from 'react'
import {useTranslation} from 'sanity'
import {type DenialMessage} from '../policy/index.ts'
import {namespace} from './words.ts'

/** Why not, and who can change that. */
export function ReasonList({
  reasons,
  tone,
  alert,
}: {
  readonly reasons: readonly DenialMessage[]
  readonly tone: 'caution' | 'critical'
  /** Read out at once: the answer to something that the user has just done. */
  readonly alert?: boolean
}) {
  const {t} = useTranslation(namespace)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (alert === true) list.current?.scrollIntoView({block: 'nearest'})
  }, [alert, reasons])
  return (
    <Box ref={list} role={alert === true ? 'alert' : undefined}>
      <Stack as="ul" gap={2} padding={0} margin={0}>
        {reasons.map(({message, who}, index) => (
          <Card as="li" key={`${index} ${message}`} padding={3} radius={2} tone={tone} border>
            <Stack gap={3}>
              <Text size={1}>{message}</Text>
              {who !== '' && (
                <Text size={1} muted>
                  {t('who', {who})}
                </Text>
              )}
            </Stack>
          </Card>
        ))}
      </Stack>
    </Box>
  )
}

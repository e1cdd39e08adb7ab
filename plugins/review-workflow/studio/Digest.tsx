import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from './words.ts'

/** A fingerprint: its beginning to compare at a glance, the whole of it for who wants to be sure. */
export function Digest({label, value}: {readonly label?: string; readonly value: string | null}) {
  const {t} = useTranslation(namespace)
  if (value === null)
    return (
      <Text size={0} muted>
        {t('signOff.missing')}
      </Text>
    )
  return (
    <Stack gap={2}>
      {label !== undefined && (
        <Text size={1} muted>
          {label}: <code>{shortDigest(value)}</code>
        </Text>
      )}
      <Text size={0} muted style={{overflowWrap: 'anywhere'}}>
        <code>{value}</code>
      </Text>
    </Stack>
  )
}

export function shortDigest(digest: string): string {
  return `${digest.slice(0, 8)}…${digest.slice(-4)}`
}

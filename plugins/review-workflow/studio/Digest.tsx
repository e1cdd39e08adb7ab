import {Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from './words.ts'

/** A whole fingerprint under what it is of, for who wants to be sure. */
export function Digest({label, value}: {readonly label: ReactNode; readonly value: string | null}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={2}>
      {label}
      <Text size={0} muted style={{overflowWrap: 'anywhere'}}>
        {value === null ? t('signOff.missing') : <code>{value}</code>}
      </Text>
    </Stack>
  )
}

/** Its beginning and end, to compare at a glance. */
export function shortDigest(digest: string): string {
  return `${digest.slice(0, 8)}…${digest.slice(-4)}`
}

import {Card, Stack, Text} from '@sanity/ui'
import {type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {Loading} from './Loading.tsx'
import {type ReadState} from './readSource.ts'

/** What the server told, or that it has not yet, or why it did not. */
export function Answer<Read>({
  of: state,
  children,
}: {
  readonly of: ReadState<Read>
  readonly children: (read: Read) => ReactNode
}) {
  const {t} = useTranslation(namespace)
  switch (state.status) {
    case 'loading':
      return <Loading />
    case 'failed':
      return (
        <Card padding={4} radius={3} tone="critical" border role="alert">
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {t('tool.failed')}
            </Text>
            <Text size={1}>{state.message}</Text>
          </Stack>
        </Card>
      )
    case 'ready':
      return children(state.read)
  }
}

import {Flex, Spinner, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'

/** What is still on its way says so. */
export function Loading() {
  const {t} = useTranslation(namespace)
  return (
    <Flex gap={3} align="center" role="status">
      <Spinner muted />
      <Text size={1} muted>
        {t('tool.loading')}
      </Text>
    </Flex>
  )
}

import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Facts} from '../../policy/index.ts'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {Section} from './Section.tsx'

export function Recusals({facts: {recusals, reviewers}}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  if (recusals.length === 0) return null
  return (
    <Section title={t('inspector.recusals')}>
      <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
        {recusals.map(({personId, at, reason}) => (
          <Text as="li" key={`${personId} ${at}`} size={1}>
            {t('inspector.recusal', {
              name: reviewers.find((each) => each.personId === personId)?.name ?? personId,
              date: day(at),
              reason,
            })}
          </Text>
        ))}
      </Stack>
    </Section>
  )
}

import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {beyondReach, denialMessage, type Facts, peopleNeeded} from '../policy/index.ts'
import {namespace} from './words.ts'

/** What one signature would not settle: that two people have to sign, and specialists whom nobody here is. */
export function WhoMustSign({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const words = facts.subject.draft ?? facts.subject.live
  if (words === null) return null
  const needed = peopleNeeded(words, facts.policy)
  const lacking = beyondReach(facts).map((denial) =>
    denial.code === 'secondPersonMissing'
      ? t('person.nobodySecond')
      : denialMessage(denial).message,
  )
  return (
    <>
      {needed > 1 && <Text size={1}>{t('person.needed', {needed})}</Text>}
      {lacking.length > 0 && (
        <Card padding={3} radius={2} tone="caution" border>
          <Stack gap={3}>
            <Text size={1} weight="medium">
              {t('person.lacking')}
            </Text>
            {lacking.map((message) => (
              <Text key={message} size={1}>
                {message}
              </Text>
            ))}
            <Text size={1} muted>
              {t('person.lackingNext')}
            </Text>
          </Stack>
        </Card>
      )}
    </>
  )
}

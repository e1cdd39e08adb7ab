import {Card, Stack, Text} from '@sanity/ui'
import {useListFormat, useTranslation} from 'sanity'
import {beyondReach, type Facts, familyTitle, peopleNeeded} from '../policy/index.ts'
import {namespace} from './words.ts'

/** What one signature would not settle: that two people have to sign, and specialists whom nobody here is. */
export function WhoMustSign({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const either = useListFormat({type: 'disjunction'})
  const words = facts.subject.draft ?? facts.subject.live
  if (words === null) return null
  const needed = peopleNeeded(words, facts.policy)
  const lacking = beyondReach(facts)
  const kinds = lacking.flatMap((denial) =>
    denial.code === 'signOffMissing' ? [either.format(denial.families.map(familyTitle))] : [],
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
            {kinds.length === 0 ? (
              <Text size={1}>{t('person.nobodySecond')}</Text>
            ) : (
              <Stack as="ul" gap={2} paddingLeft={4} margin={0}>
                {kinds.map((kind) => (
                  <Text as="li" key={kind} size={1}>
                    {kind}
                  </Text>
                ))}
              </Stack>
            )}
            <Text size={1} muted>
              {t('person.lackingNext')}
            </Text>
          </Stack>
        </Card>
      )}
    </>
  )
}

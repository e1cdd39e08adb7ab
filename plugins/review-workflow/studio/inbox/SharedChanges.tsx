import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {PageSection} from '../tool/PageSection.tsx'
import {namespace} from '../words.ts'
import {type SharedChange} from './groups.ts'

/** Drafts of shared documents on their way to readers: where the pages are signed, what is published is these. */
export function SharedChanges({changes}: {readonly changes: readonly SharedChange[]}) {
  const {t} = useTranslation(namespace)
  if (changes.length === 0) return null
  return (
    <PageSection
      title={`${t('inbox.shared.title')} (${changes.length})`}
      lead={t('inbox.shared.lead')}
    >
      <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
        {changes.map(({id, type, title, asked, signed}) => (
          <Card as="li" key={id} border radius={2} padding={3}>
            <Stack gap={3}>
              <Text size={2} weight="medium" style={{overflowWrap: 'anywhere'}}>
                <IntentLink intent="edit" params={{id, type}}>
                  {title}
                </IntentLink>
              </Text>
              <Text size={1} muted>
                {signed === asked
                  ? t('inbox.shared.ready', {count: asked})
                  : t('inbox.shared.waiting', {count: asked, signed})}
              </Text>
            </Stack>
          </Card>
        ))}
      </Stack>
    </PageSection>
  )
}

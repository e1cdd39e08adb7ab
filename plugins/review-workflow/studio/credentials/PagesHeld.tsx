import {Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {type Consequence} from '../../policy/index.ts'
import {Disclosure} from '../Disclosure.tsx'
import {namespace} from '../words.ts'
import {consequenceCounts, type CredentialLine} from './credentialGroups.ts'

/** Which live pages rest on a credential, and what would become of them. */
export function PagesHeld({pages}: {readonly pages: CredentialLine['pages']}) {
  const {t} = useTranslation(namespace)
  const outcome = (consequences: readonly Consequence[]) =>
    consequenceCounts(consequences)
      .map(({consequence, count}) => t(`credentials.outcome.${consequence}`, {count}))
      .join(', ')
  if (pages.length === 0) {
    return (
      <Text size={1} muted>
        {t('credentials.noPages')}
      </Text>
    )
  }
  return (
    <Disclosure summary={t('credentials.pages', {count: pages.length})}>
      <Stack gap={3}>
        <Text size={1}>
          {t('credentials.ifExpired', {outcome: outcome(pages.map(({onExpiry}) => onExpiry))})}
        </Text>
        <Text size={1}>
          {t('credentials.ifSuspended', {outcome: outcome(pages.map(({onSuspend}) => onSuspend))})}
        </Text>
        <Stack as="ul" gap={3} paddingLeft={4} margin={0}>
          {pages.map(({id, type, title, riskClass, onSuspend, onExpiry}) => (
            <Text as="li" key={id} size={1} style={{overflowWrap: 'anywhere'}}>
              <IntentLink intent="edit" params={{id, type}}>
                {title}
              </IntentLink>{' '}
              ({t(`risk.${riskClass}.name`)}):{' '}
              {t('credentials.pageOutcome', {
                expiry: t(`credentials.fate.${onExpiry}`),
                suspension: t(`credentials.fate.${onSuspend}`),
              })}
            </Text>
          ))}
        </Stack>
      </Stack>
    </Disclosure>
  )
}

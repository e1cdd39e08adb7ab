import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type CredentialsRead} from '../reads.ts'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {RefreshButton} from '../tool/RefreshButton.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {CredentialCard} from './CredentialCard.tsx'
import {keepsCredentials} from './keepers.ts'
import {credentialGroupNames, credentialGroups} from './credentialGroups.ts'
import {MyCredentials} from './MyCredentials.tsx'

/** All credentials for those who keep them; their own for reviewers; for others, who keeps them. */
export function Credentials() {
  const {t} = useTranslation(namespace)
  const state = useRead('credentials', 'all')
  return (
    <Page
      title={t('credentials.title')}
      actions={<RefreshButton refresh={state.refresh} busy={state.busy} />}
    >
      <Answer of={state}>{(read) => <ForRole read={read} />}</Answer>
    </Page>
  )
}

function ForRole({read}: {readonly read: CredentialsRead}) {
  const {t} = useTranslation(namespace)
  if (keepsCredentials(read.me.roles)) return <AllCredentials read={read} />
  if (read.me.roles.includes('reviewer') || read.credentials.length > 0) {
    return <MyCredentials read={read} />
  }
  return (
    <Card border radius={3} padding={4}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {t('credentials.others')}
        </Text>
        <Text size={1} muted>
          {t('credentials.othersHint')}
        </Text>
      </Stack>
    </Card>
  )
}

function AllCredentials({read}: {readonly read: CredentialsRead}) {
  const {t} = useTranslation(namespace)
  const groups = credentialGroups(read.credentials)
  return credentialGroupNames.map((name) => (
    <PageSection
      key={name}
      title={t(`credentials.${name}`, {count: groups[name].length})}
      lead={t(groups[name].length === 0 ? `credentials.${name}.empty` : `credentials.${name}.lead`)}
    >
      {groups[name].length > 0 && (
        <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
          {groups[name].map((line) => (
            <CredentialCard key={line.id} line={line} mayVerify={read.mayVerify} me={read.me} />
          ))}
        </Stack>
      )}
    </PageSection>
  ))
}

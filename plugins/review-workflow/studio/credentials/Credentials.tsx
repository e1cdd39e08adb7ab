import {Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type CredentialsRead} from '../reads.ts'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {RefreshButton} from '../tool/RefreshButton.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {CredentialCard} from './CredentialCard.tsx'
import {credentialGroupNames, credentialGroups} from './credentialGroups.ts'
import {MyCredentials} from './MyCredentials.tsx'
import {OnlyPublic} from './OnlyPublic.tsx'

const keepers: readonly string[] = ['registrar', 'administrator']

/** All credentials for those who keep them; their own for reviewers; for others, what everybody may know. */
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
  if (read.me.roles.some((role) => keepers.includes(role))) return <AllCredentials read={read} />
  if (read.me.roles.includes('reviewer') || read.credentials.length > 0) {
    return <MyCredentials read={read} />
  }
  return <OnlyPublic />
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

import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {CredentialsWaiting} from '../credentials/CredentialsWaiting.tsx'
import {MyCredentials} from '../credentials/MyCredentials.tsx'
import {useMe} from '../me.ts'
import {ProposalPointer} from '../policyPage/ProposalPointer.tsx'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {PageSection} from '../tool/PageSection.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {InboxSection} from './InboxSection.tsx'
import {SharedChanges} from './SharedChanges.tsx'
import {useInbox} from './useInbox.ts'

/** What waits for whoever is signed in. */
export function Inbox() {
  const {t} = useTranslation(namespace)
  const {roles} = useMe()
  const inbox = useInbox()
  const has = (role: string) => roles.includes(role)
  return (
    <Page title={t('inbox.title')}>
      <ProposalPointer />
      <Answer of={inbox}>
        {({groups, shared}) => (
          <>
            {groups.map((group) => (
              <InboxSection key={group.name} group={group} />
            ))}
            <SharedChanges changes={shared} />
          </>
        )}
      </Answer>
      {has('reviewer') && <MyCredential />}
      {has('registrar') && <CredentialsWaiting />}
      {!['reviewer', 'editor', 'administrator', 'registrar'].some(has) && <NothingForViewers />}
    </Page>
  )
}

function MyCredential() {
  const {t} = useTranslation(namespace)
  const state = useRead('credentials', 'all')
  return (
    <PageSection title={t('inbox.credential')}>
      <Answer of={state}>
        {(read) => (
          <MyCredentials
            read={{
              ...read,
              credentials: read.credentials.filter(
                ({holder}) => holder.personId === read.me.personId,
              ),
            }}
          />
        )}
      </Answer>
    </PageSection>
  )
}

function NothingForViewers() {
  const {t} = useTranslation(namespace)
  return (
    <Card border radius={3} padding={4}>
      <Stack gap={4}>
        <Text size={1} weight="medium">
          {t('inbox.viewer.title')}
        </Text>
        <Text size={1} muted>
          {t('inbox.viewer.text')}
        </Text>
      </Stack>
    </Card>
  )
}

import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type CredentialsRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {CredentialFacts} from './CredentialCard.tsx'
import {type CredentialLine} from './credentialGroups.ts'
import {Scope} from './Scope.tsx'

/** What a reviewer holds, for how long, and what it lets them sign. */
export function MyCredentials({read}: {readonly read: CredentialsRead}) {
  const {t} = useTranslation(namespace)
  if (read.me.personId === null) {
    return (
      <Missing title={t('credentials.unknownPerson')} hint={t('credentials.askAdministrator')} />
    )
  }
  if (read.credentials.length === 0) {
    return <Missing title={t('credentials.none')} hint={t('credentials.askForOne')} />
  }
  return (
    <Stack as="ul" gap={3} padding={0} margin={0} style={{listStyle: 'none'}}>
      {read.credentials.map((line) => (
        <CredentialFacts key={line.id} line={line} title={line.label}>
          <Advice line={line} />
          <Scope credentialId={line.id} />
        </CredentialFacts>
      ))}
    </Stack>
  )
}

function Missing({title, hint}: {readonly title: string; readonly hint: string}) {
  return (
    <Card border radius={2} padding={4}>
      <Stack gap={3}>
        <Text size={1} weight="medium">
          {title}
        </Text>
        <Text size={1} muted>
          {hint}
        </Text>
      </Stack>
    </Card>
  )
}

/** Whom to ask, and for what. */
function Advice({line: {standing}}: {readonly line: CredentialLine}) {
  const {t} = useTranslation(namespace)
  return standing === 'active' || standing === 'lifetime' ? null : (
    <Text size={1}>{t(`standing.${standing}.advice`)}</Text>
  )
}

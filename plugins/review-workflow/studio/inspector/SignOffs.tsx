import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {
  credentialStanding,
  type CredentialStanding,
  type Facts,
  type SignedCredential,
  type SignOff,
} from '../../policy/index.ts'
import {standingTone} from '../credentials/standingTone.ts'
import {shortDigest} from '../Digest.tsx'
import {useDay} from '../useDay.ts'
import {namespace} from '../words.ts'
import {signOffOf} from './signOffOf.ts'

/** Every signature there ever was, newest first, with the credential as it was then. */
export function SignOffs({facts}: {readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  if (facts.signOffs.length === 0) {
    return (
      <Text size={1} muted>
        {t('inspector.noSignOffs')}
      </Text>
    )
  }
  return (
    <Stack as="ol" gap={2} padding={0} margin={0}>
      {facts.signOffs
        .toSorted((one, other) => other.seq - one.seq)
        .map((signOff) => (
          <SignOffCard key={signOff.seq} signOff={signOff} facts={facts} />
        ))}
    </Stack>
  )
}

function SignOffCard({signOff, facts}: {readonly signOff: SignOff; readonly facts: Facts}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {name, at, digest, credentials, meaning, anticipates, revoked, voided} = signOff
  const ended = revoked !== null || voided !== null
  const of = signOffOf(signOff, facts)
  const isLapsed = credentials.every(
    (credential) => standingTone[standingOf(credential, facts)] === 'critical',
  )
  return (
    <Card
      as="li"
      padding={3}
      radius={2}
      border
      tone={ended || of === 'ofOther' ? 'transparent' : isLapsed ? 'caution' : 'positive'}
    >
      <Stack gap={3}>
        <Flex gap={2} align="center" wrap="wrap">
          <Text size={1} weight="medium">
            {name}
          </Text>
          <Text size={1} muted>
            <time dateTime={at}>{day(at)}</time>
          </Text>
          <Badge tone={ended ? 'critical' : of === 'ofOther' ? 'default' : 'positive'}>
            {ended ? t('inspector.void') : t(`inspector.${of}`)}
          </Badge>
          {meaning !== 'approved' && <Badge>{t(`inspector.${meaning}`)}</Badge>}
        </Flex>
        {anticipates.length > 0 && (
          <Text size={1}>{t('inspector.anticipates', {count: anticipates.length})}</Text>
        )}
        {credentials.map((credential) => (
          <SignedWith key={credential.id} credential={credential} facts={facts} />
        ))}
        {revoked !== null && (
          <Text size={1}>{t('inspector.revoked', {name: revoked.by, reason: revoked.reason})}</Text>
        )}
        <Text size={0} muted title={digest}>
          <code>{shortDigest(digest)}</code>
        </Text>
      </Stack>
    </Card>
  )
}

/** Where a credential stands today; one that is gone was taken back. */
function standingOf({id}: SignedCredential, facts: Facts): CredentialStanding {
  const now = facts.credentials.find((each) => each.id === id)
  return now === undefined ? 'revoked' : credentialStanding(now, facts.now, facts.policy)
}

/** The credential as it was then, and whether it counts no longer. */
function SignedWith({
  credential,
  facts,
}: {
  readonly credential: SignedCredential
  readonly facts: Facts
}) {
  const {t} = useTranslation(namespace)
  const day = useDay()
  const {label, jurisdiction, expires} = credential
  const standing = standingOf(credential, facts)
  return (
    <Stack gap={2}>
      <Text size={1}>
        {[label, jurisdiction, expires && t('inspector.until', {date: day(expires)})]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      {standingTone[standing] === 'critical' && (
        <Flex>
          <Badge tone="critical" title={t(`standing.${standing}.title`)}>
            {t('inspector.standingNow', {standing: t(`standing.${standing}.label`)})}
          </Badge>
        </Flex>
      )}
    </Stack>
  )
}

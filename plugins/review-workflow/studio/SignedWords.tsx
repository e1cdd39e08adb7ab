import {Badge, Box, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Digest, shortDigest} from './Digest.tsx'
import {Disclosure} from './Disclosure.tsx'
import {DocumentPreview} from './DocumentPreview.tsx'
import {type ReviewRead} from './reads.ts'
import {namespace} from './words.ts'

/** Exactly what a signature covers: the words by their fingerprint, and everything shown together with them. */
export function SignedWords({read}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  const {subject, request} = read.facts
  const pending = request?.shared ?? []
  return (
    <Stack gap={5}>
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {t('signOff.what')}
        </Text>
        <Card border radius={2} padding={2}>
          <DocumentPreview id={subject.id} type={subject.type} />
        </Card>
        <Text size={1} muted>
          {t('signOff.digest')}:{' '}
          {read.digest === null ? (
            t('signOff.missing')
          ) : (
            <code title={read.digest}>{shortDigest(read.digest)}</code>
          )}
        </Text>
      </Stack>
      {pending.length > 0 && (
        <Card tone="primary" border radius={2} padding={3}>
          <Text size={1}>{t('signOff.asTheyWillBe', {count: pending.length})}</Text>
        </Card>
      )}
      <Stack gap={3}>
        <Text as="h3" size={1} weight="medium">
          {t('signOff.closure')}
        </Text>
        {read.closure.length === 0 ? (
          <Text size={1} muted>
            {t('signOff.closureEmpty')}
          </Text>
        ) : (
          <Card
            border
            radius={2}
            padding={2}
            style={{maxHeight: '14rem', overflowY: 'auto'}}
            tabIndex={0}
            role="group"
            aria-label={t('signOff.closure')}
          >
            <Stack as="ul" gap={1} padding={0} margin={0}>
              {read.closure.map(({id, type, digest}) => (
                <Stack as="li" key={id} gap={1} padding={1} style={{listStyle: 'none'}}>
                  <Flex gap={2} align="center">
                    <Box flex={1} style={{minWidth: 0}}>
                      <DocumentPreview id={id} type={type} compact />
                    </Box>
                    {pending.includes(id) && (
                      <Badge tone="primary" fontSize={0}>
                        {t('reading.shared.pending')}
                      </Badge>
                    )}
                  </Flex>
                  {digest === null && (
                    <Text size={0} muted>
                      {t('signOff.missing')}
                    </Text>
                  )}
                </Stack>
              ))}
            </Stack>
          </Card>
        )}
      </Stack>
      <Fingerprints read={read} />
    </Stack>
  )
}

/** What the record keeps of all that, to the last character. */
function Fingerprints({read: {digest, closure, closureDigest}}: {readonly read: ReviewRead}) {
  const {t} = useTranslation(namespace)
  return (
    <Disclosure summary={t('signOff.fingerprints')}>
      <Stack gap={3}>
        <Digest label={<Text size={1}>{t('signOff.fingerprint.words')}</Text>} value={digest} />
        {closure.map((entry) => (
          <Digest
            key={entry.id}
            label={<DocumentPreview id={entry.id} type={entry.type} compact />}
            value={entry.digest}
          />
        ))}
        {closure.length > 0 && (
          <Digest
            label={<Text size={1}>{t('signOff.fingerprint.closure')}</Text>}
            value={closureDigest}
          />
        )}
      </Stack>
    </Disclosure>
  )
}

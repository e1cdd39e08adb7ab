import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Bullets} from '../Bullets.tsx'
import {Answer} from '../tool/Answer.tsx'
import {ReviewLink} from '../tool/ReviewLink.tsx'
import {useRead} from '../tool/useRead.ts'
import {namespace} from '../words.ts'
import {waitingFor} from './waiting.ts'

/** For registrars: how many credentials wait for them, whose, and the way there. */
export function CredentialsWaiting() {
  const {t} = useTranslation(namespace)
  const state = useRead('credentials', 'all')
  return (
    <Answer of={state}>
      {(read) => {
        const {toVerify, lapsing} = waitingFor(read)
        return (
          <Card
            border
            radius={3}
            padding={4}
            tone={toVerify.length > 0 ? 'caution' : 'default'}
            data-credentials-waiting=""
          >
            <Stack gap={4}>
              <Text size={1} weight="medium">
                {t('credentials.waiting', {count: toVerify.length})}
              </Text>
              {toVerify.length > 0 && (
                <Bullets
                  size={1}
                  items={toVerify.map(({holder, label}) =>
                    t('credentials.waiting.line', {
                      name: holder.name || t('credentials.noHolder'),
                      label,
                    }),
                  )}
                />
              )}
              {lapsing.length > 0 && (
                <Text size={1} muted>
                  {t('credentials.waiting.lapsing', {count: lapsing.length})}
                </Text>
              )}
              <Text size={1}>
                <ReviewLink place="credentials">{t('credentials.waiting.link')}</ReviewLink>
              </Text>
            </Stack>
          </Card>
        )
      }}
    </Answer>
  )
}

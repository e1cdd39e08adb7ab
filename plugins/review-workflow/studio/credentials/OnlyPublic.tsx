import {Card, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Bullets} from '../Bullets.tsx'
import {ReviewLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'

/** What everybody may know of credentials, and why no more than that. */
export function OnlyPublic() {
  const {t} = useTranslation(namespace)
  return (
    <Card border radius={3} padding={4}>
      <Stack gap={4}>
        <Text as="h2" size={2} weight="semibold">
          {t('credentials.public')}
        </Text>
        <Bullets
          items={(['page', 'kinds', 'readers'] as const).map((what) =>
            t(`credentials.public.${what}`),
          )}
        />
        <Text size={1} muted>
          {t('credentials.public.why')}
        </Text>
        <Text size={1}>
          <ReviewLink place="policy">{t('credentials.public.toPolicy')}</ReviewLink>
        </Text>
      </Stack>
    </Card>
  )
}

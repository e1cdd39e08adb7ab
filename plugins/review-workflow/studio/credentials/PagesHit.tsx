import {Badge, Box, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Consequence} from '../../policy/index.ts'
import {consequenceTone} from '../consequenceTone.ts'
import {namespace} from '../words.ts'
import {type CredentialLine, gravestFirst} from './credentialGroups.ts'

type HeldPage = CredentialLine['pages'][number]

/** Page by page, what becomes of what rests on a credential: before it is taken away, not after. */
export function PagesHit({
  pages,
  fate,
}: {
  readonly pages: readonly HeldPage[]
  readonly fate: (page: HeldPage) => Consequence
}) {
  const {t} = useTranslation(namespace)
  if (pages.length === 0) return <Text size={1}>{t('credentials.hitsNothing')}</Text>
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {t('credentials.hits', {count: pages.length})}
      </Text>
      <Box style={{maxHeight: '16rem', overflowY: 'auto'}} tabIndex={0}>
        <Stack as="ul" gap={4} padding={1} margin={0} style={{listStyle: 'none'}}>
          {gravestFirst(pages, fate).map((page) => (
            <Flex as="li" key={page.id} gap={3} align="flex-start" justify="space-between">
              <Stack gap={2} flex={1}>
                <Text size={1} style={{overflowWrap: 'anywhere'}}>
                  {page.title}
                </Text>
                <Text size={1} muted>
                  {t('credentials.hit', {
                    risk: t(`risk.${page.riskClass}.name`),
                    fate:
                      fate(page) === 'none'
                        ? t('credentials.standsWithout')
                        : t(`policyPage.consequence.${fate(page)}.meaning`),
                  })}
                </Text>
              </Stack>
              <Badge tone={consequenceTone[fate(page)]}>
                {t(`policyPage.consequence.${fate(page)}`)}
              </Badge>
            </Flex>
          ))}
        </Stack>
      </Box>
    </Stack>
  )
}

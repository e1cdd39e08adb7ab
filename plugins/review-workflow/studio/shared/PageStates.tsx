import {Badge, Card, Flex, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {namespace} from '../words.ts'
import {type PageState} from './pages.ts'

const tone = {
  signed: 'positive',
  asked: 'primary',
  objected: 'critical',
  unasked: 'default',
} as const

/** Page by page: whether it carries signatures on the draft, who has been asked, who said no. */
export function PageStates({states}: {readonly states: readonly PageState[]}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack as="ul" gap={2} padding={0} margin={0} style={{listStyle: 'none'}}>
      {states.map(({page, state, progress}) => (
        <Card as="li" key={page.id} border radius={2} padding={3}>
          <Stack gap={3}>
            <Flex gap={3} align="center" justify="space-between" wrap="wrap">
              <Text size={1} weight="medium" style={{overflowWrap: 'anywhere'}}>
                <IntentLink intent="edit" params={{id: page.id, type: page.type}}>
                  {page.title}
                </IntentLink>
              </Text>
              <Badge tone={tone[state]}>{t(`shared.state.${state}`)}</Badge>
            </Flex>
            <Text size={1} muted>
              {state === 'objected' && progress?.objection
                ? t('shared.objection', progress.objection)
                : state === 'asked'
                  ? askedOf(progress?.request?.claimedBy ?? progress?.request?.to ?? null)
                  : t(`risk.${page.riskClass}`)}
            </Text>
          </Stack>
        </Card>
      ))}
    </Stack>
  )

  function askedOf(name: string | null): string {
    return name === null ? t('shared.askedAll') : t('shared.askedOf', {name})
  }
}

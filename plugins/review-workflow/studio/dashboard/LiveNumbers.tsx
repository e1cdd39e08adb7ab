import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {Box, Card, Flex, Grid, Heading, Stack, Text} from '@sanity/ui'
import {useNumberFormat, useTranslation} from 'sanity'
import {IntentLink} from 'sanity/router'
import {type DashboardRead} from '../reads.ts'
import {RecordLink} from '../tool/ReviewLink.tsx'
import {namespace} from '../words.ts'

/** The promise as a number. It is 0, or somebody has to look at once. */
export function LiveNumbers({read: {live}}: {readonly read: DashboardRead}) {
  const {t} = useTranslation(namespace)
  const broken = live.unsigned.length > 0
  return (
    <Grid gridTemplateColumns={[1, 1, 2]} gap={4}>
      <Card
        border
        radius={3}
        padding={4}
        tone={broken ? 'critical' : 'positive'}
        role={broken ? 'alert' : undefined}
      >
        <Flex gap={4} align="center">
          <Text size={4}>{broken ? <ErrorOutlineIcon /> : <CheckmarkCircleIcon />}</Text>
          <Figure label={t('dashboard.unsigned')} value={live.unsigned.length} />
        </Flex>
        <Box marginTop={4}>
          <Text size={1}>{t(broken ? 'dashboard.unsigned.alarm' : 'dashboard.unsigned.calm')}</Text>
        </Box>
        {broken && (
          <Stack as="ul" gap={3} marginTop={4} padding={0}>
            {live.unsigned.map(({id, type, title}) => (
              <Text as="li" key={id} size={1}>
                <IntentLink intent="edit" params={{id, type}}>
                  {title}
                </IntentLink>{' '}
                · <RecordLink documentId={id}>{t('dashboard.record')}</RecordLink>
              </Text>
            ))}
          </Stack>
        )}
      </Card>
      <Grid gridTemplateColumns={3} gap={[2, 3, 4]}>
        {(['total', 'signed', 'marked'] as const).map((name) => (
          <Card key={name} border radius={3} padding={[3, 4]}>
            <Figure
              label={t(`dashboard.${name}`)}
              value={live[name]}
              hint={t(`dashboard.${name}.hint`)}
            />
          </Card>
        ))}
      </Grid>
    </Grid>
  )
}

function Figure({
  label,
  value,
  hint,
}: {
  readonly label: string
  readonly value: number
  readonly hint?: string
}) {
  const number = useNumberFormat()
  return (
    <Stack gap={3}>
      <Text size={1} weight="medium">
        {label}
      </Text>
      <Heading as="p" size={[3, 4]}>
        {number.format(value)}
      </Heading>
      {hint !== undefined && (
        <Text size={1} muted>
          {hint}
        </Text>
      )}
    </Stack>
  )
}

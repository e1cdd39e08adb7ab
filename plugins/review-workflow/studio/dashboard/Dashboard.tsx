import {Grid, Stack, Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {Answer} from '../tool/Answer.tsx'
import {Page} from '../tool/Page.tsx'
import {RefreshButton} from '../tool/RefreshButton.tsx'
import {useRead} from '../tool/useRead.ts'
import {useMoment} from '../tool/useMoment.ts'
import {namespace} from '../words.ts'
import {DueChart} from './DueChart.tsx'
import {LedgerCard} from './LedgerCard.tsx'
import {LiveNumbers} from './LiveNumbers.tsx'
import {RefusalsChart} from './RefusalsChart.tsx'
import {ReviewersChart} from './ReviewersChart.tsx'
import {StagesChart} from './StagesChart.tsx'
import {TimeChart} from './TimeChart.tsx'

/** How reviewing goes, to look at rather than to read. */
export function Dashboard() {
  const {t} = useTranslation(namespace)
  const moment = useMoment()
  const dashboard = useRead('dashboard', 'all')
  return (
    <Page title={t('dashboard.title')} actions={<RefreshButton {...dashboard} />}>
      <Answer of={dashboard}>
        {(read) => (
          <Stack gap={4}>
            <LiveNumbers read={read} />
            <Grid gridTemplateColumns={[1, 1, 1, 2]} gap={4}>
              <StagesChart stages={read.stages} />
              <TimeChart stages={read.stages} />
            </Grid>
            <DueChart due={read.due} />
            <Grid gridTemplateColumns={[1, 1, 1, 2]} gap={4}>
              <ReviewersChart reviewers={read.reviewers} />
              <RefusalsChart refusals={read.refusals30} />
            </Grid>
            <LedgerCard ledger={read.ledger} />
            <Text size={1} muted>
              {t('dashboard.asOf', {time: moment(read.now)})}
            </Text>
          </Stack>
        )}
      </Answer>
    </Page>
  )
}

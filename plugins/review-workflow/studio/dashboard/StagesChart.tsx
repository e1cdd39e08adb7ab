import {useNumberFormat, useTranslation} from 'sanity'
import {type Stage} from '../../policy/index.ts'
import {type DashboardRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {BarChart} from './BarChart.tsx'
import {Figure} from './Figure.tsx'
import {stagesSummary} from './summaries.ts'

export function StagesChart({stages}: {readonly stages: DashboardRead['stages']}) {
  const {t} = useTranslation(namespace)
  const number = useNumberFormat()
  const stageTitle = (stage: Stage) => t(`stage.${stage}.label`)
  const shown = stages.filter(({count}) => count > 0)
  const summary = stagesSummary(shown, stageTitle)
  return (
    <Figure
      title={t('dashboard.stages')}
      summary={t(summary.key, summary.values)}
      empty={t('dashboard.stages.empty')}
      table={{
        columns: [{header: t('dashboard.stage')}, {header: t('dashboard.pages'), numeric: true}],
        rows: shown.map(({stage, count}) => ({
          key: stage,
          cells: [stageTitle(stage), number.format(count)],
        })),
      }}
    >
      <BarChart
        rows={shown.map(({stage, count}) => ({label: stageTitle(stage), values: [count]}))}
        series={[{label: t('dashboard.pages'), fill: 'solid'}]}
        number={(value) => number.format(value)}
      />
    </Figure>
  )
}

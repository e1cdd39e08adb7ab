import {useNumberFormat, useTranslation} from 'sanity'
import {type Stage} from '../../policy/index.ts'
import {type DashboardRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {BarChart} from './BarChart.tsx'
import {Figure} from './Figure.tsx'
import {type Series} from './Legend.tsx'
import {stagesOnTheWay, timeSummary} from './summaries.ts'

/** How long pages have been where they are. Live ones are left out: there, time is what one hopes for. */
export function TimeChart({stages}: {readonly stages: DashboardRead['stages']}) {
  const {t} = useTranslation(namespace)
  const number = useNumberFormat({maximumFractionDigits: 1})
  const stageTitle = (stage: Stage) => t(`stage.${stage}.label`)
  const days = (value: number | null) => (value === null ? '–' : number.format(value))
  const shown = stagesOnTheWay(stages)
  const summary = timeSummary(shown, stageTitle)
  const series: readonly Series[] = [
    {label: t('dashboard.median'), fill: 'solid'},
    {label: t('dashboard.oldest'), fill: 'striped'},
  ]
  return (
    <Figure
      title={t('dashboard.time')}
      summary={t(summary.key, summary.values)}
      empty={t('dashboard.time.none')}
      series={series}
      table={{
        columns: [
          {header: t('dashboard.stage')},
          {header: t('dashboard.pages'), numeric: true},
          {header: t('dashboard.median'), numeric: true},
          {header: t('dashboard.oldest'), numeric: true},
        ],
        rows: shown.map(({stage, count, medianDays, oldestDays}) => ({
          key: stage,
          cells: [stageTitle(stage), number.format(count), days(medianDays), days(oldestDays)],
        })),
      }}
    >
      <BarChart
        rows={shown.map(({stage, medianDays, oldestDays}) => ({
          label: stageTitle(stage),
          values: [medianDays, oldestDays],
        }))}
        series={series}
        number={(value) => number.format(value)}
      />
    </Figure>
  )
}

import {useNumberFormat, useTranslation} from 'sanity'
import {type DashboardRead} from '../reads.ts'
import {namespace} from '../words.ts'
import {BarChart} from './BarChart.tsx'
import {Figure} from './Figure.tsx'
import {type Series} from './Legend.tsx'
import {reviewersSummary} from './summaries.ts'

export function ReviewersChart({reviewers}: {readonly reviewers: DashboardRead['reviewers']}) {
  const {t} = useTranslation(namespace)
  const number = useNumberFormat({maximumFractionDigits: 1})
  const summary = reviewersSummary(reviewers)
  const series: readonly Series[] = [
    {label: t('dashboard.waiting'), fill: 'striped'},
    {label: t('dashboard.signed90'), fill: 'solid'},
    {label: t('dashboard.objections90'), fill: 'hollow'},
  ]
  return (
    <Figure
      title={t('dashboard.reviewers')}
      summary={t(summary.key, summary.values)}
      empty={t('dashboard.reviewers.empty')}
      series={series}
      table={{
        columns: [
          {header: t('dashboard.reviewer')},
          ...series.map(({label}) => ({header: label, numeric: true})),
          {header: t('dashboard.hoursToSign'), numeric: true},
        ],
        rows: reviewers.map((each) => ({
          key: each.personId,
          cells: [
            each.name,
            number.format(each.waiting),
            number.format(each.signed90),
            number.format(each.objections90),
            each.medianHoursToSign === null ? '–' : number.format(each.medianHoursToSign),
          ],
        })),
      }}
    >
      <BarChart
        rows={reviewers.map(({name, waiting, signed90, objections90}) => ({
          label: name,
          values: [waiting, signed90, objections90],
        }))}
        series={series}
        number={(value) => number.format(value)}
      />
    </Figure>
  )
}

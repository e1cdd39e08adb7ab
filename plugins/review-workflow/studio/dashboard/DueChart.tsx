import {useDateTimeFormat, useNumberFormat, useTranslation} from 'sanity'
import {type DashboardRead} from '../reads.ts'
import {riskClasses} from '../tool/riskClasses.ts'
import {namespace} from '../words.ts'
import {ColumnChart} from './ColumnChart.tsx'
import {Figure} from './Figure.tsx'
import {fills} from './fills.tsx'
import {type Series} from './Legend.tsx'
import {dueSummary} from './summaries.ts'

/** When live pages fall due, the riskiest at the bottom, where they stand out most. */
export function DueChart({due}: {readonly due: DashboardRead['due']}) {
  const {t} = useTranslation(namespace)
  const number = useNumberFormat()
  const long = useDateTimeFormat({month: 'long', year: 'numeric', timeZone: 'UTC'})
  const short = useDateTimeFormat({month: 'short', timeZone: 'UTC'})
  const narrow = useDateTimeFormat({month: 'narrow', timeZone: 'UTC'})
  const first = (month: string) => new Date(`${month}-01T00:00:00Z`)
  const summary = dueSummary(due, (month) => long.format(first(month)))
  const stacked = riskClasses.toReversed()
  const series: readonly Series[] = stacked.map((riskClass, index) => ({
    label: t(`risk.${riskClass}`),
    fill: fills[index] ?? 'hollow',
  }))
  return (
    <Figure
      title={t('dashboard.due')}
      summary={t(summary.key, summary.values)}
      empty={t('dashboard.due.none')}
      series={series}
      table={{
        columns: [
          {header: t('dashboard.month')},
          {header: t('dashboard.all'), numeric: true},
          ...series.map(({label}) => ({header: label, numeric: true})),
        ],
        rows: due.some(({count}) => count > 0)
          ? due.map((each) => ({
              key: each.month,
              cells: [
                long.format(first(each.month)),
                number.format(each.count),
                ...stacked.map((riskClass) => number.format(each.riskClasses[riskClass])),
              ],
            }))
          : [],
      }}
    >
      <ColumnChart
        columns={due.map(({month, riskClasses: counts}) => ({
          label: short.format(first(month)),
          shortLabel: narrow.format(first(month)),
          values: stacked.map((riskClass) => counts[riskClass]),
        }))}
        series={series}
        number={(value) => number.format(value)}
      />
    </Figure>
  )
}

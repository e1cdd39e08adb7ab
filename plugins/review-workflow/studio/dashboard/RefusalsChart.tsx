import {useNumberFormat, useTranslation} from 'sanity'
import {type DashboardRead} from '../reads.ts'
import {useReason} from '../tool/useReason.ts'
import {namespace} from '../words.ts'
import {BarChart} from './BarChart.tsx'
import {Figure} from './Figure.tsx'
import {refusalsSummary} from './summaries.ts'

/** As many as one can take in; the table has them all. */
const most = 8

export function RefusalsChart({refusals}: {readonly refusals: DashboardRead['refusals30']}) {
  const {t} = useTranslation(namespace)
  const number = useNumberFormat()
  const reason = useReason()
  const shown = refusals.toSorted(
    (one, other) => other.count - one.count || one.code.localeCompare(other.code),
  )
  const summary = refusalsSummary(shown, reason)
  return (
    <Figure
      title={t('dashboard.refusals')}
      summary={t(summary.key, summary.values)}
      empty={t('dashboard.refusals.empty')}
      table={{
        columns: [{header: t('dashboard.reason')}, {header: t('dashboard.times'), numeric: true}],
        rows: shown.map(({code, count}) => ({
          key: code,
          cells: [reason(code), number.format(count)],
        })),
      }}
    >
      <BarChart
        rows={shown.slice(0, most).map(({code, count}) => ({label: reason(code), values: [count]}))}
        series={[{label: t('dashboard.times'), fill: 'solid'}]}
        number={(value) => number.format(value)}
      />
    </Figure>
  )
}

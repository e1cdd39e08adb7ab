import {Text} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {type Policy} from '../../policy/index.ts'
import {DataTable} from '../tool/DataTable.tsx'
import {namespace} from '../words.ts'
import {policyDifference} from './policyDifference.ts'
import {usePolicyWords} from './usePolicyWords.ts'

/** What would be otherwise, value by value. */
export function DifferenceTable({
  caption,
  before,
  after,
  headers,
}: {
  readonly caption: string
  readonly before: Policy
  readonly after: Policy
  /** What to call the two; without them, the one in force and the one proposed. */
  readonly headers?: readonly [before: string, after: string]
}) {
  const {t} = useTranslation(namespace)
  const [earlier, later] = headers ?? [t('policyPage.before'), t('policyPage.after')]
  const words = usePolicyWords()
  const changes = policyDifference(before, after)
  if (changes.length === 0)
    return (
      <Text size={1} muted>
        {t('policyPage.same')}
      </Text>
    )
  return (
    <DataTable
      caption={caption}
      columns={[
        {header: t('policyPage.what'), minWidth: '8rem'},
        {header: earlier},
        {header: later},
      ]}
      rows={changes.map((change) => ({
        key: [change.field, change.trigger, change.riskClass].join(' '),
        cells: [
          words.place(change),
          <Text key="before" as="del" size={1} muted>
            {words.value(change, change.before)}
          </Text>,
          <Text key="after" as="ins" size={1} weight="medium" style={{textDecoration: 'none'}}>
            {words.value(change, change.after)}
          </Text>,
        ],
      }))}
    />
  )
}

import {Card, Stack, Text} from '@sanity/ui'
import {type ReactNode, useId} from 'react'
import {useTranslation} from 'sanity'
import {Disclosure} from '../Disclosure.tsx'
import {DataTable, type TableColumn} from '../tool/DataTable.tsx'
import {namespace} from '../words.ts'
import {Legend, type Series} from './Legend.tsx'

/** A chart three times: as one sentence, as a picture, and as the numbers for who asks for them. */
export function Figure({
  title,
  summary,
  series,
  table,
  empty,
  children,
}: {
  readonly title: string
  readonly summary: string
  readonly series?: readonly Series[]
  readonly table: {
    readonly columns: readonly TableColumn[]
    readonly rows: readonly {readonly key: string; readonly cells: readonly ReactNode[]}[]
  }
  /** What will show here, where there is nothing yet. */
  readonly empty: string
  readonly children: ReactNode
}) {
  const {t} = useTranslation(namespace)
  const id = useId()
  const nothing = table.rows.length === 0
  return (
    <Card as="figure" border radius={3} padding={4} margin={0} aria-labelledby={id}>
      <Stack gap={4}>
        <Stack as="figcaption" gap={3}>
          <Text as="h2" id={id} size={2} weight="semibold">
            {title}
          </Text>
          <Text size={1} muted>
            {nothing ? empty : summary}
          </Text>
        </Stack>
        {!nothing && (
          <>
            {series !== undefined && series.length > 1 && <Legend series={series} name={id} />}
            {children}
            <Disclosure summary={t('dashboard.numbers')}>
              <DataTable caption={title} {...table} />
            </Disclosure>
          </>
        )}
      </Stack>
    </Card>
  )
}

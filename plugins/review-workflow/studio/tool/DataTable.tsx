import {Box, Text} from '@sanity/ui'
import {type CSSProperties, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'

export interface TableColumn {
  readonly header: string
  readonly numeric?: boolean
  /** Of a column of sentences: it would else be squeezed. */
  readonly minWidth?: string
}

/** A real table. It scrolls sideways on a phone, by keyboard too. The first cell of a row names it. */
export function DataTable({
  caption,
  columns,
  rows,
  align = 'top',
}: {
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly {readonly key: string; readonly cells: readonly ReactNode[]}[]
  /** `middle` where cells are badges or fields rather than sentences. */
  readonly align?: 'top' | 'middle'
}) {
  const {t} = useTranslation(namespace)
  return (
    <Box overflow="auto" tabIndex={0} role="region" aria-label={t('tool.table', {caption})}>
      <table aria-label={caption} style={{borderCollapse: 'collapse', width: '100%'}}>
        <thead>
          <tr>
            {columns.map(({header, ...column}) => (
              <th key={header} scope="col" style={cell(column, 'top')}>
                <Text size={1} weight="medium" muted>
                  {header}
                </Text>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({key, cells}) => (
            <tr key={key}>
              {cells.map((content, index) =>
                index === 0 ? (
                  <th key={index} scope="row" style={cell(columns[index], align)}>
                    <Cell weight="medium">{content}</Cell>
                  </th>
                ) : (
                  <td key={index} style={cell(columns[index], align)}>
                    <Cell>{content}</Cell>
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  )
}

function Cell({children, weight}: {readonly children: ReactNode; readonly weight?: 'medium'}) {
  return typeof children === 'string' || typeof children === 'number' ? (
    <Text size={1} weight={weight}>
      {children}
    </Text>
  ) : (
    children
  )
}

function cell(
  column: Omit<TableColumn, 'header'> | undefined,
  verticalAlign: 'top' | 'middle',
): CSSProperties {
  return {
    borderBottom: '1px solid var(--card-border-color)',
    fontVariantNumeric: 'tabular-nums',
    minWidth: column?.minWidth,
    padding: '0.75rem 0.75rem 0.75rem 0',
    textAlign: column?.numeric === true ? 'right' : 'left',
    verticalAlign,
  }
}

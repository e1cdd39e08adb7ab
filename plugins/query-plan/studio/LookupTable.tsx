import {Badge, Stack, Text} from '@sanity/ui'
import {type CSSProperties, type ReactNode} from 'react'
import {useTranslation} from 'sanity'
import {type Lookup} from './plan.ts'
import {isByIndex} from './summary.ts'
import {namespace} from './words.ts'

const columns = ['way', 'by', 'times', 'documents', 'kept'] as const

/** Where documents are looked up, a row for each place of the query. */
export function LookupTable({lookups}: {readonly lookups: readonly Lookup[]}) {
  const {t} = useTranslation(namespace)
  return (
    <table aria-label={t('details')} style={{borderCollapse: 'collapse', width: '100%'}}>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col" style={cell(name)}>
              <Text size={1} weight="medium" muted>
                {t(`column.${name}`)}
              </Text>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lookups.map((lookup, index) => (
          <tr key={index}>
            <th scope="row" style={cell('way')}>
              <Badge tone={isByIndex(lookup) ? 'positive' : 'caution'}>
                {t(`way.${lookup.way}`)}
              </Badge>
            </th>
            <td style={cell('by')}>
              <LookedUp lookup={lookup} />
            </td>
            <Number name="times">{lookup.times.toLocaleString()}</Number>
            <Number name="documents">{lookup.documents.toLocaleString()}</Number>
            <Number name="kept">
              {lookup.way === 'count' ? '' : (lookup.kept?.toLocaleString() ?? t('unknown'))}
            </Number>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LookedUp({lookup: {by, notIndexed}}: {readonly lookup: Lookup}) {
  const {t} = useTranslation(namespace)
  return (
    <Stack gap={3}>
      <Code>{by}</Code>
      {notIndexed.length > 0 && (
        <Text size={1} muted>
          {t('notIndexed')}
        </Text>
      )}
      {notIndexed.map((part) => (
        <Code key={part}>{part}</Code>
      ))}
    </Stack>
  )
}

function Number({
  name,
  children,
}: {
  readonly name: (typeof columns)[number]
  readonly children: ReactNode
}) {
  return (
    <td style={cell(name)}>
      <Text size={1}>{children}</Text>
    </td>
  )
}

function Code({children}: {readonly children: string}) {
  return (
    <Text size={1} style={{overflowWrap: 'anywhere'}}>
      <code>{children}</code>
    </Text>
  )
}

function cell(name: (typeof columns)[number]): CSSProperties {
  const isText = name === 'way' || name === 'by'
  return {
    borderBottom: '1px solid var(--card-border-color)',
    fontVariantNumeric: 'tabular-nums',
    padding: '0.6rem 0.75rem 0.6rem 0',
    textAlign: isText ? 'left' : 'right',
    verticalAlign: 'top',
    // On a phone the table scrolls sideways rather than squeeze what is read.
    minWidth: name === 'by' ? '14rem' : undefined,
    width: name === 'by' ? '100%' : undefined,
    whiteSpace: name === 'by' ? undefined : 'nowrap',
  }
}

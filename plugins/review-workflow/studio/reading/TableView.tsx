import {Box, Stack} from '@sanity/ui'
import {useTranslation} from 'sanity'
import {namespace} from '../words.ts'
import {type AlignedItem, alignment} from './alignment.ts'
import {ObjectView} from './ObjectView.tsx'
import {type Shown} from './shown.ts'
import {type Fields, isFields, listOf, textOf} from './values.ts'
import {Passage, Words} from './Words.tsx'

/** A table of texts as a table, as long as it is one. */
export function TableView(shown: Shown) {
  const {t} = useTranslation(namespace)
  const {after, before, comparing} = shown
  if (!isFields(after) || !isPlain(after)) return <ObjectView {...shown} />
  const was = comparing && isFields(before) && isPlain(before) ? before : after
  const columns = listOf(after['columns'])
  return (
    <Stack gap={3}>
      <Box
        overflow="auto"
        tabIndex={0}
        role="group"
        aria-label={textOf(after['caption']) || t('reading.table.noCaption')}
      >
        <table style={{borderCollapse: 'collapse', fontSize: '0.8125rem', lineHeight: 1.5}}>
          <caption style={{textAlign: 'start', fontWeight: 600, paddingBlockEnd: '0.5rem'}}>
            <Cell
              before={was['caption']}
              after={after['caption']}
              empty={t('reading.table.noCaption')}
            />
          </caption>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col" style={{...cell, textAlign: 'start'}}>
                  <Cell
                    before={listOf(was['columns'])[index] ?? ''}
                    after={column}
                    empty={t('reading.table.noHeading')}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {alignment(listOf(was['rows']), listOf(after['rows'])).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </Box>
      <ObjectView {...shown} without={drawn} />
    </Stack>
  )
}

const drawn = ['caption', 'columns', 'rows']
const cell = {border: '1px solid var(--card-border-color)', padding: '0.4rem 0.6rem'}

function Row({row: {before, after}}: {readonly row: AlignedItem}) {
  const kind = after === undefined ? 'removed' : before === undefined ? 'added' : 'same'
  const now = cellsOf(after ?? before)
  const was = kind === 'same' ? cellsOf(before) : now
  return (
    <tr>
      {now.map((text, index) => (
        <td key={index} style={cell}>
          <Passage kind={kind}>
            <Cell before={was[index] ?? ''} after={text} />
          </Passage>
        </td>
      ))}
    </tr>
  )
}

function Cell({
  before,
  after,
  empty,
}: {
  readonly before: unknown
  readonly after: unknown
  /** What to say where there ought to be words; nobody quotes it. */
  readonly empty?: string
}) {
  const words = textOf(after) ?? ''
  return (
    <>
      <Words before={textOf(before) ?? ''} after={words} />
      {empty !== undefined && words.trim() === '' && (
        <em data-aside style={{fontWeight: 400}}>
          {empty}
        </em>
      )}
    </>
  )
}

function cellsOf(row: unknown): readonly unknown[] {
  return isFields(row) ? listOf(row['cells']) : []
}

/** Rows with anything but cells, and cells with anything but text, are shown field by field. */
function isPlain(table: Fields): boolean {
  const texts = (value: unknown) => listOf(value).every((each) => typeof each === 'string')
  return (
    Array.isArray(table['columns']) &&
    Array.isArray(table['rows']) &&
    texts(table['columns']) &&
    table['rows'].every(
      (row: unknown) =>
        isFields(row) &&
        texts(row['cells']) &&
        Object.keys(row).every((name) => ['_type', '_key', 'cells'].includes(name)),
    )
  )
}

import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {orElse} from '../previews.ts'
import {counted, written} from '../rules.ts'

interface Table {
  readonly columns?: readonly string[]
}

/** A plain table: named columns, then rows of text in the same order. */
export const tableType = defineType({
  name: 'table',
  title: 'Table',
  type: 'object',
  icon: ThListIcon,
  fields: [
    defineField({
      name: 'caption',
      title: 'Caption',
      description: 'What the table shows. Screen readers read it first.',
      type: 'string',
      validation: written('Give the table a caption.'),
    }),
    defineField({
      name: 'columns',
      title: 'Column headings',
      description: 'From left to right.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Column heading',
          validation: written('Write the heading of the column.'),
        }),
      ],
      validation: (rule) => rule.required().min(2).max(6).error('Between two and six columns.'),
    }),
    defineField({
      name: 'rows',
      title: 'Rows',
      description: 'One text per column, in the order of the headings.',
      type: 'array',
      of: [defineArrayMember({type: 'tableRow'})],
      validation: (rule) => [
        rule.required().min(1).error('A table needs at least one row.'),
        rule.custom((rows, {parent}) => {
          const columns = (parent as Table | undefined)?.columns?.length ?? 0
          const wrong = ((rows ?? []) as {cells?: string[]; _key: string}[]).filter(
            ({cells}) => (cells?.length ?? 0) !== columns,
          )
          return (
            wrong.length === 0 ||
            wrong.map(({_key, cells}) => ({
              message: `This row has ${counted(cells?.length ?? 0, 'cell')} and needs ${columns}, one for each column.`,
              path: [{_key}, 'cells'],
            }))
          )
        }),
      ],
    }),
  ],
  preview: {
    select: {title: 'caption', columns: 'columns'},
    prepare: ({title, columns}) => ({
      title: orElse(title, 'Table without a caption'),
      subtitle: Object.values(columns ?? {}).join(' | '),
    }),
  },
})

export const tableRowType = defineType({
  name: 'tableRow',
  title: 'Row',
  type: 'object',
  fields: [
    defineField({
      name: 'cells',
      title: 'Cells',
      description: 'From left to right.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Cell'})],
    }),
  ],
  preview: {
    select: {cells: 'cells'},
    prepare: ({cells}) => ({title: Object.values(cells ?? {}).join(' | ') || 'Empty row'}),
  },
})

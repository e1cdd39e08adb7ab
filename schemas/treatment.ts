import {CaseIcon} from '@sanity/icons/Case'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {orElse} from './previews.ts'
import {riskTopicOptions} from './riskTopics.ts'
import {written} from './rules.ts'

export const treatmentType = defineType({
  name: 'treatment',
  title: 'Other treatment',
  type: 'document',
  icon: CaseIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'A kind of treatment, never a brand.',
      type: 'string',
      validation: written('Name the treatment.'),
    }),
    defineField({
      name: 'description',
      title: 'What it is',
      description: 'One sentence.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics',
      description: 'What writing about it touches.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', subtitle: 'description'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No name yet'), subtitle}),
  },
})

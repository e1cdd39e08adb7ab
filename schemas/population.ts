import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {orElse} from './previews.ts'
import {riskTopicOptions} from './riskTopics.ts'
import {onlyOnce, written} from './rules.ts'

export const populationType = defineType({
  name: 'population',
  title: 'Group of people',
  type: 'document',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'In words that the people themselves would accept.',
      type: 'string',
      validation: written('Name the group.'),
    }),
    defineField({
      name: 'description',
      title: 'Who belongs to it',
      description: 'One sentence, with ages or diagnoses where they matter.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics',
      description: 'What to watch for when writing about this group.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      validation: (rule) => rule.custom(onlyOnce('Each topic only once.')),
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', subtitle: 'description'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No name yet'), subtitle}),
  },
})

import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {riskTopicOptions} from './riskTopics.ts'

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
      validation: (rule) => rule.required().error('Name the group.'),
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
      of: [defineArrayMember({type: 'string'})],
      options: {list: riskTopicOptions},
      validation: (rule) => rule.unique().error('Each topic only once.'),
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {select: {title: 'name', subtitle: 'description'}},
})

import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from 'sanity'
import {place} from './places.ts'
import {plain} from './rules.ts'
import {languageField} from './shared.ts'

export const emergencyNoticeType = defineType({
  name: 'emergencyNotice',
  title: 'Emergency notice',
  type: 'document',
  icon: BellIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name',
      description: 'For editors: the country it is for.',
      type: 'string',
      validation: (rule) => rule.required().error('Name the notice.'),
    }),
    defineField({
      name: 'country',
      title: 'Country',
      description: 'ISO code. Leave empty for the notice shown where no other fits.',
      type: 'string',
      validation: (rule) => rule.custom(plain(place)),
    }),
    defineField({
      name: 'number',
      title: 'Number to call',
      description: 'As people there write it.',
      type: 'string',
      validation: (rule) => rule.required().error('Give the number.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      description: 'When to call, in two or three short sentences.',
      type: 'text',
      rows: 4,
      validation: (rule) => [
        rule.required().error('Write the notice.'),
        rule.max(400).error('At most 400 characters. It has to be read in a hurry.'),
      ],
    }),
    languageField,
  ],
  preview: {select: {title: 'title', subtitle: 'number'}},
})

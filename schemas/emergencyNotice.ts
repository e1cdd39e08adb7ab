import {BellIcon} from '@sanity/icons/Bell'
import {defineField, defineType} from 'sanity'
import {place} from './places.ts'
import {orElse} from './previews.ts'
import {atMostCharacters, plain, written} from './rules.ts'
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
      validation: written('Name the notice.'),
    }),
    defineField({
      name: 'country',
      title: 'Country',
      description:
        'Its code, such as NZ for New Zealand. Leave empty for the notice shown where no other fits.',
      type: 'string',
      validation: (rule) => rule.custom(plain(place)),
    }),
    defineField({
      name: 'number',
      title: 'Number to call',
      description: 'As people there write it.',
      type: 'string',
      validation: written('Give the number.'),
    }),
    defineField({
      name: 'text',
      title: 'Text',
      description: 'When to call, in two or three short sentences.',
      type: 'text',
      rows: 4,
      validation: (rule) => [
        written('Write the notice.')(rule),
        rule.custom(atMostCharacters(400, 'It has to be read in a hurry.')),
      ],
    }),
    languageField,
  ],
  preview: {
    select: {title: 'title', subtitle: 'number'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No name yet'), subtitle}),
  },
})

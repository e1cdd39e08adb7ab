import {EarthGlobeIcon} from '@sanity/icons/EarthGlobe'
import {defineField, defineType} from 'sanity'
import {place} from './places.ts'
import {orElse} from './previews.ts'
import {plain, written} from './rules.ts'
import {languageField} from './shared.ts'

export const siteType = defineType({
  name: 'site',
  title: 'Site',
  type: 'document',
  icon: EarthGlobeIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'As readers know it.',
      type: 'string',
      validation: written('Name the site.'),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      description: 'Start page of the site.',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Give the address.'),
        rule.uri({scheme: ['https']}).error('The address must start with https://.'),
      ],
    }),
    defineField({
      name: 'country',
      title: 'Country',
      description:
        'Whose readers it serves first, as a code: NZ for New Zealand. Decides emergency numbers and advertising rules.',
      type: 'string',
      validation: (rule) => rule.custom(plain(place)),
    }),
    languageField,
  ],
  preview: {
    select: {title: 'name', subtitle: 'url'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No name yet'), subtitle}),
  },
})

import {UserIcon} from '@sanity/icons/User'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {npi, orcid} from './identifiers.ts'
import {place, placeExamples} from './places.ts'
import {isBlank, onlyOnce, plain, written} from './rules.ts'
import {slugField} from './shared.ts'
import {atMostWordsInAll, textRules} from './textRules.ts'

export const personType = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  groups: [
    {name: 'public', title: 'Profile', default: true},
    {name: 'identity', title: 'Identity'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'As printed beside the words this person wrote or signed.',
      type: 'string',
      group: 'public',
      validation: written('Give the name.'),
    }),
    {...slugField('name', 'the web address of the profile'), group: 'public'},
    defineField({
      name: 'honorifics',
      title: 'Title before the name',
      description:
        'Dr, Prof. Letters after the name come from verified credentials, never from here.',
      type: 'string',
      group: 'public',
    }),
    defineField({
      name: 'photo',
      title: 'Photo',
      description: 'Head and shoulders.',
      type: 'imageWithAlt',
      group: 'public',
    }),
    defineField({
      name: 'bio',
      title: 'About',
      description: 'Up to 120 words on training and work. Claim no credential that is not on file.',
      type: 'shortText',
      group: 'public',
      validation: (rule) => [rule.custom(atMostWordsInAll(120)), ...textRules(rule)],
    }),
    defineField({
      name: 'roles',
      title: 'What this person does here',
      description: 'For readers. What somebody may do in the Studio is decided by their account.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Role'})],
      options: {
        list: choices({
          author: 'Author',
          editor: 'Editor',
          reviewer: 'Reviewer',
          medicalEditor: 'Medical editor',
          registrar: 'Registrar',
          administrator: 'Administrator',
          viewer: 'Viewer',
        }),
      },
      group: 'public',
    }),
    defineField({
      name: 'languages',
      title: 'Languages',
      description: 'Codes of the languages this person can judge: en, de, fr-CA.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Language',
          validation: (rule) =>
            rule
              .regex(/^[a-z]{2,3}(-[A-Z]{2})?$/)
              .error('Write the code of a language, such as en or fr-CA.'),
        }),
      ],
      options: {layout: 'tags'},
      group: 'public',
    }),
    defineField({
      name: 'employer',
      title: 'Employer',
      description: 'Readers may weigh it.',
      type: 'string',
      group: 'public',
    }),
    defineField({
      name: 'sameAs',
      title: 'Profiles elsewhere',
      description: 'Pages that prove this is the same person: university, register, ORCID.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'url',
          title: 'Profile',
          validation: (rule) =>
            rule.uri({scheme: ['https']}).error('The address must start with https://.'),
        }),
      ],
      group: 'public',
      validation: (rule) => rule.custom(onlyOnce('Each address only once.')),
    }),
    defineField({
      name: 'orcid',
      title: 'ORCID iD',
      description: 'Sixteen characters in four groups. The check digit is tested.',
      type: 'string',
      group: 'identity',
      validation: (rule) => rule.custom(plain(orcid)),
    }),
    defineField({
      name: 'npi',
      title: 'NPI',
      description:
        'United States only. Shows that somebody is enumerated, not that they are licensed.',
      type: 'string',
      group: 'identity',
      validation: (rule) => rule.custom(plain(npi)),
    }),
    defineField({
      name: 'jurisdictionOfPractice',
      title: 'Practises in',
      description: `As codes: ${placeExamples}.`,
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Place',
          validation: (rule) => rule.custom(plain(place)),
        }),
      ],
      options: {layout: 'tags'},
      group: 'identity',
    }),
    defineField({
      name: 'active',
      title: 'Still works with us',
      description: 'Turn off when somebody leaves. What they signed keeps their name.',
      type: 'boolean',
      initialValue: true,
      group: 'identity',
    }),
    defineField({
      name: 'isDemo',
      title: 'Demonstration person',
      description: 'Does not exist. Remove before real work.',
      type: 'boolean',
      initialValue: false,
      hidden: ({value}) => value !== true,
      group: 'identity',
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {
      name: 'name',
      honorifics: 'honorifics',
      employer: 'employer',
      demo: 'isDemo',
      media: 'photo',
    },
    prepare: ({name, honorifics, employer, demo, media}) => ({
      title: isBlank(name) ? 'No name yet' : [honorifics, name].filter(Boolean).join(' '),
      subtitle: demo === true ? 'Demonstration person' : employer,
      media,
    }),
  },
})

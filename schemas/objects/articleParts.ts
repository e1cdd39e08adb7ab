import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {TransferIcon} from '@sanity/icons/Transfer'
import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {place, placeExamples} from '../places.ts'
import {orElse} from '../previews.ts'
import {ifWritten, onlyOnce, plain, written} from '../rules.ts'
import {requiredText} from '../textRules.ts'

export const populationNoteType = defineType({
  name: 'populationNote',
  title: 'Group of people',
  type: 'object',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'population',
      title: 'Group',
      description: 'Athletes, older adults, people who are pregnant ...',
      type: 'reference',
      to: [{type: 'population'}],
      validation: (rule) => rule.required().error('Choose the group.'),
    }),
    defineField({
      name: 'whatWeKnow',
      title: 'What we know',
      description: 'What studies in this group found, or that there are none.',
      type: 'shortText',
      validation: requiredText('Say what is known about this group.'),
    }),
    defineField({
      name: 'cautions',
      title: 'Cautions',
      description: 'What this group should watch for or ask about first.',
      type: 'shortText',
    }),
    defineField({
      name: 'claims',
      title: 'Claims',
      description: 'Statements about this group that need evidence.',
      type: 'array',
      of: [defineArrayMember({type: 'claim'})],
    }),
  ],
  preview: {
    select: {title: 'population.name', text: 'whatWeKnow'},
    prepare: ({title}) => ({title: orElse(title, 'No group chosen')}),
  },
})

const bases = choices({
  headToHead: 'Compared in the same trial',
  indirect: 'Compared across trials',
  guideline: 'A guideline compares them',
  none: 'Nobody has compared them',
})

export const comparisonRowType = defineType({
  name: 'comparisonRow',
  title: 'Comparison',
  type: 'object',
  icon: TransferIcon,
  fields: [
    defineField({
      name: 'alternative',
      title: 'Compared with',
      description: 'The other treatment.',
      type: 'reference',
      to: [{type: 'treatment'}],
      validation: (rule) => rule.required().error('Choose the other treatment.'),
    }),
    defineField({
      name: 'basis',
      title: 'What the comparison rests on',
      description: 'If nobody has compared them, the summary has to say so.',
      type: 'string',
      options: {list: bases},
      validation: (rule) => rule.required().error('Say what the comparison rests on.'),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'Two or three sentences for readers.',
      type: 'text',
      rows: 3,
      validation: (rule) => [
        written('Summarise the comparison.')(rule),
        rule
          .custom((text, {parent}) => {
            const {basis} = (parent ?? {}) as {basis?: string}
            const admits = /\b(no|not|never|nobody|none|n.t|without)\b/i.test(text ?? '')
            return basis !== 'none' || admits || 'Say in words that nobody has compared the two.'
          })
          .warning(),
      ],
    }),
    defineField({
      name: 'citations',
      title: 'Citations',
      description: 'The trials or guideline that compare them.',
      type: 'array',
      of: [defineArrayMember({type: 'citationUse'})],
      validation: (rule) =>
        rule.custom((citations, {parent}) => {
          const {basis} = (parent ?? {}) as {basis?: string}
          const needsOne = basis !== undefined && basis !== 'none'
          return !needsOne || (citations?.length ?? 0) > 0 || 'Name the work that compares them.'
        }),
    }),
  ],
  preview: {
    select: {title: 'alternative.name', basis: 'basis'},
    prepare: ({title, basis}) => ({
      title: orElse(title, 'No treatment chosen'),
      subtitle: bases.find(({value}) => value === basis)?.title,
    }),
  },
})

export const practitionerChecklistType = defineType({
  name: 'practitionerChecklist',
  title: 'Checklist',
  type: 'object',
  icon: CheckmarkCircleIcon,
  options: {collapsible: true, collapsed: false},
  fields: [
    defineField({
      name: 'items',
      title: 'Items',
      description: 'Things to check or ask, one a line.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Item',
          validation: written('Write the item, or remove it.'),
        }),
      ],
      validation: (rule) => rule.custom(onlyOnce('Each item only once.')),
    }),
    defineField({
      name: 'jurisdictionNotes',
      title: 'Country and state notes',
      description: 'Where a licence or register exists, and where to look someone up.',
      type: 'array',
      of: [defineArrayMember({type: 'jurisdictionNote'})],
    }),
  ],
})

export const jurisdictionNoteType = defineType({
  name: 'jurisdictionNote',
  title: 'Country or state',
  type: 'object',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'jurisdiction',
      title: 'Place',
      description: `As a code: ${placeExamples}.`,
      type: 'string',
      validation: (rule) => [
        written('Give the country, state or province.')(rule),
        rule.custom(ifWritten(plain(place))),
      ],
    }),
    defineField({
      name: 'note',
      title: 'Note',
      description: 'What a reader there should look for.',
      type: 'text',
      rows: 2,
      validation: written('Write the note.'),
    }),
    defineField({
      name: 'registerName',
      title: 'Register',
      description: 'Name of the public register, if there is one.',
      type: 'string',
    }),
    defineField({
      name: 'registerUrl',
      title: 'Register address',
      description: 'Page on which a reader can look someone up.',
      type: 'url',
      validation: (rule) =>
        rule.uri({scheme: ['https']}).error('The address must start with https://.'),
    }),
  ],
  preview: {
    select: {title: 'jurisdiction', subtitle: 'note'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No place yet'), subtitle}),
  },
})

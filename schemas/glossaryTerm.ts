import {BookIcon} from '@sanity/icons/Book'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {orElse} from './previews.ts'
import {atMostWords, onlyOnce, written} from './rules.ts'
import {noTwin} from './twins.ts'

export const glossaryTermType = defineType({
  name: 'glossaryTerm',
  title: 'Glossary term',
  type: 'document',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'term',
      title: 'Term',
      description: 'As it appears in the text.',
      type: 'string',
      validation: (rule) => [
        written('Write the term.')(rule),
        rule.custom(
          noTwin(
            'term',
            (term, id) =>
              `Another entry explains “${term}” (${id}). Add to that one, or choose another term.`,
          ),
        ),
      ],
    }),
    defineField({
      name: 'abbreviation',
      title: 'Abbreviation',
      description: 'If there is one.',
      type: 'string',
    }),
    defineField({
      name: 'plainDefinition',
      title: 'Plain definition',
      description: 'Up to 35 words that a twelve-year-old can follow.',
      type: 'text',
      rows: 3,
      validation: (rule) => [written('Define the term.')(rule), rule.custom(atMostWords(35))],
    }),
    defineField({
      name: 'pronunciation',
      title: 'How to say it',
      description: 'For hard words: pol-ee-SOM-no-graf-ee.',
      type: 'string',
    }),
    defineField({
      name: 'seeAlso',
      title: 'See also',
      description: 'Terms that help to understand this one.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'glossaryTerm'}]})],
      validation: (rule) => rule.custom(onlyOnce('Each term only once.')),
    }),
    defineField({
      name: 'source',
      title: 'Source',
      description: 'The work that the definition follows.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
    }),
  ],
  orderings: [{name: 'term', title: 'Term', by: [{field: 'term', direction: 'asc'}]}],
  preview: {
    select: {title: 'term', subtitle: 'plainDefinition'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No term yet'), subtitle}),
  },
})

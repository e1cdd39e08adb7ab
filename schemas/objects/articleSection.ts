import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {riskTopicOptions} from '../riskTopics.ts'
import {atMostCharacters, onlyOnce, written} from '../rules.ts'
import {requiredText} from '../textRules.ts'

const kinds = choices({
  introduction: 'Introduction',
  mechanisms: 'How it may work',
  recovery: 'Recovery',
  mentalHealth: 'Mood and worry',
  research: 'What research shows',
  techniques: 'Techniques',
  timingFrequency: 'When and how often',
  implementation: 'How to do it',
  environment: 'Bedroom and evening',
  comparisons: 'Compared with other treatments',
  populations: 'Groups of people',
  safety: 'Safety',
  practitionerSelection: 'Choosing a practitioner',
  conclusion: 'Conclusion',
  custom: 'Something else',
})

const evidenceKinds = [
  'mechanisms',
  'recovery',
  'mentalHealth',
  'research',
  'comparisons',
  'populations',
]

export const articleSectionType = defineType({
  name: 'articleSection',
  title: 'Section',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: 'kind',
      title: 'What the section is about',
      description: 'Each kind appears once in an article, apart from “Something else”.',
      type: 'string',
      options: {list: kinds},
      validation: (rule) => rule.required().error('Choose what the section is about.'),
    }),
    defineField({
      name: 'heading',
      title: 'Heading',
      description: 'Tells a reader who only skims what they will find.',
      type: 'string',
      validation: (rule) => [
        written('Give the section a heading.')(rule),
        rule.custom(atMostCharacters(90)).warning(),
      ],
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'Select words to link them, cite a study or attach a glossary term.',
      type: 'portableText',
      validation: requiredText('Write the text, or remove the section.'),
    }),
    defineField({
      name: 'claims',
      title: 'Claims',
      description: 'The statements in this section that need evidence, one by one.',
      type: 'array',
      of: [defineArrayMember({type: 'claim'})],
      validation: (rule) =>
        rule.custom((claims, {parent}) => {
          const {kind} = (parent ?? {}) as {kind?: string}
          const needsClaims = kind !== undefined && evidenceKinds.includes(kind)
          return (
            !needsClaims ||
            (claims?.length ?? 0) > 0 ||
            'A section about evidence lists its claims, so that each can be traced to studies.'
          )
        }),
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics beyond the claims',
      description: 'Topics the text touches that no claim names. Topics decide who has to sign.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      validation: (rule) => rule.custom(onlyOnce('Each topic only once.')),
    }),
  ],
  preview: {
    select: {title: 'heading', kind: 'kind', claims: 'claims'},
    prepare: ({title, kind, claims}) => {
      const count = Object.keys(claims ?? {}).length
      const name = kinds.find(({value}) => value === kind)?.title ?? 'Kind not given'
      return {
        title: orElse(title, 'Section without a heading'),
        subtitle: `${name} · ${count === 1 ? '1 claim' : `${count} claims`}`,
      }
    },
  },
})

import {BookIcon} from '@sanity/icons/Book'
import {LinkIcon} from '@sanity/icons/Link'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {textProblems, textWarnings} from '../textRules.ts'

const link = defineArrayMember({
  name: 'link',
  title: 'Link',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      description: 'A full web address that starts with https://.',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Paste the address that the words lead to.'),
        rule
          .uri({scheme: ['https', 'http']})
          .error('The address must start with https:// or http://.'),
      ],
    }),
  ],
})

const glossary = defineArrayMember({
  name: 'glossary',
  title: 'Glossary term',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'term',
      title: 'Term',
      description: 'Readers see the plain definition when they point at the words.',
      type: 'reference',
      to: [{type: 'glossaryTerm'}],
      validation: (rule) => rule.required().error('Choose the term that these words stand for.'),
    }),
  ],
})

export const portableTextType = defineType({
  name: 'portableText',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        {title: 'Normal', value: 'normal'},
        {title: 'Heading', value: 'h3'},
        {title: 'Small heading', value: 'h4'},
        {title: 'Quote', value: 'blockquote'},
      ],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [
          link,
          defineArrayMember({name: 'citationUse', type: 'citationUse'}),
          glossary,
        ],
      },
    }),
    defineArrayMember({type: 'callout'}),
    defineArrayMember({type: 'table'}),
    defineArrayMember({type: 'imageWithAlt'}),
  ],
  validation: (rule) => [rule.custom(textProblems), rule.custom(textWarnings).warning()],
})

/** For short answers and notes: paragraphs, lists and links, without headings, tables or images. */
export const shortTextType = defineType({
  name: 'shortText',
  title: 'Short text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{title: 'Normal', value: 'normal'}],
      lists: [
        {title: 'Bullets', value: 'bullet'},
        {title: 'Numbers', value: 'number'},
      ],
      marks: {
        decorators: [
          {title: 'Strong', value: 'strong'},
          {title: 'Emphasis', value: 'em'},
        ],
        annotations: [
          link,
          defineArrayMember({name: 'citationUse', type: 'citationUse'}),
          glossary,
        ],
      },
    }),
  ],
  validation: (rule) => [rule.custom(textProblems), rule.custom(textWarnings).warning()],
})

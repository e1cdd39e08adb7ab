import {LaunchIcon} from '@sanity/icons/Launch'
import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {atMostCharacters, written} from '../rules.ts'

export const seoType = defineType({
  name: 'seo',
  title: 'Search engines',
  type: 'object',
  options: {collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'metaTitle',
      title: 'Title in search results',
      description: 'Empty: the title of the page. Reviewers sign these words too.',
      type: 'string',
      validation: (rule) =>
        rule.custom(atMostCharacters(60, 'Search engines cut off the rest.')).warning(),
    }),
    defineField({
      name: 'metaDescription',
      title: 'Description in search results',
      description: 'Empty: the summary. Promise nothing here that the page does not say.',
      type: 'text',
      rows: 2,
      validation: (rule) =>
        rule.custom(atMostCharacters(155, 'Search engines cut off the rest.')).warning(),
    }),
    defineField({
      name: 'canonical',
      title: 'Canonical address',
      description: 'Only when the same words also live at another address that should rank.',
      type: 'url',
      validation: (rule) =>
        rule.uri({scheme: ['https']}).error('The address must start with https://.'),
    }),
    defineField({
      name: 'noindex',
      title: 'Keep out of search engines',
      description: 'The page stays readable by its address.',
      type: 'boolean',
      initialValue: false,
    }),
  ],
})

interface Cta {
  readonly kind?: string
}

const leads = (parent: unknown) => {
  const {kind} = (parent ?? {}) as Cta
  return kind !== undefined && kind !== 'none'
}

export const callToActionType = defineType({
  name: 'callToAction',
  title: 'Call to action',
  type: 'object',
  icon: LaunchIcon,
  options: {collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'What the button leads to.',
      type: 'string',
      options: {
        list: choices({
          none: 'No button',
          findPractitioner: 'Find a practitioner',
          book: 'Book a session',
          subscribe: 'Subscribe',
        }),
      },
      initialValue: 'none',
    }),
    defineField({
      name: 'label',
      title: 'Words on the button',
      description: 'Say what happens next.',
      type: 'string',
      hidden: ({parent}) => !leads(parent),
      validation: (rule) =>
        rule.custom(
          (label, {parent}) =>
            !leads(parent) || Boolean(label?.trim()) || 'Write the words on the button.',
        ),
    }),
    defineField({
      name: 'target',
      title: 'Address',
      description: 'Where the button leads.',
      type: 'url',
      hidden: ({parent}) => !leads(parent),
      validation: (rule) => [
        rule.uri({scheme: ['https']}).error('The address must start with https://.'),
        rule.custom(
          (target, {parent}) => !leads(parent) || Boolean(target) || 'Say where the button leads.',
        ),
      ],
    }),
    defineField({
      name: 'isMarketing',
      title: 'Somebody earns from this button',
      description:
        'The whole page then counts as advertising, and its claims are held to that law.',
      type: 'boolean',
      initialValue: false,
      hidden: ({parent}) => !leads(parent),
    }),
  ],
})

export const supportLinkType = defineType({
  name: 'supportLink',
  title: 'Place to get help',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'label',
      title: 'Label',
      description: 'What the reader will find there.',
      type: 'string',
      validation: written('Say what the reader will find there.'),
    }),
    defineField({
      name: 'org',
      title: 'Organisation',
      description: 'Who runs it.',
      type: 'string',
      validation: written('Name the organisation.'),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      description: 'A page that is free to read.',
      type: 'url',
      validation: (rule) => [
        rule.required().error('Give the address.'),
        rule
          .uri({scheme: ['https', 'http']})
          .error('The address must start with https:// or http://.'),
      ],
    }),
  ],
  preview: {
    select: {title: 'label', subtitle: 'org'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No label yet'), subtitle}),
  },
})

export const pendingArticleType = defineType({
  name: 'pendingArticle',
  title: 'Article still to be written',
  type: 'object',
  fields: [
    defineField({
      name: 'pendingTitle',
      title: 'Working title',
      description: 'Not shown to readers. Replace it with the article once that exists.',
      type: 'string',
      validation: written('Give the working title.'),
    }),
  ],
  preview: {
    select: {title: 'pendingTitle'},
    prepare: ({title}) => ({title: orElse(title, 'No title yet'), subtitle: 'Still to be written'}),
  },
})

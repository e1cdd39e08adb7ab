import {ClipboardIcon} from '@sanity/icons/Clipboard'
import {defineField, defineType} from 'sanity'
import {orElse} from './previews.ts'
import {stages} from './review.ts'

const text = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'string'})

/**
 * Where a page is on its way through review, for the lists of people at work. The server writes it with every commit,
 * under an id with a dot, so that nobody reads it without signing in. More stands in it than lists need.
 */
export const reviewProgressType = defineType({
  name: 'reviewProgress',
  title: 'Page in review',
  type: 'document',
  icon: ClipboardIcon,
  readOnly: true,
  liveEdit: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    text('title', 'Page', 'What the page is called.'),
    text('subjectType', 'Type', 'Of the page.'),
    defineField({
      name: 'stage',
      title: 'Stage',
      description: 'Derived from the record, never set.',
      type: 'string',
      options: {list: stages},
    }),
    defineField({
      name: 'stageSince',
      title: 'Since',
      description: 'When it got there.',
      type: 'datetime',
    }),
    text('riskClass', 'Risk class', 'R1 to R4: how much harm a wrong sentence could do.'),
    defineField({
      name: 'live',
      title: 'Readers see it',
      description: 'Whether a version is published.',
      type: 'boolean',
    }),
  ],
  preview: {
    select: {title: 'title', stage: 'stage', riskClass: 'riskClass'},
    prepare: ({title, stage, riskClass}) => ({
      title: orElse(title, 'A page'),
      subtitle: [stages.find(({value}) => value === stage)?.title, riskClass]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

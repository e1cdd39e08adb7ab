import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'

const tones = choices({
  note: 'Good to know',
  tip: 'Try this',
  caution: 'Take care',
  stop: 'Get help',
})

export const calloutType = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'tone',
      title: 'Kind',
      description: 'Shown in words beside the colour, never by colour alone.',
      type: 'string',
      options: {list: tones, layout: 'radio', direction: 'horizontal'},
      initialValue: 'note',
      validation: (rule) => rule.required().error('Choose the kind of callout.'),
    }),
    defineField({
      name: 'heading',
      title: 'Heading',
      description: 'Optional. A few words.',
      type: 'string',
      validation: (rule) => rule.max(80).warning('Long for a callout heading.'),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'Two or three sentences that stand on their own.',
      type: 'text',
      rows: 3,
      validation: (rule) => [
        rule.required().error('Write the text of the callout.'),
        rule.max(500).warning('Long for a callout. Consider a paragraph instead.'),
      ],
    }),
  ],
  preview: {
    select: {heading: 'heading', body: 'body', tone: 'tone'},
    prepare: ({heading, body, tone}) => ({
      title: heading ?? body ?? 'Empty callout',
      subtitle: tones.find(({value}) => value === tone)?.title,
    }),
  },
})

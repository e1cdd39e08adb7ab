import {InfoOutlineIcon} from '@sanity/icons/InfoOutline'
import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {atMostCharacters, written} from '../rules.ts'

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
      validation: (rule) => rule.custom(atMostCharacters(80)).warning(),
    }),
    defineField({
      name: 'body',
      title: 'Text',
      description: 'Two or three sentences that stand on their own.',
      type: 'text',
      rows: 3,
      validation: (rule) => [
        written('Write the text of the callout.')(rule),
        rule.custom(atMostCharacters(500, 'Or write a paragraph instead.')).warning(),
      ],
    }),
  ],
  preview: {
    select: {heading: 'heading', body: 'body', tone: 'tone'},
    prepare: ({heading, body, tone}) => ({
      title: orElse(heading, orElse(body, 'Empty callout')),
      subtitle: tones.find(({value}) => value === tone)?.title,
    }),
  },
})

import {BlockElementIcon} from '@sanity/icons/BlockElement'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {noRetractedWorks} from './documentRules.ts'
import {pressureOptions} from './families.ts'
import {orElse} from './previews.ts'
import {riskTopicOptions} from './riskTopics.ts'
import {written} from './rules.ts'
import {noTwin} from './twins.ts'

const kinds = choices({
  absolute: 'No massage at all',
  local: 'Not in that place',
  relative: 'With care',
  askFirst: 'Ask a clinician first',
})

export const contraindicationType = defineType({
  name: 'contraindication',
  title: 'Contraindication',
  type: 'document',
  icon: BlockElementIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'In words a reader would recognise. Pages show it as it is here.',
      type: 'string',
      validation: (rule) => [
        written('Name the contraindication.')(rule),
        rule.custom(
          noTwin(
            'name',
            (name, id) =>
              `Another contraindication is called “${name}” (${id}). Use that one, or choose another name.`,
          ),
        ),
      ],
    }),
    defineField({
      name: 'kind',
      title: 'Kind',
      description: 'How strict it is.',
      type: 'string',
      options: {list: kinds, layout: 'radio'},
      validation: (rule) => rule.required().error('Choose the kind.'),
    }),
    defineField({
      name: 'emergency',
      title: 'May be an emergency',
      description: 'Readers are told to get medical help at once.',
      type: 'boolean',
      initialValue: false,
    }),
    defineField({
      name: 'whyPlain',
      title: 'Why',
      description: 'One or two plain sentences.',
      type: 'text',
      rows: 2,
      validation: written('Say why.'),
    }),
    defineField({
      name: 'whatToDo',
      title: 'What to do',
      description: 'The next step for a reader.',
      type: 'text',
      rows: 2,
      validation: written('Say what the reader should do.'),
    }),
    defineField({
      name: 'appliesTo',
      title: 'Applies to',
      description: 'Every kind of massage, some techniques, or firm pressure only.',
      type: 'string',
      options: {
        list: choices({
          all: 'All massage',
          techniques: 'Some techniques',
          pressure: 'Pressure from a level up',
        }),
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'all',
      validation: (rule) => rule.required().error('Say what it applies to.'),
    }),
    defineField({
      name: 'techniques',
      title: 'Techniques',
      description: 'The techniques it applies to.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'technique'}], weak: true})],
      hidden: ({document}) => document?.['appliesTo'] !== 'techniques',
      validation: (rule) =>
        rule.custom((techniques, {document}) => {
          const named = (techniques?.length ?? 0) > 0
          return document?.['appliesTo'] !== 'techniques' || named || 'Choose the techniques.'
        }),
    }),
    defineField({
      name: 'pressureFrom',
      title: 'From this pressure up',
      description: 'Lighter work is not affected.',
      type: 'string',
      options: {list: pressureOptions},
      hidden: ({document}) => document?.['appliesTo'] !== 'pressure',
      validation: (rule) =>
        rule.custom(
          (pressure, {document}) =>
            document?.['appliesTo'] !== 'pressure' ||
            pressure !== undefined ||
            'Choose the pressure.',
        ),
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics',
      description: 'What it touches.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      validation: (rule) => rule.required().min(1).error('Choose at least one topic.'),
    }),
    defineField({
      name: 'citation',
      title: 'Study',
      description: 'Where the harm is on record.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
    }),
    defineField({
      name: 'codes',
      title: 'Condition codes',
      description: 'In medical vocabularies, for data exchange.',
      type: 'array',
      of: [defineArrayMember({type: 'vocabularyCode'})],
    }),
  ],
  validation: (rule) => rule.custom(noRetractedWorks),
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', kind: 'kind', emergency: 'emergency'},
    prepare: ({title, kind, emergency}) => ({
      title: orElse(title, 'No name yet'),
      subtitle: [
        kinds.find(({value}) => value === kind)?.title,
        emergency === true && 'may be an emergency',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

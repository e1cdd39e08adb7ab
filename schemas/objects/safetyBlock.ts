import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {onlyOnce, wanted, written} from '../rules.ts'

const actions = choices({
  stopSession: 'Stop the session',
  seeClinician: 'See a clinician soon',
  urgentCare: 'Get urgent care today',
  emergency: 'Call emergency services',
})

const frequencies = choices({
  commonlyReported: 'Often reported',
  uncommon: 'Uncommon',
  rare: 'Rare',
  unknown: 'Not known',
})

export const safetyBlockType = defineType({
  name: 'safetyBlock',
  title: 'Safety',
  type: 'object',
  icon: WarningOutlineIcon,
  options: {collapsible: true, collapsed: false},
  fields: [
    defineField({
      name: 'contraindications',
      title: 'When not to, or only with care',
      description: 'From the shared list, so that one correction reaches every page.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'contraindication'}]})],
      validation: (rule) => [
        rule.custom(wanted('Readers need to know when massage is not for them.')).warning(),
        rule.custom(onlyOnce('Each contraindication only once.')),
      ],
    }),
    defineField({
      name: 'redFlags',
      title: 'Warning signs',
      description: 'What a reader may notice, and what to do then.',
      type: 'array',
      of: [defineArrayMember({type: 'redFlag'})],
    }),
    defineField({
      name: 'whoShouldAskFirst',
      title: 'Who should ask a professional first',
      description: 'Groups of people who should talk to a doctor, midwife or pharmacist before.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'population'}]})],
      validation: (rule) => rule.custom(onlyOnce('Each group only once.')),
    }),
    defineField({
      name: 'adverseEffects',
      title: 'Side effects',
      description: 'Known side effects and how often they occur. “Not known” is an honest answer.',
      type: 'array',
      of: [defineArrayMember({type: 'adverseEffect'})],
    }),
    defineField({
      name: 'emergencyLine',
      title: 'Emergency notice',
      description: 'Who to call, worded for the reader’s country.',
      type: 'reference',
      to: [{type: 'emergencyNotice'}],
      validation: (rule) =>
        rule.custom((notice, {parent}) => {
          const {redFlags} = (parent ?? {}) as {redFlags?: {action?: string}[]}
          const urgent = (redFlags ?? []).some(({action}) => action === 'emergency')
          return (
            !urgent ||
            notice !== undefined ||
            'A warning sign tells readers to call emergency services. Add the notice that says how.'
          )
        }),
    }),
  ],
})

export const redFlagType = defineType({
  name: 'redFlag',
  title: 'Warning sign',
  type: 'object',
  icon: WarningOutlineIcon,
  fields: [
    defineField({
      name: 'sign',
      title: 'Sign',
      description: 'In words a reader would use: a hot, swollen, painful calf.',
      type: 'string',
      validation: written('Describe the sign.'),
    }),
    defineField({
      name: 'action',
      title: 'What to do',
      description: 'The single most important step.',
      type: 'string',
      options: {list: actions, layout: 'radio'},
      validation: (rule) => rule.required().error('Choose what the reader should do.'),
    }),
  ],
  preview: {
    select: {title: 'sign', action: 'action'},
    prepare: ({title, action}) => ({
      title: orElse(title, 'Sign not described'),
      subtitle: actions.find(({value}) => value === action)?.title ?? 'No action chosen',
    }),
  },
})

export const adverseEffectType = defineType({
  name: 'adverseEffect',
  title: 'Side effect',
  type: 'object',
  fields: [
    defineField({
      name: 'effect',
      title: 'Effect',
      description: 'In plain words: soreness for a day or two.',
      type: 'string',
      validation: written('Name the side effect.'),
    }),
    defineField({
      name: 'frequency',
      title: 'How often',
      description: 'As the cited study reports it.',
      type: 'string',
      options: {list: frequencies},
      validation: (rule) => rule.required().error('Say how often it occurs, or “Not known”.'),
    }),
    defineField({
      name: 'citation',
      title: 'Study',
      description: 'Where the frequency comes from.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
      validation: (rule) =>
        rule
          .custom((citation, {parent}) => {
            const {frequency} = (parent ?? {}) as {frequency?: string}
            const stated = frequency !== undefined && frequency !== 'unknown'
            return !stated || citation !== undefined || 'Name the study this frequency comes from.'
          })
          .warning(),
    }),
  ],
  preview: {
    select: {title: 'effect', frequency: 'frequency'},
    prepare: ({title, frequency}) => ({
      title: orElse(title, 'Effect not named'),
      subtitle: frequencies.find(({value}) => value === frequency)?.title ?? 'Frequency not given',
    }),
  },
})

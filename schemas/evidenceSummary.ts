import {ThListIcon} from '@sanity/icons/ThList'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {noRetractedWorks} from './documentRules.ts'
import {certainty, type Grading} from './grade.ts'
import {orElse} from './previews.ts'
import {isBlank, notAhead, written} from './rules.ts'

const certainties = choices({high: 'High', moderate: 'Moderate', low: 'Low', veryLow: 'Very low'})

const directions = choices({
  benefit: 'Benefit',
  noDifference: 'No difference',
  harm: 'Harm',
  inconsistent: 'Inconsistent',
  noEvidence: 'No evidence',
})

const titleOf = (list: readonly {value: string; title: string}[], value: unknown) =>
  list.find((choice) => choice.value === value)?.title

export const evidenceSummaryType = defineType({
  name: 'evidenceSummary',
  title: 'Evidence summary',
  type: 'document',
  icon: ThListIcon,
  groups: [
    {name: 'question', title: 'Question', default: true},
    {name: 'evidence', title: 'Evidence'},
    {name: 'certainty', title: 'Certainty'},
  ],
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      description: 'In whom, what, compared with what, for which outcome, in one sentence.',
      type: 'text',
      rows: 2,
      group: 'question',
      validation: written('Write the question.'),
    }),
    defineField({
      name: 'population',
      title: 'In whom',
      description: 'The people studied.',
      type: 'reference',
      to: [{type: 'population'}],
      group: 'question',
      validation: (rule) => rule.required().error('Choose the people.'),
    }),
    defineField({
      name: 'technique',
      title: 'Technique',
      description: 'Leave empty for massage in general.',
      type: 'reference',
      to: [{type: 'technique'}],
      weak: true,
      group: 'question',
    }),
    defineField({
      name: 'comparator',
      title: 'Compared with',
      description: 'No treatment, usual care, light touch ...',
      type: 'string',
      group: 'question',
      validation: written('Say what it was compared with.'),
    }),
    defineField({
      name: 'outcome',
      title: 'Outcome',
      description: 'One outcome a summary: recorded and self-rated sleep are different.',
      type: 'reference',
      to: [{type: 'outcomeMeasure'}],
      group: 'question',
      validation: (rule) => rule.required().error('Choose the outcome.'),
    }),
    defineField({
      name: 'citations',
      title: 'Studies',
      description: 'All of them, also those that found nothing.',
      type: 'array',
      of: [defineArrayMember({type: 'citationUse'})],
      group: 'evidence',
      validation: (rule) =>
        rule.custom((citations, {document}) => {
          const none = document?.['direction'] === 'noEvidence'
          return (
            none || (citations?.length ?? 0) > 0 || 'Name the studies, or choose “No evidence”.'
          )
        }),
    }),
    defineField({
      name: 'direction',
      title: 'Direction',
      description: 'What the studies found, taken together.',
      type: 'string',
      options: {list: directions},
      group: 'evidence',
      validation: (rule) => rule.required().error('Say what the studies found.'),
    }),
    defineField({
      name: 'searchedOn',
      title: 'Searched on',
      description: 'Day of the last search.',
      type: 'date',
      group: 'evidence',
      validation: (rule) => [
        rule.required().error('Give the day of the last search.'),
        rule.custom(notAhead('This day is still to come. Give the day of the last search.')),
        rule
          .custom((day) => {
            const years = day === undefined ? 0 : (Date.now() - Date.parse(day)) / 31_557_600_000
            return years < 5 || 'The search is more than five years old.'
          })
          .warning(),
      ],
    }),
    defineField({
      name: 'searchScope',
      title: 'Searched where',
      description: 'Databases and limits. Say if it was not a systematic search.',
      type: 'text',
      rows: 2,
      group: 'evidence',
      validation: written('Say where you searched.'),
    }),
    defineField({
      name: 'startLevel',
      title: 'Starts at',
      description: 'High for randomised trials, low for other studies.',
      type: 'string',
      options: {
        list: choices({high: 'High (randomised)', low: 'Low (other)'}),
        layout: 'radio',
        direction: 'horizontal',
      },
      group: 'certainty',
      validation: (rule) => rule.required().error('Choose where the grading starts.'),
    }),
    defineField({
      name: 'gradeDowngrades',
      title: 'Reasons to trust it less',
      description: 'Each serious reason takes one level, each very serious one two.',
      type: 'array',
      of: [defineArrayMember({type: 'gradeDowngrade'})],
      group: 'certainty',
    }),
    defineField({
      name: 'gradeUpgrades',
      title: 'Reasons to trust it more',
      description: 'Rare, and for observational studies only. Each adds one level.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Reason'})],
      options: {
        list: choices({
          largeEffect: 'Large effect',
          doseResponse: 'More massage, more effect',
          confounding: 'Bias would have hidden the effect',
        }),
      },
      group: 'certainty',
    }),
    defineField({
      name: 'certainty',
      title: 'Certainty',
      description: 'Follows from the reasons above. Anything else needs a reason of its own.',
      type: 'string',
      options: {list: certainties, layout: 'radio', direction: 'horizontal'},
      group: 'certainty',
      validation: (rule) => [
        rule.required().error('Choose the certainty.'),
        rule.custom((chosen, {document}) => {
          const reason = document?.['certaintyReason']
          const computed = certainty((document ?? {}) as Grading)
          return (
            chosen === undefined ||
            chosen === computed ||
            !isBlank(reason) ||
            `The reasons lead to “${titleOf(certainties, computed)}”. Choose that, or say below why not.`
          )
        }),
      ],
    }),
    defineField({
      name: 'certaintyReason',
      title: 'Why a different certainty',
      description: 'Only if you differ from what the reasons lead to.',
      type: 'text',
      rows: 2,
      hidden: ({document, value}) =>
        !value && document?.['certainty'] === certainty((document ?? {}) as Grading),
      group: 'certainty',
    }),
    defineField({
      name: 'plainStatement',
      title: 'In plain words',
      description: 'As hedged as the certainty asks: probably, may, not known.',
      type: 'text',
      rows: 3,
      group: 'certainty',
      validation: written('Put it in plain words.'),
    }),
    defineField({
      name: 'assessedBy',
      title: 'Assessed by',
      description: 'Who graded it.',
      type: 'reference',
      to: [{type: 'person'}],
      group: 'certainty',
      validation: (rule) => rule.required().error('Name the person who graded it.'),
    }),
  ],
  validation: (rule) => rule.custom(noRetractedWorks),
  preview: {
    select: {title: 'question', certainty: 'certainty', direction: 'direction'},
    prepare: ({title, certainty: level, direction}) => ({
      title: orElse(title, 'No question yet'),
      subtitle: `${titleOf(directions, direction) ?? 'No direction'} · certainty ${(titleOf(certainties, level) ?? 'not given').toLowerCase()}`,
    }),
  },
})

const reasons = choices({
  riskOfBias: 'Risk of bias',
  inconsistency: 'Studies disagree',
  indirectness: 'Other people or outcomes',
  imprecision: 'Too few people',
  publicationBias: 'Missing studies',
})

export const gradeDowngradeType = defineType({
  name: 'gradeDowngrade',
  title: 'Reason',
  type: 'object',
  fields: [
    defineField({
      name: 'reason',
      title: 'Reason',
      description: 'One of the five of GRADE.',
      type: 'string',
      options: {list: reasons},
      validation: (rule) => rule.required().error('Choose the reason.'),
    }),
    defineField({
      name: 'severity',
      title: 'How serious',
      description: 'Very serious counts twice.',
      type: 'string',
      options: {
        list: choices({serious: 'Serious', verySerious: 'Very serious'}),
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'serious',
      validation: (rule) => rule.required().error('Say how serious it is.'),
    }),
  ],
  preview: {
    select: {reason: 'reason', severity: 'severity'},
    prepare: ({reason, severity}) => ({
      title: titleOf(reasons, reason) ?? 'No reason chosen',
      subtitle: severity === 'verySerious' ? 'Very serious' : 'Serious',
    }),
  },
})

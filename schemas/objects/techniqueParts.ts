import {BarChartIcon} from '@sanity/icons/BarChart'
import {DropIcon} from '@sanity/icons/Drop'
import {UsersIcon} from '@sanity/icons/Users'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {wanted, written} from '../rules.ts'

const verdicts = choices({
  likelyHelps: 'Likely helps',
  mayHelp: 'May help',
  uncertain: 'Not certain',
  noGoodEvidence: 'No good evidence',
  likelyNoEffect: 'Likely has no effect',
  harmful: 'Harmful',
})

export const evidenceVerdictType = defineType({
  name: 'evidenceVerdict',
  title: 'Verdict',
  type: 'object',
  icon: BarChartIcon,
  fields: [
    defineField({
      name: 'outcome',
      title: 'Outcome',
      description:
        'A technique can help one thing and not another, so each outcome has its verdict.',
      type: 'reference',
      to: [{type: 'outcomeMeasure'}],
      validation: (rule) => rule.required().error('Choose the outcome.'),
    }),
    defineField({
      name: 'verdict',
      title: 'Verdict',
      description: 'Follows from the certainty and the direction of the evidence.',
      type: 'string',
      options: {list: verdicts},
      validation: (rule) => rule.required().error('Choose the verdict.'),
    }),
    defineField({
      name: 'why',
      title: 'Why',
      description: 'One sentence for readers.',
      type: 'text',
      rows: 2,
      validation: (rule) => rule.custom(wanted('Tell readers why.')).warning(),
    }),
  ],
  preview: {
    select: {outcome: 'outcome.name', verdict: 'verdict', why: 'why'},
    prepare: ({outcome, verdict, why}) => ({
      title: `${orElse(outcome, 'No outcome')}: ${verdicts.find(({value}) => value === verdict)?.title ?? '?'}`,
      subtitle: why,
    }),
  },
})

const ratings = choices({
  suitable: 'Suitable',
  suitableWithChanges: 'Suitable with changes',
  askFirst: 'Ask first',
  avoid: 'Avoid',
})

export const suitabilityType = defineType({
  name: 'suitability',
  title: 'Suitability',
  type: 'object',
  icon: UsersIcon,
  fields: [
    defineField({
      name: 'population',
      title: 'Group',
      description: 'For whom.',
      type: 'reference',
      to: [{type: 'population'}],
      validation: (rule) => rule.required().error('Choose the group.'),
    }),
    defineField({
      name: 'rating',
      title: 'Rating',
      description: 'When in doubt, “Ask first”.',
      type: 'string',
      options: {list: ratings, layout: 'radio', direction: 'horizontal'},
      validation: (rule) => rule.required().error('Choose the rating.'),
    }),
    defineField({
      name: 'reason',
      title: 'Reason',
      description: 'One sentence for readers.',
      type: 'text',
      rows: 2,
      validation: written('Give the reason.'),
    }),
    defineField({
      name: 'citation',
      title: 'Study',
      description: 'If one backs the rating.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
    }),
  ],
  preview: {
    select: {title: 'population.name', rating: 'rating', reason: 'reason'},
    prepare: ({title, rating, reason}) => ({
      title: `${orElse(title, 'No group')}: ${ratings.find(({value}) => value === rating)?.title ?? '?'}`,
      subtitle: reason,
    }),
  },
})

export const oilType = defineType({
  name: 'oil',
  title: 'Oil or cream',
  type: 'object',
  icon: DropIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'For example lavender oil, thinned.',
      type: 'string',
      validation: written('Name the product.'),
    }),
    defineField({
      name: 'allergens',
      title: 'Allergens',
      description: 'What people may be allergic to.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Allergen',
          validation: written('Name the allergen, or remove it.'),
        }),
      ],
    }),
    defineField({
      name: 'avoidIn',
      title: 'Avoid with',
      description: 'Conditions in which it should not be used.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Condition',
          validation: written('Name the condition, or remove it.'),
        }),
      ],
    }),
  ],
  preview: {
    select: {title: 'name', allergens: 'allergens'},
    prepare: ({title, allergens}) => ({
      title: orElse(title, 'No name yet'),
      subtitle: Object.values(allergens ?? {}).join(', '),
    }),
  },
})

const systems = choices({mesh: 'MeSH', snomed: 'SNOMED CT', ichi: 'ICHI', icd10: 'ICD-10'})

export const codeType = defineType({
  name: 'vocabularyCode',
  title: 'Code',
  type: 'object',
  options: {columns: 2},
  fields: [
    defineField({
      name: 'system',
      title: 'System',
      description: 'The vocabulary the code is from.',
      type: 'string',
      options: {list: systems},
      validation: (rule) => rule.required().error('Choose the vocabulary.'),
    }),
    defineField({
      name: 'value',
      title: 'Code',
      description: 'As printed there: D008405.',
      type: 'string',
      validation: written('Give the code.'),
    }),
  ],
  preview: {
    select: {title: 'value', system: 'system'},
    prepare: ({title, system}) => ({
      title: orElse(title, 'No code yet'),
      subtitle: systems.find(({value}) => value === system)?.title,
    }),
  },
})

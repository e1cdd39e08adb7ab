import {BarChartIcon} from '@sanity/icons/BarChart'
import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'

interface Estimate {
  readonly metric?: string
  readonly value?: number
  readonly ciLow?: number
  readonly ciHigh?: number
}

const ratios = ['oddsRatio', 'riskRatio']
const within = (low: number | undefined, high: number | undefined) =>
  low === undefined || high === undefined || low <= high

const positive = (value: number | undefined, parent: unknown) =>
  !ratios.includes((parent as Estimate | undefined)?.metric ?? '') ||
  value === undefined ||
  value > 0 ||
  'Odds and risk ratios are greater than 0.'

const metrics = choices({
  meanDifference: 'Mean difference',
  standardisedMeanDifference: 'Standardised mean difference',
  hedgesG: 'Hedges’ g',
  cohenD: 'Cohen’s d',
  oddsRatio: 'Odds ratio',
  riskRatio: 'Risk ratio',
  percentChange: 'Percent change',
  proportion: 'Proportion',
  other: 'Other',
})

export const effectEstimateType = defineType({
  name: 'effectEstimate',
  title: 'Effect',
  type: 'object',
  icon: BarChartIcon,
  fieldsets: [{name: 'interval', title: 'Confidence interval', options: {columns: 3}}],
  fields: [
    defineField({
      name: 'metric',
      title: 'Measure of effect',
      description: 'As the work reports it.',
      type: 'string',
      options: {list: metrics},
      validation: (rule) => rule.required().error('Choose the measure of effect.'),
    }),
    defineField({
      name: 'value',
      title: 'Value',
      description: 'The point estimate. Leave empty when only a p value is reported.',
      type: 'number',
      validation: (rule) => rule.custom((value, {parent}) => positive(value, parent)),
    }),
    defineField({
      name: 'ciLow',
      title: 'Lower limit',
      description: 'At most the value.',
      type: 'number',
      fieldset: 'interval',
      validation: (rule) => [
        rule.custom((low, {parent}) => positive(low, parent)),
        rule.custom((low, {parent}) => {
          const {value, ciHigh} = (parent ?? {}) as Estimate
          return (
            (within(low, value) && within(low, ciHigh)) ||
            'The lower limit must not exceed the value or the upper limit.'
          )
        }),
      ],
    }),
    defineField({
      name: 'ciHigh',
      title: 'Upper limit',
      description: 'At least the value.',
      type: 'number',
      fieldset: 'interval',
      validation: (rule) =>
        rule.custom(
          (high, {parent}) =>
            within((parent as Estimate | undefined)?.value, high) ||
            'The upper limit must not be below the value.',
        ),
    }),
    defineField({
      name: 'ciLevel',
      title: 'Level in percent',
      description: 'Nearly always 95.',
      type: 'number',
      initialValue: 95,
      fieldset: 'interval',
      validation: (rule) => rule.min(50).max(99.9).error('Between 50 and 99.9.'),
    }),
    defineField({
      name: 'pValue',
      title: 'p value',
      description: 'As printed, with the sign: <0.001.',
      type: 'string',
      validation: (rule) =>
        rule.custom(
          (text) =>
            text === undefined ||
            /^([<>=≤≥]\s?)?(0?\.\d+|[01](\.0+)?)$/.test(text) ||
            /^(not )?significant$/.test(text) ||
            'Write it as printed: 0.03, <0.001, or “not significant” where no number is given.',
        ),
    }),
    defineField({
      name: 'timepoint',
      title: 'When it was measured',
      description: 'For example week 6.',
      type: 'string',
    }),
    defineField({
      name: 'comparisonLabel',
      title: 'Compared with',
      description: 'For example light touch, or waiting list.',
      type: 'string',
    }),
    defineField({
      name: 'favours',
      title: 'Favours',
      description: 'Which side did better.',
      type: 'string',
      options: {
        list: choices({
          intervention: 'The treatment',
          control: 'The comparison',
          neither: 'Neither',
        }),
        layout: 'radio',
        direction: 'horizontal',
      },
    }),
  ],
  preview: {
    select: {metric: 'metric', value: 'value', low: 'ciLow', high: 'ciHigh', when: 'timepoint'},
    prepare: ({metric, value, low, high, when}) => {
      const name = metrics.find((choice) => choice.value === metric)?.title ?? 'Effect'
      const interval = low === undefined || high === undefined ? '' : ` (${low} to ${high})`
      return {title: `${name} ${value ?? '?'}${interval}`, subtitle: when}
    },
  },
})

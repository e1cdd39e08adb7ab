import {ActivityIcon} from '@sanity/icons/Activity'
import {defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {orElse} from './previews.ts'
import {written} from './rules.ts'

const measurements = choices({
  selfReport: 'People’s own report',
  actigraphy: 'Wrist recorder',
  polysomnography: 'Sleep laboratory',
  biomarker: 'Blood, saliva or other marker',
  clinicianRated: 'Rated by a clinician',
  notApplicable: 'Does not apply',
})

export const outcomeMeasureType = defineType({
  name: 'outcomeMeasure',
  title: 'Outcome',
  type: 'document',
  icon: ActivityIcon,
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'In full: Pittsburgh Sleep Quality Index.',
      type: 'string',
      validation: written('Name the outcome.'),
    }),
    defineField({
      name: 'abbreviation',
      title: 'Abbreviation',
      description: 'As papers print it: PSQI.',
      type: 'string',
    }),
    defineField({
      name: 'measurement',
      title: 'How it is measured',
      description: 'What people say and what a recorder shows are different outcomes.',
      type: 'string',
      options: {list: measurements},
      validation: (rule) => rule.required().error('Say how it is measured.'),
    }),
    defineField({
      name: 'description',
      title: 'What it means',
      description: 'For readers, with the direction: a lower score is better.',
      type: 'text',
      rows: 2,
    }),
  ],
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {name: 'name', abbreviation: 'abbreviation', measurement: 'measurement'},
    prepare: ({name, abbreviation, measurement}) => ({
      title: [orElse(name, 'No name yet'), abbreviation && `(${abbreviation})`]
        .filter(Boolean)
        .join(' '),
      subtitle: measurements.find(({value}) => value === measurement)?.title,
    }),
  },
})

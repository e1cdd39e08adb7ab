import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'

const count = (name: string, title: string, description: string) =>
  defineField({
    name,
    title,
    description,
    type: 'number',
    fieldset: 'numbers',
    validation: (rule) => rule.greaterThan(0).error('A number greater than 0.'),
  })

export const typicalCourseType = defineType({
  name: 'typicalCourse',
  title: 'Usual course',
  type: 'object',
  fieldsets: [{name: 'numbers', title: 'How often and how long', options: {columns: 3}}],
  fields: [
    count('sessions', 'Sessions', 'In all.'),
    count('perWeek', 'Per week', 'Sessions in a week.'),
    count('weeks', 'Weeks', 'From first to last.'),
    defineField({
      name: 'basis',
      title: 'What this rests on',
      description: 'Readers are told when it is custom rather than evidence.',
      type: 'string',
      options: {
        list: choices({
          trial: 'A trial',
          expertOpinion: 'Expert opinion',
          convention: 'Custom',
        }),
        layout: 'radio',
        direction: 'horizontal',
      },
      validation: (rule) =>
        rule.custom((basis, {parent}) => {
          const {sessions, perWeek, weeks} = (parent ?? {}) as Record<string, number | undefined>
          const given = [sessions, perWeek, weeks].some((number) => number !== undefined)
          return !given || basis !== undefined || 'Say what these numbers rest on.'
        }),
    }),
    defineField({
      name: 'citation',
      title: 'Trial',
      description: 'The trial that used this course.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
      hidden: ({parent}) => ((parent ?? {}) as {basis?: string}).basis !== 'trial',
      validation: (rule) =>
        rule.custom((citation, {parent}) => {
          const {basis} = (parent ?? {}) as {basis?: string}
          return basis !== 'trial' || citation !== undefined || 'Name the trial.'
        }),
    }),
  ],
})

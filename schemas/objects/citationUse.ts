import {LinkIcon} from '@sanity/icons/Link'
import {defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'

const stances = choices({
  supports: 'Supports it',
  partiallySupports: 'Partly supports it',
  contextual: 'Background only',
  mixed: 'Mixed: some for, some against',
  null: 'Found no effect',
  contradicts: 'Contradicts it',
})

export const citationUseType = defineType({
  name: 'citationUse',
  title: 'Citation',
  description: 'One study, and what it says about this sentence: for, against or beside the point.',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'citation',
      title: 'Study',
      description:
        'Retracted and withdrawn works cannot be chosen. Add a missing work under Evidence.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
      options: {
        filter: '!(coalesce(retraction.status, "notChecked") in ["retracted", "withdrawn"])',
      },
      validation: (rule) => rule.required().error('Choose the study that this refers to.'),
    }),
    defineField({
      name: 'stance',
      title: 'What it says about this sentence',
      description:
        'About this very sentence, not about massage in general. Show studies against it too.',
      type: 'string',
      options: {list: stances},
      validation: (rule) => rule.required().error('Say whether the study supports the sentence.'),
    }),
    defineField({
      name: 'outcomeMatch',
      title: 'Did it measure the same thing?',
      description:
        'A surrogate stands in for the real outcome: heart rate is a surrogate for sleep.',
      type: 'string',
      options: {
        list: choices({
          same: 'The same outcome',
          surrogate: 'A surrogate',
          different: 'Something else',
        }),
      },
      validation: (rule) =>
        rule.required().error('Say whether the study measured what the sentence talks about.'),
    }),
    defineField({
      name: 'populationMatch',
      title: 'Did it study the same people?',
      description:
        'Intensive-care patients are different people from readers who sleep badly at home.',
      type: 'string',
      options: {
        list: choices({same: 'The same', similar: 'Similar', different: 'Different'}),
      },
      validation: (rule) =>
        rule.required().error('Say whether the study looked at the people the sentence is about.'),
    }),
    defineField({
      name: 'measurement',
      title: 'How it was measured',
      description: 'A questionnaire cannot support a sentence about measured sleep.',
      type: 'string',
      options: {
        list: choices({
          selfReport: 'People’s own report, diary or questionnaire',
          actigraphy: 'Wrist recorder (actigraphy)',
          polysomnography: 'Sleep laboratory (polysomnography)',
          biomarker: 'Blood, saliva or other marker',
          clinicianRated: 'Rated by a clinician',
          notApplicable: 'Does not apply',
        }),
      },
      validation: (rule) => rule.required().error('Say how the study measured the outcome.'),
    }),
    defineField({
      name: 'locator',
      title: 'Where in the work',
      description: 'Page, table or figure, so that a reviewer finds it: Table 2, p. 14.',
      type: 'string',
    }),
    defineField({
      name: 'note',
      title: 'Note for reviewers',
      description:
        'Not shown on the page, but readable in the published data. Nothing private here.',
      type: 'text',
      rows: 2,
    }),
  ],
  preview: {
    select: {title: 'citation.csl.title', citeKey: 'citation.citeKey.current', stance: 'stance'},
    prepare: ({title, citeKey, stance}) => ({
      title: orElse(citeKey, orElse(title, 'No study chosen')),
      subtitle: stances.find(({value}) => value === stance)?.title ?? 'Stance not given',
    }),
  },
})

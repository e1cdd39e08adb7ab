import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {neededFrom, noRetractedWorks} from './documentRules.ts'
import {orElse} from './previews.ts'
import {riskTopicOptions, topicsIn} from './riskTopics.ts'
import {atMostCharacters, isBlank, onlyOnce, wholeNumber, written} from './rules.ts'
import {languageField, sitesField, slugField} from './shared.ts'
import {noTwin} from './twins.ts'

/** Topics on which a general answer can never be the last word. */
const clinicianTopics = [
  'pregnancyPostnatal',
  'paediatric',
  'medication',
  'mentalHealthDisorder',
  'crisis',
  'cancer',
  'clottingCardiovascular',
]

export const faqEntryType = defineType({
  name: 'faqEntry',
  title: 'Question and answer',
  type: 'document',
  icon: HelpCircleIcon,
  groups: [
    {name: 'answer', title: 'Answer', default: true},
    {name: 'evidence', title: 'Evidence & safety'},
    {name: 'publishing', title: 'Publishing'},
  ],
  fields: [
    defineField({
      name: 'question',
      title: 'Question',
      description: 'As a reader would ask it. Ends with a question mark.',
      type: 'string',
      group: 'answer',
      validation: (rule) => [
        written('Write the question.')(rule),
        rule.custom(atMostCharacters(120)),
        rule.custom(
          (text) =>
            isBlank(text) || text?.trim().endsWith('?') || 'End the question with a question mark.',
        ),
        rule.custom(
          noTwin(
            'question',
            (question, id) =>
              `Another entry already answers “${question}” (${id}). Add to that one, or ask something else.`,
          ),
        ),
      ],
    }),
    {...slugField('question', 'the web address of the answer'), group: 'answer'},
    defineField({
      name: 'shortAnswer',
      title: 'Short answer',
      description: 'Stands on its own. The first sentence says yes, no, perhaps, or a fact.',
      type: 'text',
      rows: 4,
      group: 'answer',
      validation: (rule) => [
        written('Write the short answer.')(rule),
        rule.custom(atMostCharacters(320)),
      ],
    }),
    defineField({
      name: 'longAnswer',
      title: 'Longer answer',
      description: 'For readers who want the reasons and the studies.',
      type: 'shortText',
      group: 'answer',
    }),
    defineField({
      name: 'askYourClinician',
      title: 'Tell readers to ask a clinician',
      description:
        'Always on for pregnancy, children, medicines, mental illness, cancer and clots.',
      type: 'boolean',
      initialValue: false,
      group: 'answer',
      validation: (rule) =>
        rule.custom((ask, {document}) => {
          const forced = topicsIn(document).some((topic) => clinicianTopics.includes(String(topic)))
          return !forced || ask === true || 'Turn this on: the topic needs a clinician’s advice.'
        }),
    }),
    defineField({
      name: 'safetyNote',
      title: 'Safety note',
      description: 'When to get help, in one or two sentences.',
      type: 'text',
      rows: 2,
      group: 'answer',
      validation: (rule) =>
        rule.custom(neededFrom('R3', 'Add a safety note. This topic needs one.')).warning(),
    }),
    defineField({
      name: 'claims',
      title: 'Claims',
      description: 'The statements in the answer that need evidence, one by one.',
      type: 'array',
      of: [defineArrayMember({type: 'claim'})],
      group: 'evidence',
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics beyond the claims',
      description: 'Topics the answer touches that no claim names. Topics decide who has to sign.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      group: 'evidence',
      validation: (rule) => [
        rule.custom(onlyOnce('Each topic only once.')),
        rule.custom(
          (_, {document}) =>
            topicsIn(document).length > 0 || 'Name at least one topic, here or in a claim.',
        ),
      ],
    }),
    defineField({
      name: 'population',
      title: 'About whom',
      description: 'The people the question is about.',
      type: 'reference',
      to: [{type: 'population'}],
      group: 'evidence',
    }),
    defineField({
      name: 'seeAlso',
      title: 'See also',
      description: 'Other answers, articles and techniques.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{type: 'faqEntry'}, {type: 'article'}, {type: 'technique'}],
          weak: true,
        }),
      ],
      group: 'publishing',
      validation: (rule) => rule.custom(onlyOnce('Each page only once.')),
    }),
    defineField({
      name: 'order',
      title: 'Place in lists',
      description: 'Small numbers come first.',
      type: 'number',
      group: 'publishing',
      validation: (rule) => rule.custom(wholeNumber(0, Infinity, 'A whole number from 0 up.')),
    }),
    {...languageField, group: 'publishing'},
    {...sitesField, group: 'publishing'},
  ],
  validation: (rule) => rule.custom(noRetractedWorks),
  orderings: [
    {
      name: 'order',
      title: 'Place in lists',
      by: [
        {field: 'order', direction: 'asc'},
        {field: 'question', direction: 'asc'},
      ],
    },
    {name: 'question', title: 'Question', by: [{field: 'question', direction: 'asc'}]},
  ],
  preview: {
    select: {title: 'question', subtitle: 'shortAnswer'},
    prepare: ({title, subtitle}) => ({title: orElse(title, 'No question yet'), subtitle}),
  },
})

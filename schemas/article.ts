import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {defineArrayMember, defineField, defineType, getPublishedId} from 'sanity'
import {choices} from './choices.ts'
import {neededFrom, noRetractedWorks} from './documentRules.ts'
import {orElse} from './previews.ts'
import {riskTopicOptions} from './riskTopics.ts'
import {
  atMostCharacters,
  atMostWords,
  charactersBetween,
  isBlank,
  onlyOnce,
  written,
} from './rules.ts'
import {languageField, sitesField, slugField} from './shared.ts'
import {textRules} from './textRules.ts'

interface Section {
  readonly _key: string
  readonly kind?: string
  readonly heading?: string
}

/** Members that repeat what an earlier member already has. */
function repeated(sections: readonly Section[], valueOf: (section: Section) => string | undefined) {
  const seen = new Set<string>()
  return sections.filter((section) => {
    const value = valueOf(section)
    if (value === undefined) return false
    if (seen.has(value)) return true
    seen.add(value)
    return false
  })
}

export const articleType = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: [
    {name: 'page', title: 'Page', default: true},
    {name: 'evidence', title: 'Evidence & safety'},
    {name: 'links', title: 'Links'},
    {name: 'people', title: 'People & money'},
    {name: 'publishing', title: 'Publishing'},
  ],
  fields: [
    defineField({
      name: 'title',
      title: 'Title',
      description: 'What the page answers, in words people search for. No promises.',
      type: 'string',
      group: 'page',
      validation: (rule) => [
        written('Give the article a title.')(rule),
        rule.custom(charactersBetween(20, 90)),
      ],
    }),
    {...slugField('title', 'the web address of the article'), group: 'page'},
    defineField({
      name: 'audience',
      title: 'Written for',
      description: 'Decides how plain the words must be.',
      type: 'string',
      options: {
        list: choices({public: 'Everyone', clients: 'Clients', practitioners: 'Practitioners'}),
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'public',
      group: 'page',
      validation: (rule) => rule.required().error('Choose whom the article is for.'),
    }),
    defineField({
      name: 'summary',
      title: 'Summary',
      description: 'Two or three plain sentences, shown in lists and search results.',
      type: 'text',
      rows: 3,
      group: 'page',
      validation: (rule) => [
        written('Summarise the article.')(rule),
        rule.custom(atMostCharacters(300)),
      ],
    }),
    defineField({
      name: 'keyPoints',
      title: 'Key points',
      description:
        'Three to five sentences for people who read nothing else. 25 words each at most.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Key point',
          validation: (rule) => [
            written('Write the point, or remove it.')(rule),
            rule.custom(atMostWords(25)),
          ],
        }),
      ],
      group: 'page',
      validation: (rule) => [
        rule.required().min(3).max(5).error('Three to five key points.'),
        rule.custom(onlyOnce('Each point only once.')),
      ],
    }),
    defineField({
      name: 'aims',
      title: 'Aims',
      description: 'What this page covers and what it leaves out.',
      type: 'text',
      rows: 3,
      group: 'page',
      validation: written('Say what the page covers and what it does not.'),
    }),
    defineField({
      name: 'image',
      title: 'Image',
      description: 'Shown at the top and when the page is shared.',
      type: 'imageWithAlt',
      group: 'page',
    }),
    defineField({
      name: 'sections',
      title: 'Sections',
      description: 'Drag to change the order.',
      type: 'array',
      of: [defineArrayMember({type: 'articleSection'})],
      group: 'page',
      validation: (rule) => [
        rule.required().min(1).error('Write at least one section.'),
        rule.custom((value) => {
          const sections = (value ?? []) as Section[]
          const twice = repeated(sections, ({kind}) => (kind === 'custom' ? undefined : kind))
          return (
            twice.length === 0 ||
            twice.map(({_key}) => ({
              message:
                'Another section is already about this. Join them, or choose “Something else”.',
              path: [{_key}, 'kind'],
            }))
          )
        }),
        rule.custom((value) => {
          const twice = repeated((value ?? []) as Section[], ({heading}) =>
            isBlank(heading) ? undefined : heading?.trim().toLowerCase(),
          )
          return (
            twice.length === 0 ||
            twice.map(({_key}) => ({
              message: 'Another section has the same heading. Change one of the two.',
              path: [{_key}, 'heading'],
            }))
          )
        }),
      ],
    }),
    defineField({
      name: 'populations',
      title: 'Groups of people',
      description: 'What is known about particular groups, and their cautions.',
      type: 'array',
      of: [defineArrayMember({type: 'populationNote'})],
      group: 'evidence',
    }),
    defineField({
      name: 'comparisons',
      title: 'Compared with other treatments',
      description: 'What the alternatives are and whether anybody has compared them.',
      type: 'array',
      of: [defineArrayMember({type: 'comparisonRow'})],
      group: 'evidence',
    }),
    defineField({
      name: 'safety',
      title: 'Safety',
      description: 'Every page about massage says when not to, and when to get help.',
      type: 'safetyBlock',
      group: 'evidence',
      validation: (rule) =>
        rule.custom(neededFrom('R1', 'Pages about massage need a safety part.')).warning(),
    }),
    defineField({
      name: 'uncertainty',
      title: 'What is not known',
      description: 'The questions that research has not answered.',
      type: 'shortText',
      group: 'evidence',
      validation: (rule) => [
        rule
          .custom(neededFrom('R2', 'Say what is not known. Pages on sleep and health need it.'))
          .warning(),
        ...textRules(rule),
      ],
    }),
    defineField({
      name: 'ifYouDoNothing',
      title: 'If you do nothing',
      description: 'What is likely to happen without any treatment.',
      type: 'shortText',
      group: 'evidence',
      validation: (rule) => [
        rule
          .custom(neededFrom('R3', 'Say what happens without treatment. This topic needs it.'))
          .warning(),
        ...textRules(rule),
      ],
    }),
    defineField({
      name: 'sharedDecision',
      title: 'Questions to ask a professional',
      description: 'Helps readers decide together with a clinician.',
      type: 'shortText',
      group: 'evidence',
      validation: (rule) => [
        rule
          .custom(neededFrom('R3', 'Give readers questions to ask. This topic needs them.'))
          .warning(),
        ...textRules(rule),
      ],
    }),
    defineField({
      name: 'practitionerSelection',
      title: 'Choosing a practitioner',
      description: 'What to check, and where to look someone up.',
      type: 'practitionerChecklist',
      group: 'evidence',
    }),
    defineField({
      name: 'evidenceSummaries',
      title: 'Evidence summaries',
      description: 'The bodies of evidence this page rests on.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'evidenceSummary'}]})],
      group: 'evidence',
      validation: (rule) => [
        rule.custom(onlyOnce('Each summary only once.')),
        rule
          .custom(neededFrom('R3', 'Name the evidence summaries. This topic needs them.'))
          .warning(),
      ],
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics of the whole page',
      description: 'Topics beyond those of the sections and claims. Topics decide who has to sign.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      group: 'evidence',
      validation: (rule) => rule.custom(onlyOnce('Each topic only once.')),
    }),
    defineField({
      name: 'techniques',
      title: 'Techniques',
      description: 'The techniques this page is about.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'technique'}], weak: true})],
      group: 'links',
      validation: (rule) => rule.custom(onlyOnce('Each technique only once.')),
    }),
    defineField({
      name: 'faqs',
      title: 'Questions and answers',
      description: 'In this order. Readers see those that are published themselves.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'faqEntry'}], weak: true})],
      group: 'links',
      validation: (rule) => rule.custom(onlyOnce('Each question only once.')),
    }),
    defineField({
      name: 'glossaryTerms',
      title: 'Glossary',
      description: 'Terms explained at the end of the page.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'glossaryTerm'}]})],
      group: 'links',
      validation: (rule) => rule.custom(onlyOnce('Each term only once.')),
    }),
    defineField({
      name: 'related',
      title: 'Related articles',
      description:
        'Up to ten. An article still to be written can hold its place by a working title.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'reference',
          to: [{type: 'article'}],
          weak: true,
          options: {
            filter: ({document}) => ({
              filter: '_id != $self && _id != "drafts." + $self',
              params: {self: getPublishedId(document._id)},
            }),
          },
        }),
        defineArrayMember({type: 'pendingArticle'}),
      ],
      group: 'links',
      validation: (rule) => [
        rule.max(10).error('At most ten.'),
        rule.custom((related, {document}) => {
          const self = document && getPublishedId(document._id)
          const loops = ((related ?? []) as {_ref?: string}[]).some(({_ref}) => _ref === self)
          return !loops || 'An article cannot be related to itself.'
        }),
      ],
    }),
    defineField({
      name: 'moreSupport',
      title: 'Where to get help',
      description: 'Helplines, patient groups and public health pages.',
      type: 'array',
      of: [defineArrayMember({type: 'supportLink'})],
      group: 'links',
      validation: (rule) =>
        rule.custom(neededFrom('R2', 'Tell readers where to get help.')).warning(),
    }),
    defineField({
      name: 'cta',
      title: 'Call to action',
      description: 'A button at the end of the page, if there is one.',
      type: 'callToAction',
      group: 'links',
    }),
    defineField({
      name: 'authors',
      title: 'Authors',
      description: 'People, by name. Authors cannot sign off their own words.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'person'}]})],
      group: 'people',
      validation: (rule) => [
        rule.required().min(1).error('Name at least one author.'),
        rule.custom(onlyOnce('Each author only once.')),
      ],
    }),
    defineField({
      name: 'editors',
      title: 'Editors',
      description: 'Who edited the words. Editors cannot sign them off either.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'person'}]})],
      group: 'people',
      validation: (rule) => [
        rule.required().min(1).error('Name at least one editor.'),
        rule.custom(onlyOnce('Each editor only once.')),
      ],
    }),
    defineField({
      name: 'funding',
      title: 'Funding',
      description: 'Who paid for the writing. “No outside funding” is an answer.',
      type: 'text',
      rows: 2,
      group: 'people',
      validation: written('Say who paid, or that nobody outside did.'),
    }),
    defineField({
      name: 'sponsored',
      title: 'Sponsored',
      description: 'Somebody paid for this page to exist. Readers are told.',
      type: 'boolean',
      initialValue: false,
      group: 'people',
    }),
    defineField({
      name: 'sponsor',
      title: 'Sponsor',
      description: 'Name of the sponsor, as readers see it.',
      type: 'string',
      hidden: ({document}) => document?.['sponsored'] !== true,
      group: 'people',
      validation: (rule) =>
        rule.custom(
          (sponsor, {document}) =>
            document?.['sponsored'] !== true || Boolean(sponsor?.trim()) || 'Name the sponsor.',
        ),
    }),
    defineField({
      name: 'aiAssistance',
      title: 'Use of AI',
      description: 'Shown to readers. People answer for every word all the same.',
      type: 'string',
      options: {
        list: choices({
          none: 'None',
          drafting: 'Drafting',
          translation: 'Translation',
          images: 'Images',
        }),
        layout: 'radio',
        direction: 'horizontal',
      },
      initialValue: 'none',
      group: 'people',
      validation: (rule) => rule.required().error('Say whether AI helped.'),
    }),
    defineField({
      name: 'aiAssistanceNote',
      title: 'How AI was used',
      description: 'One sentence for readers.',
      type: 'text',
      rows: 2,
      hidden: ({document}) => (document?.['aiAssistance'] ?? 'none') === 'none',
      group: 'people',
    }),
    defineField({
      name: 'disclaimer',
      title: 'Disclaimer',
      description: 'One of the agreed texts, never written by hand.',
      type: 'reference',
      to: [{type: 'disclaimer'}],
      group: 'publishing',
      validation: (rule) => rule.required().error('Choose the disclaimer.'),
    }),
    {...languageField, group: 'publishing'},
    {...sitesField, group: 'publishing'},
    defineField({
      name: 'seo',
      title: 'Search engines',
      description: 'Only where the title and summary do not do.',
      type: 'seo',
      group: 'publishing',
    }),
  ],
  validation: (rule) => rule.custom(noRetractedWorks),
  orderings: [
    {name: 'title', title: 'Title', by: [{field: 'title', direction: 'asc'}]},
    {name: 'updated', title: 'Last edited', by: [{field: '_updatedAt', direction: 'desc'}]},
  ],
  preview: {
    select: {title: 'title', summary: 'summary', media: 'image'},
    prepare: ({title, summary, media}) => ({
      title: orElse(title, 'No title yet'),
      subtitle: summary,
      media,
    }),
  },
})

import {ActivityIcon} from '@sanity/icons/Activity'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {pressureOptions} from '../families.ts'
import {doi, doiIsUsual, isbn, issn, pmcid, pmid, trialId} from '../identifiers.ts'
import {orElse} from '../previews.ts'
import {notAhead, plain, readable} from '../rules.ts'

interface Identifiers {
  readonly doi?: string
  readonly pmid?: string
  readonly url?: string
  readonly waiverReason?: string
}

const lookedUpAhead = 'This day is still to come. Give the day of the look-up.'

/** A work that nobody can look up by number needs an address, and the reason. */
export function findable(value: unknown): true | string {
  const {doi: hasDoi, pmid: hasPmid, url, waiverReason} = (value ?? {}) as Identifiers
  if (hasDoi || hasPmid) return true
  if (!url) return 'Give a DOI, a PMID, or an address with the reason why there is neither.'
  return Boolean(waiverReason?.trim()) || 'Say why the work has neither DOI nor PMID.'
}

export const citationIdentifiersType = defineType({
  name: 'citationIdentifiers',
  title: 'Identifiers',
  type: 'object',
  fieldsets: [
    {name: 'main', title: 'Main numbers', options: {columns: 3}},
    {name: 'more', title: 'Other numbers', options: {collapsible: true, collapsed: true}},
  ],
  fields: [
    defineField({
      name: 'doi',
      title: 'DOI',
      description: 'Starts with 10.',
      type: 'string',
      fieldset: 'main',
      validation: (rule) => [
        rule.custom(plain(doi)),
        rule.custom((text) => !text || doiIsUsual(text)).warning(),
      ],
    }),
    defineField({
      name: 'pmid',
      title: 'PMID',
      description: 'PubMed number.',
      type: 'string',
      fieldset: 'main',
      validation: (rule) => rule.custom(plain(pmid)),
    }),
    defineField({
      name: 'pmcid',
      title: 'PMCID',
      description: 'Starts with PMC.',
      type: 'string',
      fieldset: 'main',
      validation: (rule) => rule.custom(plain(pmcid)),
    }),
    defineField({
      name: 'url',
      title: 'Address',
      description: 'Page of the publisher or register.',
      type: 'url',
      validation: (rule) =>
        rule
          .uri({scheme: ['https', 'http']})
          .error('The address must start with https:// or http://.'),
    }),
    defineField({
      name: 'waiverReason',
      title: 'Why it has neither DOI nor PMID',
      description: 'One sentence, such as: not indexed, page of the publisher was checked.',
      type: 'string',
      hidden: ({parent}) => {
        const {doi: hasDoi, pmid: hasPmid} = (parent ?? {}) as Identifiers
        return Boolean(hasDoi) || Boolean(hasPmid)
      },
    }),
    defineField({
      name: 'archivedUrl',
      title: 'Archived copy',
      description: 'For web pages, which change.',
      type: 'url',
      fieldset: 'more',
      validation: (rule) => rule.uri({scheme: ['https', 'http']}).error('A full web address.'),
    }),
    defineField({
      name: 'issn',
      title: 'ISSN',
      description: 'Of the journal, print and electronic.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'ISSN',
          validation: (rule) => rule.custom(plain(issn)),
        }),
      ],
      options: {layout: 'tags'},
      fieldset: 'more',
    }),
    defineField({
      name: 'isbn',
      title: 'ISBN',
      description: 'Of a book, with ten or thirteen digits.',
      type: 'string',
      fieldset: 'more',
      validation: (rule) => rule.custom(readable(isbn)),
    }),
    defineField({
      name: 'trialRegistration',
      title: 'Trial numbers',
      description: 'NCT, ISRCTN or ACTRN.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Trial number',
          validation: (rule) => rule.custom(plain(trialId)),
        }),
      ],
      options: {layout: 'tags'},
      fieldset: 'more',
    }),
  ],
})

export const citationResolutionType = defineType({
  name: 'citationResolution',
  title: 'Checked against a register',
  type: 'object',
  icon: CheckmarkCircleIcon,
  options: {columns: 2, collapsible: true, collapsed: true},
  fields: [
    defineField({
      name: 'source',
      title: 'Register',
      description: 'Where it was looked up.',
      type: 'string',
      options: {
        list: choices({
          crossref: 'Crossref',
          pubmed: 'PubMed',
          europepmc: 'Europe PMC',
          manual: 'By hand',
        }),
      },
    }),
    defineField({
      name: 'resolvedOn',
      title: 'On',
      description: 'Day of the look-up.',
      type: 'date',
      validation: (rule) => rule.custom(notAhead(lookedUpAhead)),
    }),
    defineField({
      name: 'titleMatch',
      title: 'Likeness of the titles',
      description: 'From 0 to 1.',
      type: 'number',
      validation: (rule) => rule.min(0).max(1).error('Between 0 and 1.'),
    }),
    defineField({
      name: 'firstAuthorMatch',
      title: 'Same first author',
      description: 'Family name.',
      type: 'boolean',
    }),
    defineField({
      name: 'yearMatch',
      title: 'Same year',
      description: 'Of publication.',
      type: 'boolean',
    }),
  ],
  validation: (rule) =>
    rule
      .custom((value) => {
        const {titleMatch, firstAuthorMatch, yearMatch} = (value ?? {}) as Record<string, unknown>
        const doubtful =
          firstAuthorMatch === false ||
          yearMatch === false ||
          (typeof titleMatch === 'number' && titleMatch < 0.9)
        return !doubtful || 'Register and record disagree. The number may belong to another work.'
      })
      .warning(),
})

export const studiedInterventionType = defineType({
  name: 'studiedIntervention',
  title: 'Treatment',
  type: 'object',
  fieldsets: [{name: 'dose', title: 'How much', options: {columns: 2}}],
  fields: [
    defineField({name: 'text', title: 'In words', description: 'One sentence.', type: 'string'}),
    defineField({
      name: 'techniqueRefs',
      title: 'Techniques',
      description: 'From our list.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', weak: true, to: [{type: 'technique'}]})],
    }),
    ...(
      [
        ['minutes', 'Minutes', 'In a session.'],
        ['sessions', 'Sessions', 'In all.'],
        ['perWeek', 'Per week', 'Sessions in a week.'],
        ['weeks', 'Weeks', 'From first to last.'],
      ] as const
    ).map(([name, title, description]) =>
      defineField({
        name,
        title,
        description,
        type: 'number',
        fieldset: 'dose',
        validation: (rule) => rule.greaterThan(0).error('A number greater than 0.'),
      }),
    ),
    defineField({
      name: 'pressure',
      title: 'Pressure',
      description: 'If stated.',
      type: 'string',
      options: {list: pressureOptions},
    }),
    defineField({
      name: 'deliveredBy',
      title: 'Given by',
      description: 'Therapist, nurse, parent, a device.',
      type: 'string',
    }),
  ],
})

const results = choices({
  better: 'Better',
  worse: 'Worse',
  noDifference: 'No difference',
  unclear: 'Unclear',
})

export const studyOutcomeType = defineType({
  name: 'studyOutcome',
  title: 'Outcome',
  type: 'object',
  icon: ActivityIcon,
  fields: [
    defineField({
      name: 'measure',
      title: 'Outcome',
      description: 'From the shared list.',
      type: 'reference',
      to: [{type: 'outcomeMeasure'}],
      validation: (rule) => rule.required().error('Choose the outcome.'),
    }),
    defineField({
      name: 'role',
      title: 'Role',
      description: 'Named in advance as the main outcome, or not.',
      type: 'string',
      options: {
        list: choices({primary: 'Primary', secondary: 'Secondary', harm: 'Harm'}),
        layout: 'radio',
        direction: 'horizontal',
      },
    }),
    defineField({
      name: 'objective',
      title: 'Measured by an instrument',
      description: 'Not by what people said.',
      type: 'boolean',
    }),
    defineField({
      name: 'result',
      title: 'Result',
      description: 'Of the treatment against the comparison, not against the start.',
      type: 'string',
      options: {list: results},
      validation: (rule) => rule.required().error('Choose the result.'),
    }),
    defineField({
      name: 'estimate',
      title: 'Size of the effect',
      description: 'With its confidence interval.',
      type: 'effectEstimate',
    }),
    defineField({
      name: 'timepoint',
      title: 'When',
      description: 'For example week 6.',
      type: 'string',
    }),
  ],
  preview: {
    select: {title: 'measure.name', result: 'result', when: 'timepoint'},
    prepare: ({title, result, when}) => ({
      title: orElse(title, 'No outcome chosen'),
      subtitle: [results.find(({value}) => value === result)?.title, when]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

const found = ['corrected', 'expressionOfConcern', 'retracted', 'withdrawn', 'reinstated']
const status = (parent: unknown) => ((parent ?? {}) as {status?: string}).status ?? 'notChecked'

export const retractionCheckType = defineType({
  name: 'retractionCheck',
  title: 'Retraction',
  type: 'object',
  fieldsets: [{name: 'look', title: 'Look-up', options: {columns: 3}}],
  fields: [
    defineField({
      name: 'status',
      title: 'Finding',
      description: 'A retracted work can no longer support anything.',
      type: 'string',
      options: {
        list: choices({
          notChecked: 'Not checked',
          noneFound: 'Nothing found',
          corrected: 'Corrected',
          expressionOfConcern: 'Expression of concern',
          retracted: 'Retracted',
          withdrawn: 'Withdrawn',
          reinstated: 'Reinstated',
        }),
      },
      initialValue: 'notChecked',
      fieldset: 'look',
      validation: (rule) => [
        rule.required().error('Choose the finding.'),
        rule
          .custom(
            (value) => value !== 'notChecked' || 'Nobody has checked this work for retraction.',
          )
          .warning(),
      ],
    }),
    defineField({
      name: 'checkedOn',
      title: 'Checked on',
      description: 'Day of the look-up.',
      type: 'date',
      fieldset: 'look',
      validation: (rule) => [
        rule.custom(notAhead(lookedUpAhead)),
        rule
          .custom(
            (day, {parent}) =>
              status(parent) === 'notChecked' || Boolean(day) || 'Give the day of the look-up.',
          )
          .warning(),
      ],
    }),
    defineField({
      name: 'source',
      title: 'Looked up at',
      description: 'The register.',
      type: 'string',
      options: {
        list: choices({
          crossref: 'Crossref',
          pubmed: 'PubMed',
          retractionWatch: 'Retraction Watch',
          publisher: 'Publisher',
        }),
      },
      fieldset: 'look',
    }),
    defineField({
      name: 'noticeDoi',
      title: 'DOI of the notice',
      description: 'Of the retraction or correction itself.',
      type: 'string',
      hidden: ({parent}) => !found.includes(status(parent)),
      validation: (rule) => rule.custom(plain(doi)),
    }),
    defineField({
      name: 'noticeDate',
      title: 'Date of the notice',
      description: 'As printed.',
      type: 'date',
      hidden: ({parent}) => !found.includes(status(parent)),
      validation: (rule) =>
        rule.custom(notAhead('This day is still to come. Give the date that the notice prints.')),
    }),
    defineField({
      name: 'reason',
      title: 'Reason',
      description: 'In your own words.',
      type: 'text',
      rows: 2,
      hidden: ({parent}) => !found.includes(status(parent)),
      // A retraction goes live at once, alone; a sentence about it waits for those who sign the pages that show it.
      validation: (rule) =>
        rule
          .custom(
            (reason, {parent}) =>
              !['retracted', 'withdrawn'].includes(status(parent)) ||
              Boolean(reason?.trim()) ||
              'Say why it was retracted, once the finding itself is published.',
          )
          .warning(),
    }),
  ],
})

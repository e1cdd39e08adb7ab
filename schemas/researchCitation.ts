import {BookmarkIcon} from '@sanity/icons/Bookmark'
import {defineField, defineType, getPublishedId} from 'sanity'
import {choices} from './choices.ts'
import {doi, sameDoi} from './identifiers.ts'
import {asking} from './asking.ts'
import {orElse} from './previews.ts'
import {appraisalFields, integrityFields, moneyFields} from './researchAppraisal.ts'
import {findable} from './objects/citationParts.ts'
import {designFields, studyDesigns} from './researchDesign.ts'
import {slugRule} from './slugs.ts'

const doiTwins = `*[_type == "researchCitation" && !sanity::versionOf($self) && defined(identifiers.doi)]
  {_id, "doi": identifiers.doi, "citeKey": citeKey.current}`

/** The year may be followed by what tells works of one author and year apart. */
const isShortName = /^[a-z][a-z0-9]*(-[a-z0-9]+)*-\d{4}[a-z]?(-[a-z0-9]+)*$/

interface Preview {
  readonly title?: string
  readonly key?: string
  readonly year?: number
  readonly design?: string
  readonly retraction?: string
}

const badNews: Readonly<Record<string, string>> = {
  retracted: 'RETRACTED',
  withdrawn: 'WITHDRAWN',
  expressionOfConcern: 'Expression of concern',
}

export const researchCitationType = defineType({
  name: 'researchCitation',
  title: 'Citation',
  type: 'document',
  icon: BookmarkIcon,
  groups: [
    {name: 'record', title: 'Record', default: true},
    {name: 'design', title: 'Design & people'},
    {name: 'results', title: 'Results'},
    {name: 'appraisal', title: 'Appraisal'},
    {name: 'integrity', title: 'Integrity'},
  ],
  fields: [
    defineField({
      name: 'citeKey',
      title: 'Short name',
      description: 'First author and year, such as moyer-2011. Editors find the work by it.',
      type: 'slug',
      group: 'record',
      options: {
        source: ({csl}) => {
          const {author, issued} = (csl ?? {}) as {
            author?: {family?: string; literal?: string}[]
            issued?: {year?: number}
          }
          return [author?.[0]?.family ?? author?.[0]?.literal, issued?.year]
            .filter(Boolean)
            .join(' ')
        },
        maxLength: 60,
      },
      validation: slugRule(isShortName, 60, {
        missing:
          'Press Generate to make a short name from the first author and the year. Where that gives none, type one by hand.',
        misshapen:
          'Use the first author and the year, in lower-case letters from a to z with single hyphens, such as moyer-2011 or moyer-2011-b.',
        taken: 'Another citation has this short name. Choose another one.',
      }),
    }),
    defineField({
      name: 'csl',
      title: 'Bibliographic record',
      description: 'As reference managers exchange it (CSL-JSON).',
      type: 'cslItem',
      group: 'record',
      validation: (rule) => rule.required().error('Fill in the bibliographic record.'),
    }),
    defineField({
      name: 'identifiers',
      title: 'Identifiers',
      description: 'At least a DOI, a PMID, or an address with the reason why there is neither.',
      type: 'citationIdentifiers',
      group: 'record',
      validation: (rule) => [
        rule.custom(findable),
        rule.custom(async (identifiers, {document, getClient}) => {
          const own = (identifiers as {doi?: string} | undefined)?.doi
          if (own === undefined || document === undefined || doi.check(own) !== true) return true
          const others = await asking(getClient, 'raw').fetch<
            {_id: string; doi: string; citeKey: string | null}[]
          >(doiTwins, {self: getPublishedId(document._id)})
          const twin = others.find((other) => sameDoi(other.doi, own))
          return (
            twin === undefined || {
              message: `${twin.citeKey ?? getPublishedId(twin._id)} has the same DOI. Cite that one instead of making another.`,
              path: ['doi'],
            }
          )
        }),
      ],
    }),
    defineField({
      name: 'resolved',
      title: 'Checked against a register',
      description:
        'Title, first author, year and DOI must agree: real titles circulate with wrong numbers.',
      type: 'citationResolution',
      group: 'record',
    }),
    defineField({
      name: 'publicationType',
      title: 'Kind of publication',
      description: 'What it is, whatever its design.',
      type: 'string',
      options: {
        list: choices({
          journalArticle: 'Journal article',
          guideline: 'Guideline',
          systematicReview: 'Systematic review',
          overview: 'Overview of reviews',
          preprint: 'Preprint',
          book: 'Book',
          report: 'Report',
          thesis: 'Thesis',
          webpage: 'Web page',
        }),
      },
      initialValue: 'journalArticle',
      group: 'record',
      validation: (rule) => rule.required().error('Choose the kind of publication.'),
    }),
    defineField({
      name: 'peerReviewed',
      title: 'Peer reviewed',
      description: 'By other researchers, before publication.',
      type: 'boolean',
      group: 'record',
      validation: (rule) =>
        rule.custom(
          (reviewed, {document}) =>
            document?.['publicationType'] !== 'preprint' ||
            reviewed !== true ||
            'A preprint has not been peer reviewed.',
        ),
    }),
    defineField({
      name: 'versionOf',
      title: 'Version of',
      description: 'For a preprint: the published article. For an update: the earlier version.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
      group: 'record',
    }),
    defineField({
      name: 'duplicateOf',
      title: 'Same work as',
      description: 'The same words published under another DOI. Counted once.',
      type: 'reference',
      to: [{type: 'researchCitation'}],
      group: 'record',
    }),
    ...designFields,
    ...appraisalFields,
    ...moneyFields,
    ...integrityFields,
  ],
  orderings: [
    {name: 'citeKey', title: 'Short name', by: [{field: 'citeKey.current', direction: 'asc'}]},
    {name: 'year', title: 'Newest first', by: [{field: 'csl.issued.year', direction: 'desc'}]},
  ],
  preview: {
    select: {
      title: 'csl.title',
      key: 'citeKey.current',
      year: 'csl.issued.year',
      design: 'studyDesign',
      retraction: 'retraction.status',
    },
    prepare: ({title, key, year, design, retraction}: Preview) => ({
      title: orElse(title, 'No title yet'),
      subtitle: [
        badNews[retraction ?? ''],
        key ?? year,
        studyDesigns.find(({value}) => value === design)?.title,
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

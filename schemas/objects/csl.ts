import {UserIcon} from '@sanity/icons/User'
import {type CustomValidator, defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {hasBegun, isBlank, wholeNumber, written} from '../rules.ts'

interface Name {
  readonly family?: string
  readonly literal?: string
}

export const cslNameType = defineType({
  name: 'cslName',
  title: 'Name',
  type: 'object',
  icon: UserIcon,
  fieldsets: [
    {name: 'particles', title: 'Particles', options: {collapsible: true, collapsed: true}},
  ],
  fields: [
    defineField({
      name: 'family',
      title: 'Family name',
      description: 'As printed in the work. Leave empty for an organisation.',
      type: 'string',
      validation: (rule) =>
        rule.custom((family, {parent}) => {
          const {literal} = (parent ?? {}) as Name
          return !isBlank(family) || !isBlank(literal) || 'Give a family name, or the organisation.'
        }),
    }),
    defineField({
      name: 'given',
      title: 'Given names',
      description: 'In full where the work prints them in full, otherwise initials with points.',
      type: 'string',
    }),
    defineField({
      name: 'literal',
      title: 'Organisation',
      description: 'For a group author, in full.',
      type: 'string',
    }),
    defineField({
      name: 'suffix',
      title: 'Suffix',
      description: 'Jr., III.',
      type: 'string',
      fieldset: 'particles',
    }),
    defineField({
      name: 'nonDroppingParticle',
      title: 'Particle kept with the family name',
      description: 'The “van” in Beethoven’s Dutch namesakes: sorted and printed with the name.',
      type: 'string',
      fieldset: 'particles',
    }),
    defineField({
      name: 'droppingParticle',
      title: 'Particle dropped in short forms',
      description: 'The “von” that disappears when only the family name is printed.',
      type: 'string',
      fieldset: 'particles',
    }),
  ],
  preview: {
    select: {family: 'family', given: 'given', literal: 'literal'},
    prepare: ({family, given, literal}) => ({
      title: isBlank(literal)
        ? [family, given].filter((part) => !isBlank(part)).join(', ') || 'No name yet'
        : literal,
    }),
  },
})

interface PrintedDate {
  readonly year?: number
  readonly month?: number
}

const isYear = wholeNumber(1500, 9999, 'A year of four digits, from 1500.')

const yearOfPublication: CustomValidator<number | undefined> = (year, context) => {
  const shape = isYear(year, context)
  if (shape !== true || year === undefined) return shape
  return (
    hasBegun(`${year}-01-01`) ||
    `${year} is still to come. Give the year in which it was published.`
  )
}

const monthName = new Intl.DateTimeFormat('en', {month: 'long', timeZone: 'UTC'})

/** True for a day that its month has; a day or month that is none has a sentence of its own. */
function dayOfMonth(day: number | undefined, {year, month}: PrintedDate): true | string {
  if (day === undefined || month === undefined || year === undefined) return true
  if (day > 31 || month < 1 || month > 12) return true
  const last = new Date(Date.UTC(year, month, 0))
  const days = last.getUTCDate()
  return (
    day <= days ||
    `${monthName.format(last)} ${year} has ${days} days. Give the day that the work prints.`
  )
}

export const cslDateType = defineType({
  name: 'cslDate',
  title: 'Date of publication',
  type: 'object',
  options: {columns: 3},
  fields: [
    defineField({
      name: 'year',
      title: 'Year',
      description: 'Four digits.',
      type: 'number',
      validation: (rule) => [
        rule.required().error('Give the year of publication.'),
        rule.custom(yearOfPublication),
      ],
    }),
    defineField({
      name: 'month',
      title: 'Month',
      description: '1 to 12.',
      type: 'number',
      validation: (rule) => rule.custom(wholeNumber(1, 12, 'A month from 1 to 12.')),
    }),
    defineField({
      name: 'day',
      title: 'Day',
      description: 'Only with a month.',
      type: 'number',
      validation: (rule) => [
        rule.custom(wholeNumber(1, 31, 'A day from 1 to 31.')),
        rule.custom((day, {parent}) => dayOfMonth(day, (parent ?? {}) as PrintedDate)),
        rule.custom((day, {parent}) => {
          const {month} = (parent ?? {}) as {month?: number}
          return day === undefined || month !== undefined || 'A day needs a month.'
        }),
      ],
    }),
  ],
})

/**
 * The bibliographic record, with the keys of CSL-JSON in camel case: field names cannot hold hyphens.
 * `schemas/csl.ts` translates both ways.
 */
export const cslItemType = defineType({
  name: 'cslItem',
  title: 'Bibliographic record',
  type: 'object',
  fieldsets: [{name: 'place', title: 'Volume and pages', options: {columns: 2}}],
  fields: [
    defineField({
      name: 'type',
      title: 'Type of work',
      description: 'Decides how reference lists print it.',
      type: 'string',
      options: {
        list: choices({
          'article-journal': 'Journal article',
          'article': 'Preprint',
          'book': 'Book',
          'chapter': 'Book chapter',
          'report': 'Report or guideline',
          'thesis': 'Thesis',
          'webpage': 'Web page',
        }),
      },
      initialValue: 'article-journal',
      validation: (rule) => rule.required().error('Choose the type of work.'),
    }),
    defineField({
      name: 'title',
      title: 'Title',
      description: 'Exactly as printed.',
      type: 'text',
      rows: 2,
      validation: written('Give the title.'),
    }),
    defineField({
      name: 'author',
      title: 'Authors',
      description: 'In the printed order.',
      type: 'array',
      of: [defineArrayMember({type: 'cslName'})],
      validation: (rule) =>
        rule.required().min(1).error('Name at least one author or organisation.'),
    }),
    defineField({
      name: 'editor',
      title: 'Editors',
      description: 'For books and chapters.',
      type: 'array',
      of: [defineArrayMember({type: 'cslName'})],
      hidden: ({parent}) =>
        !['book', 'chapter', 'report'].includes((parent as {type?: string})?.type ?? ''),
    }),
    defineField({
      name: 'containerTitle',
      title: 'Journal or book',
      description: 'Full name of the journal, or of the book a chapter is in.',
      type: 'string',
      validation: (rule) =>
        rule.custom((title, {parent}) => {
          const {type} = (parent ?? {}) as {type?: string}
          const needed = type === 'article-journal' || type === 'chapter'
          return !needed || !isBlank(title) || 'Name the journal or book it appeared in.'
        }),
    }),
    defineField({
      name: 'containerTitleShort',
      title: 'Abbreviated journal name',
      description: 'As in PubMed: J Bodyw Mov Ther.',
      type: 'string',
    }),
    defineField({
      name: 'issued',
      title: 'Published',
      description: 'The year is enough when the work prints no more.',
      type: 'cslDate',
      validation: (rule) => rule.required().error('Give at least the year.'),
    }),
    defineField({
      name: 'volume',
      title: 'Volume',
      description: 'As printed.',
      type: 'string',
      fieldset: 'place',
    }),
    defineField({
      name: 'issue',
      title: 'Issue',
      description: 'As printed.',
      type: 'string',
      fieldset: 'place',
    }),
    defineField({
      name: 'page',
      title: 'Pages or article number',
      description: 'First and last page: 3-18.',
      type: 'string',
      fieldset: 'place',
    }),
    defineField({
      name: 'edition',
      title: 'Edition',
      description: 'For books.',
      type: 'string',
      fieldset: 'place',
    }),
    defineField({
      name: 'publisher',
      title: 'Publisher',
      description: 'For books, reports and web pages.',
      type: 'string',
    }),
    defineField({
      name: 'language',
      title: 'Language',
      description: 'Of the work itself, as a code: en, de, zh.',
      type: 'string',
    }),
  ],
})

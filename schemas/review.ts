import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'

export const stages = choices({
  draft: 'Draft',
  inReview: 'Waiting for review',
  changesRequested: 'Needs changes',
  signed: 'Signed, ready to publish',
  published: 'Published',
  reviewDue: 'Review due',
  expired: 'Review expired',
  withdrawn: 'Withdrawn',
})

const text = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'string'})

const moment = (name: string, title: string, description: string) =>
  defineField({name, title, description, type: 'datetime'})

/** Without a name: the server writes these members without a type. */
const signedCredential = defineArrayMember({
  type: 'object',
  fields: [
    text('label', 'Credential', 'Name and issuer.'),
    text('typeCode', 'Code', 'Of the credential type.'),
    defineField({
      name: 'families',
      title: 'Stands for',
      description: 'What it proved in this sign-off.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    text('jurisdiction', 'Place', 'Where it is valid.'),
    defineField({name: 'expires', title: 'Expires', description: 'Last valid day.', type: 'date'}),
  ],
  preview: {select: {title: 'label', subtitle: 'expires'}},
})

const mark = defineArrayMember({
  type: 'object',
  fields: [
    text('trigger', 'News', 'Such as a cited work that was retracted.'),
    text('consequence', 'Consequence', 'Marked, or out of lists as well.'),
    moment('at', 'Since', 'By the server’s clock.'),
  ],
  preview: {select: {title: 'trigger', subtitle: 'at'}},
})

/**
 * Where a page stands, as front ends and lists may know it. The server writes it from its ledger with every
 * commit; no form can.
 */
export const reviewType = defineType({
  name: 'review',
  title: 'Review record',
  type: 'document',
  icon: CheckmarkCircleIcon,
  readOnly: true,
  liveEdit: true,
  __experimental_omnisearch_visibility: false,
  fields: [
    defineField({
      name: 'subject',
      title: 'Page',
      description: 'What was reviewed.',
      type: 'reference',
      weak: true,
      to: [{type: 'article'}, {type: 'faqEntry'}, {type: 'technique'}],
    }),
    text('subjectType', 'Type', 'Of the page.'),
    defineField({
      name: 'stage',
      title: 'Stage',
      description: 'Derived from the record, never set.',
      type: 'string',
      options: {list: stages},
    }),
    defineField({
      name: 'live',
      title: 'Readers see it',
      description: 'Whether a version is published.',
      type: 'boolean',
    }),
    text('digest', 'Digest', 'SHA-256 of the words that are live or, before that, signed.'),
    text(
      'closureDigest',
      'Digest of what it shows',
      'SHA-256 over the documents rendered with it.',
    ),
    defineField({
      name: 'signOffs',
      title: 'Signed by',
      description: 'Sign-offs that count today.',
      type: 'array',
      of: [defineArrayMember({type: 'reviewSignOff'})],
    }),
    defineField({
      name: 'lastReviewed',
      title: 'Last reviewed',
      description: 'Day of the newest sign-off.',
      type: 'date',
    }),
    defineField({
      name: 'nextReviewDue',
      title: 'Next review due',
      description:
        'By the review cycle that the policy sets for its risk class, or when a credential expires.',
      type: 'date',
    }),
    defineField({
      name: 'blockers',
      title: 'Blocked by',
      description: 'Codes of what stands between the draft and readers.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    text('riskClass', 'Risk class', 'R1 to R4: how much harm a wrong sentence could do.'),
    defineField({
      name: 'topics',
      title: 'Topics',
      description: 'What the words are about: declared, or found in them.',
      type: 'array',
      of: [defineArrayMember({type: 'string'})],
    }),
    defineField({
      name: 'marks',
      title: 'Bad news',
      description: 'What became known about it since it was signed. Readers must be told.',
      type: 'array',
      of: [mark],
    }),
    defineField({
      name: 'indexed',
      title: 'In lists and site maps',
      description: 'Off while bad news keeps it out of them.',
      type: 'boolean',
    }),
  ],
  preview: {
    select: {
      title: 'subject.title',
      question: 'subject.question',
      name: 'subject.name',
      stage: 'stage',
    },
    prepare: ({title, question, name, stage}) => ({
      title: title ?? question ?? name ?? 'Review record',
      subtitle: stages.find(({value}) => value === stage)?.title,
    }),
  },
})

export const reviewSignOffType = defineType({
  name: 'reviewSignOff',
  title: 'Sign-off',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'reviewer',
      title: 'Reviewer',
      description: 'As printed.',
      type: 'object',
      fields: [
        text('name', 'Name', 'As printed.'),
        text('personId', 'Person', 'Id of the person.'),
      ],
    }),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      description: 'As they stood when signing.',
      type: 'array',
      of: [signedCredential],
    }),
    text('meaning', 'Meaning', 'What the signature says.'),
    moment('signedAt', 'Signed', 'By the server’s clock.'),
    text('digest', 'Digest', 'SHA-256 of the words signed.'),
    text(
      'closureDigest',
      'Digest of what it shows',
      'SHA-256 over the documents rendered with them.',
    ),
    text('policyVersion', 'Policy', 'Version of the rules in force.'),
  ],
  preview: {select: {title: 'reviewer.name', subtitle: 'signedAt'}},
})

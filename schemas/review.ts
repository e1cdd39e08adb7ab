import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {orElse} from './previews.ts'
import {closureMember, markMember, publicationMember, signOffMember} from './reviewMembers.ts'
import {choice, dayIfAny, list, momentIfAny, text, textIfAny, texts, truth} from './serverFields.ts'

export const stages = choices({
  draft: 'Draft',
  inReview: 'In review',
  changesRequested: 'Changes requested',
  signed: 'Signed',
  published: 'Published',
  reviewDue: 'Review due',
  expired: 'Expired',
  withdrawn: 'Taken down',
})

const riskClasses = choices({R1: 'R1', R2: 'R2', R3: 'R3', R4: 'R4'})

const governedTypes = choices({
  article: 'Article',
  faqEntry: 'Question and answer',
  technique: 'Technique',
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
      validation: (rule) => rule.required(),
    }),
    choice('subjectType', 'Type', 'Of the page.', governedTypes),
    text('title', 'Title', 'Of the page.'),
    textIfAny('slug', 'Address', 'Of the page, as it is now.'),
    textIfAny('language', 'Language', 'Of the page.'),
    texts('sites', 'Sites', 'Ids of the sites that show the page. Empty: all of them.'),
    texts('populations', 'Groups of people', 'Ids of those that the page says something about.'),
    choice('stage', 'Stage', 'Derived from the record, never set.', stages),
    truth('live', 'Readers see it', 'Whether a version is published.'),
    text('digest', 'Digest', 'SHA-256 of the words that are live or, before that, signed.'),
    text(
      'closureDigest',
      'Digest of what it shows',
      'SHA-256 over the documents rendered with it.',
    ),
    list('closure', 'Shows', 'The documents rendered with it.', closureMember),
    list('signOffs', 'Signed by', 'Sign-offs that count today.', signOffMember),
    dayIfAny('lastReviewed', 'Last reviewed', 'Day of the newest complete review.'),
    dayIfAny(
      'nextReviewDue',
      'Next review due',
      'By the review cycle that the policy sets for its risk class, or when a credential expires.',
    ),
    momentIfAny('firstPublishedAt', 'First published', 'By the server’s clock.'),
    momentIfAny('lastChangedAt', 'Words last changed', 'For readers, by the server’s clock.'),
    list(
      'publications',
      'What changed',
      'Each time that new words went in front of readers.',
      publicationMember,
    ),
    texts('pastSlugs', 'Past addresses', 'Where it was published before.'),
    texts('blockers', 'Blocked by', 'Codes of what stands between the draft and readers.'),
    choice(
      'riskClass',
      'Risk class',
      'R1 to R4: how much harm a wrong sentence could do.',
      riskClasses,
    ),
    texts('topics', 'Topics', 'What the words are about: declared, or found in them.'),
    list(
      'marks',
      'Bad news',
      'What became known about it since it was signed. Readers must be told.',
      markMember,
    ),
    truth('indexed', 'In lists and site maps', 'Off while bad news keeps it out of them.'),
  ],
  preview: {
    select: {title: 'title', stage: 'stage'},
    prepare: ({title, stage}) => ({
      title: orElse(title, 'Review record'),
      subtitle: stages.find(({value}) => value === stage)?.title,
    }),
  },
})

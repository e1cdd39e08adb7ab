import {BulbOutlineIcon} from '@sanity/icons/BulbOutline'
import {type CustomValidator, defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from '../choices.ts'
import {orElse} from '../previews.ts'
import {riskTopicOptions} from '../riskTopics.ts'
import {charactersBetween, onlyOnce, wanted, written} from '../rules.ts'

const claimTypes = choices({
  efficacy: 'It works (efficacy)',
  mechanism: 'How it works (mechanism)',
  comparative: 'Better or worse than something else',
  dose: 'How much, how often',
  safety: 'Safety and side effects',
  contraindication: 'When not to',
  prevalence: 'How common something is',
  physiology: 'How the body works',
  regulatory: 'Law, licences, registers',
  serviceDescription: 'What a service offers',
  opinion: 'Opinion, marked as such',
})

const needsNoCitation = ['regulatory', 'serviceDescription', 'opinion']

/** Kinds that say something about what massage does to people, and of these the ones that say what changes. */
const aboutChange = ['efficacy', 'mechanism', 'comparative', 'dose', 'safety']
const aboutPeople = [...aboutChange, 'contraindication', 'prevalence', 'physiology']

interface Claim {
  readonly claimType?: string
  readonly citations?: readonly {readonly stance?: string; readonly outcomeMatch?: string}[]
  readonly counterEvidenceAcknowledged?: boolean
}

const isAgainst = ({stance}: {readonly stance?: string}) =>
  stance === 'null' || stance === 'contradicts'
const isFor = ({stance}: {readonly stance?: string}) =>
  stance === 'supports' || stance === 'partiallySupports'

/** Asks for a field in claims of some kinds only. */
const wantedOf =
  (kinds: readonly string[], message: string): CustomValidator<unknown> =>
  (value, context) => {
    const {claimType} = (context.parent ?? {}) as Claim
    return !kinds.includes(claimType ?? '') || wanted(message)(value, context)
  }

export const claimType = defineType({
  name: 'claim',
  title: 'Claim',
  description: 'One statement that a reader could act on, with the studies for and against it.',
  type: 'object',
  icon: BulbOutlineIcon,
  groups: [
    {name: 'claim', title: 'Claim', default: true},
    {name: 'evidence', title: 'Evidence'},
  ],
  fields: [
    defineField({
      name: 'statement',
      title: 'Statement',
      description: 'One assertion in plain words, as the page makes it.',
      type: 'text',
      rows: 2,
      group: 'claim',
      validation: (rule) => [
        written('Write the claim in one sentence.')(rule),
        rule.custom(charactersBetween(20, 300)),
        rule
          .custom(
            (text) =>
              !/[,;] and \w+ (is|are|has|have|may|can|will|does|do|helps?|lowers?|raises?)\b/i.test(
                text ?? '',
              ) ||
              'This may be two claims joined by “and”. Split them, so that each has its own evidence.',
          )
          .warning(),
      ],
    }),
    defineField({
      name: 'claimType',
      title: 'Kind of claim',
      description: 'Decides whether it needs citations: all kinds do but law, service and opinion.',
      type: 'string',
      options: {list: claimTypes},
      group: 'claim',
      validation: (rule) => rule.required().error('Choose the kind of claim.'),
    }),
    defineField({
      name: 'hedge',
      title: 'How sure the wording is',
      description:
        'Follows the certainty of the evidence: high “does”, moderate “probably”, low “may”, very low or none “we do not know”.',
      type: 'string',
      options: {
        list: choices({
          does: 'Does',
          probably: 'Probably does',
          may: 'May',
          unknown: 'We do not know',
          doesNot: 'Does not',
        }),
      },
      group: 'claim',
      validation: (rule) => rule.required().error('Say how sure the wording is.'),
    }),
    defineField({
      name: 'topics',
      title: 'Topics',
      description: 'What the claim touches. Topics decide who has to sign the page.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      group: 'claim',
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one topic.'),
        rule.custom(onlyOnce('Each topic only once.')),
      ],
    }),
    defineField({
      name: 'population',
      title: 'About whom',
      description: 'The people the claim is about.',
      type: 'reference',
      to: [{type: 'population'}],
      group: 'claim',
      validation: (rule) =>
        rule.custom(wantedOf(aboutPeople, 'Say whom this claim is about.')).warning(),
    }),
    defineField({
      name: 'outcome',
      title: 'Outcome',
      description: 'What changes, or does not: sleep efficiency, PSQI score, pain.',
      type: 'reference',
      to: [{type: 'outcomeMeasure'}],
      group: 'claim',
      validation: (rule) =>
        rule.custom(wantedOf(aboutChange, 'Name the outcome that this claim is about.')).warning(),
    }),
    defineField({
      name: 'citations',
      title: 'Citations',
      description: 'Studies for, against and around this claim.',
      type: 'array',
      of: [defineArrayMember({type: 'citationUse'})],
      group: 'evidence',
      validation: (rule) => [
        rule.custom((citations, {parent}) => {
          const {claimType: kind} = (parent ?? {}) as Claim
          if (kind === undefined || needsNoCitation.includes(kind)) return true
          return (citations?.length ?? 0) > 0 || 'A claim of this kind needs at least one citation.'
        }),
        rule.custom((citations, {parent}) => {
          const {claimType: kind} = (parent ?? {}) as Claim
          const supporters = ((citations ?? []) as NonNullable<Claim['citations']>).filter(isFor)
          return (
            kind !== 'efficacy' ||
            supporters.length === 0 ||
            supporters.some(({outcomeMatch}) => outcomeMatch === 'same') ||
            'Every supporting study measured something else. That cannot carry a claim that it works.'
          )
        }),
      ],
    }),
    defineField({
      name: 'evidenceSummary',
      title: 'Evidence summary',
      description:
        'The body of evidence this rests on, with its certainty. Needed for high-risk topics.',
      type: 'reference',
      to: [{type: 'evidenceSummary'}],
      group: 'evidence',
    }),
    defineField({
      name: 'counterEvidenceAcknowledged',
      title: 'The page tells readers about the studies against it',
      description: 'Required when a citation contradicts the claim or found no effect.',
      type: 'boolean',
      initialValue: false,
      group: 'evidence',
      hidden: ({parent}) => !((parent as Claim | undefined)?.citations ?? []).some(isAgainst),
      validation: (rule) =>
        rule.custom((acknowledged, {parent}) => {
          const against = ((parent as Claim | undefined)?.citations ?? []).some(isAgainst)
          return (
            !against ||
            acknowledged === true ||
            'A cited study speaks against this claim. Tell readers in the text, then tick this.'
          )
        }),
    }),
    defineField({
      name: 'counterEvidenceText',
      title: 'The words that tell them',
      description: 'Copy the sentence from the page.',
      type: 'text',
      rows: 2,
      group: 'evidence',
      hidden: ({parent}) => (parent as Claim | undefined)?.counterEvidenceAcknowledged !== true,
      validation: (rule) =>
        rule.custom(
          (text, {parent}) =>
            (parent as Claim | undefined)?.counterEvidenceAcknowledged !== true ||
            (text ?? '').trim() !== '' ||
            'Copy the sentence in which the page mentions the studies against the claim.',
        ),
    }),
  ],
  preview: {
    select: {title: 'statement', kind: 'claimType', citations: 'citations'},
    prepare: ({title, kind, citations}) => {
      const count = Object.keys(citations ?? {}).length
      const name = claimTypes.find(({value}) => value === kind)?.title ?? 'Kind not given'
      return {
        title: orElse(title, 'Empty claim'),
        subtitle: `${name} · ${count === 1 ? '1 citation' : `${count} citations`}`,
      }
    },
  },
})

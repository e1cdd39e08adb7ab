import {defineArrayMember, defineField} from 'sanity'
import {choices} from './choices.ts'
import {atMostWords, onlyOnce, wholeNumber, written} from './rules.ts'

export const studyDesigns = choices({
  overviewOfReviews: 'Overview of reviews',
  systematicReviewMetaAnalysisRCT: 'Systematic review with meta-analysis of randomised trials',
  systematicReviewRCT: 'Systematic review of randomised trials',
  systematicReviewMetaAnalysis: 'Systematic review with meta-analysis',
  systematicReviewMetaAnalysisCohort: 'Systematic review with meta-analysis of cohorts',
  systematicReviewCaseReports: 'Systematic review of case reports',
  rct: 'Randomised trial',
  clusterRct: 'Cluster-randomised trial',
  pilotRct: 'Pilot randomised trial',
  randomisedCrossover: 'Randomised crossover trial',
  crossoverTrial: 'Crossover trial',
  quasiExperimental: 'Quasi-experiment',
  cohort: 'Cohort',
  caseControl: 'Case-control study',
  crossSectional: 'Cross-sectional study',
  caseSeries: 'Case series',
  caseReport: 'Case report',
  qualitative: 'Qualitative study',
  measurementValidity: 'Validity of a measure',
  narrativeReview: 'Narrative review',
  expertConsensus: 'Expert consensus',
  clinicalGuideline: 'Clinical guideline',
  mechanistic: 'Mechanism in people',
  animal: 'Animal study',
})

interface Sizes {
  readonly enrolled?: number
  readonly analysed?: number
}

const people = wholeNumber(1, Infinity, 'A whole number above 0.')

/** What was studied, in whom, and what came out. */
export const designFields = [
  defineField({
    name: 'studyDesign',
    title: 'Design',
    description: 'Animal and mechanism studies cannot show that something works in people.',
    type: 'string',
    options: {list: studyDesigns},
    group: 'design',
    validation: (rule) => rule.required().error('Choose the design.'),
  }),
  defineField({
    name: 'randomised',
    title: 'Randomised',
    description: 'People were assigned by chance.',
    type: 'boolean',
    group: 'design',
  }),
  defineField({
    name: 'blinded',
    title: 'Blinded',
    description: 'Who did not know the treatment. In massage trials, seldom the people treated.',
    type: 'object',
    options: {columns: 2},
    group: 'design',
    fields: [
      defineField({
        name: 'participants',
        title: 'Participants',
        description: 'Did not know.',
        type: 'boolean',
      }),
      defineField({
        name: 'assessors',
        title: 'Assessors',
        description: 'Did not know.',
        type: 'boolean',
      }),
    ],
  }),
  defineField({
    name: 'registered',
    title: 'Registered before it began',
    description: 'The trial number belongs under identifiers.',
    type: 'boolean',
    group: 'design',
  }),
  defineField({
    name: 'population',
    title: 'People studied',
    description: 'One sentence.',
    type: 'text',
    rows: 2,
    group: 'design',
    validation: written('Say who was studied.'),
  }),
  defineField({
    name: 'populationRefs',
    title: 'Groups',
    description: 'From the shared list.',
    type: 'array',
    of: [defineArrayMember({type: 'reference', to: [{type: 'population'}]})],
    group: 'design',
    validation: (rule) => rule.custom(onlyOnce('Each group only once.')),
  }),
  defineField({
    name: 'setting',
    title: 'Setting',
    description: 'Where it took place.',
    type: 'string',
    options: {
      list: choices({
        community: 'Community',
        clinic: 'Clinic',
        hospital: 'Hospital',
        intensiveCare: 'Intensive care',
        careHome: 'Care home',
        laboratory: 'Laboratory',
      }),
    },
    group: 'design',
  }),
  defineField({
    name: 'country',
    title: 'Country',
    description: 'Where it took place.',
    type: 'string',
    group: 'design',
  }),
  defineField({
    name: 'ageRange',
    title: 'Ages',
    description: 'As reported: 18-65.',
    type: 'string',
    group: 'design',
  }),
  defineField({
    name: 'sexNote',
    title: 'Sex',
    description: 'As reported: 80 % women.',
    type: 'string',
    group: 'design',
  }),
  defineField({
    name: 'intervention',
    title: 'Treatment',
    description: 'What was done, how long and how often.',
    type: 'studiedIntervention',
    group: 'design',
  }),
  defineField({
    name: 'comparator',
    title: 'Compared with',
    description: 'Rest or light touch is a harder test than a waiting list.',
    type: 'object',
    group: 'design',
    fields: [
      defineField({name: 'text', title: 'In words', description: 'One sentence.', type: 'string'}),
      defineField({
        name: 'kind',
        title: 'Kind',
        description: 'The nearest.',
        type: 'string',
        options: {
          list: choices({
            noTreatment: 'No treatment',
            usualCare: 'Usual care',
            waitlist: 'Waiting list',
            sham: 'Sham',
            attention: 'Same attention, no massage',
            active: 'Another treatment',
          }),
        },
      }),
    ],
  }),
  defineField({
    name: 'n',
    title: 'Number of people',
    description: 'Those enrolled and those counted in the result.',
    type: 'object',
    options: {columns: 2},
    group: 'design',
    fields: [
      defineField({
        name: 'enrolled',
        title: 'Enrolled',
        description: 'At the start.',
        type: 'number',
        validation: (rule) => rule.custom(people),
      }),
      defineField({
        name: 'analysed',
        title: 'Analysed',
        description: 'At most as many as enrolled.',
        type: 'number',
        validation: (rule) => [
          rule.custom(people),
          rule.custom((analysed, {parent}) => {
            const {enrolled} = (parent ?? {}) as Sizes
            const possible =
              analysed === undefined || enrolled === undefined || analysed <= enrolled
            return possible || 'No more people can be analysed than were enrolled.'
          }),
        ],
      }),
      defineField({
        name: 'perArm',
        title: 'In each group',
        description: 'In the order of the paper.',
        type: 'array',
        of: [
          defineArrayMember({
            type: 'number',
            title: 'Group',
            validation: (rule) => rule.custom(people),
          }),
        ],
      }),
      defineField({
        name: 'note',
        title: 'Note',
        description: 'What the numbers hide.',
        type: 'string',
      }),
    ],
  }),
  defineField({
    name: 'studiesIncluded',
    title: 'Studies included',
    description: 'For reviews.',
    type: 'number',
    group: 'design',
    validation: (rule) => rule.custom(wholeNumber(0, Infinity, 'A whole number from 0 up.')),
  }),
  defineField({
    name: 'mainOutcome',
    title: 'Main finding',
    description: 'One sentence of up to 45 words, in your own words. Never copy an abstract.',
    type: 'text',
    rows: 3,
    group: 'results',
    validation: (rule) => [written('State the main finding.')(rule), rule.custom(atMostWords(45))],
  }),
  defineField({
    name: 'outcomes',
    title: 'Outcomes',
    description: 'What was measured and what came out, one by one.',
    type: 'array',
    of: [defineArrayMember({type: 'studyOutcome'})],
    group: 'results',
  }),
]

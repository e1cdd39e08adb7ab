import {defineArrayMember, defineField} from 'sanity'
import {choices} from './choices.ts'

interface Oxford {
  readonly version?: string
}

/** Both scales are called OCEBM in papers: 2011 has levels 1 to 5, 2009 has 1a, 1b, 1c, 2a ... 5. */
const levelFits: Readonly<Record<string, {readonly pattern: RegExp; readonly message: string}>> = {
  '2011': {
    pattern: /^[1-5]$/,
    message:
      'The 2011 scale has levels 1 to 5 without letters. 1a or 2b belongs to the 2009 scale.',
  },
  '2009': {
    pattern: /^([12][abc]|3[ab]|4|5)$/,
    message: 'The 2009 scale has levels 1a, 1b, 1c, 2a, 2b, 2c, 3a, 3b, 4 and 5.',
  },
}

/** How far to trust it. */
export const appraisalFields = [
  defineField({
    name: 'oxfordCebm',
    title: 'Oxford level of evidence',
    description: 'Starting level by design. Say which scale, since two share the name.',
    type: 'object',
    group: 'appraisal',
    fieldsets: [{name: 'level', title: 'Scale and level', options: {columns: 3}}],
    fields: [
      defineField({
        name: 'version',
        title: 'Scale',
        description: 'Use 2011.',
        type: 'string',
        options: {list: ['2011', '2009']},
        initialValue: '2011',
        fieldset: 'level',
      }),
      defineField({
        name: 'questionType',
        title: 'Question',
        description: 'Levels differ by question.',
        type: 'string',
        options: {
          list: choices({
            treatment: 'Treatment',
            harms: 'Harms',
            prognosis: 'Prognosis',
            diagnosis: 'Diagnosis',
            mechanism: 'Mechanism',
          }),
        },
        fieldset: 'level',
      }),
      defineField({
        name: 'level',
        title: 'Level',
        description: '1 is best.',
        type: 'string',
        fieldset: 'level',
        validation: (rule) =>
          rule.custom((level, {parent}) => {
            const {version} = (parent ?? {}) as Oxford
            if (!level) return true
            const scale = levelFits[version ?? '']
            if (scale === undefined) return 'Choose the scale first.'
            return scale.pattern.test(level) || scale.message
          }),
      }),
      defineField({
        name: 'adjusted',
        title: 'Moved up or down',
        description: 'For quality, imprecision or indirectness.',
        type: 'boolean',
        initialValue: false,
      }),
      defineField({
        name: 'reason',
        title: 'Reason',
        description: 'Why this level, in a sentence.',
        type: 'text',
        rows: 2,
        validation: (rule) =>
          rule.custom((reason, {parent}) => {
            const {adjusted} = (parent ?? {}) as {adjusted?: boolean}
            return adjusted !== true || Boolean(reason?.trim()) || 'Say why the level was moved.'
          }),
      }),
    ],
  }),
  defineField({
    name: 'riskOfBias',
    title: 'Risk of bias',
    description: 'Judged with a named tool, or not at all.',
    type: 'object',
    options: {columns: 2},
    group: 'appraisal',
    fields: [
      defineField({
        name: 'tool',
        title: 'Tool',
        description: 'That was used.',
        type: 'string',
        options: {list: ['RoB2', 'ROBINS-I', 'AMSTAR-2', 'JBI', 'none']},
      }),
      defineField({
        name: 'judgement',
        title: 'Judgement',
        description: 'In the words of the tool.',
        type: 'string',
        validation: (rule) =>
          rule.custom((judgement, {parent}) => {
            const {tool} = (parent ?? {}) as {tool?: string}
            const judged = tool !== undefined && tool !== 'none'
            return !judgement || judged || 'Name the tool that the judgement was made with.'
          }),
      }),
    ],
  }),
  defineField({
    name: 'gradeAsReported',
    title: 'Certainty as the work states it',
    description: 'Only what the authors report. Our own grading belongs to an evidence summary.',
    type: 'string',
    group: 'appraisal',
  }),
  defineField({
    name: 'confidence',
    title: 'How sure we are of this record',
    description: 'That the facts entered here are right, not that the study is.',
    type: 'string',
    options: {
      list: choices({high: 'High', medium: 'Medium', low: 'Low'}),
      layout: 'radio',
      direction: 'horizontal',
    },
    group: 'appraisal',
  }),
  defineField({
    name: 'cautions',
    title: 'Cautions for editors',
    description: 'What this work must not be used for. Not private: it is in the published data.',
    type: 'text',
    rows: 2,
    group: 'appraisal',
  }),
]

/** Who paid, and what the authors declared. */
export const moneyFields = [
  defineField({
    name: 'funding',
    title: 'Funding',
    description: 'As stated in the work.',
    type: 'text',
    rows: 2,
    group: 'integrity',
  }),
  defineField({
    name: 'funderTypes',
    title: 'Kinds of funder',
    description: '“Not stated” is not “None”.',
    type: 'array',
    of: [defineArrayMember({type: 'string', title: 'Kind of funder'})],
    options: {
      list: choices({
        public: 'Public',
        charity: 'Charity',
        industry: 'Industry',
        none: 'None',
        notStated: 'Not stated',
      }),
      layout: 'grid',
    },
    group: 'integrity',
    validation: (rule) =>
      rule.custom((types) => {
        const alone = (types ?? []).some((type) => type === 'none' || type === 'notStated')
        return !alone || types?.length === 1 || '“None” and “Not stated” stand alone.'
      }),
  }),
  defineField({
    name: 'conflicts',
    title: 'Conflicts of interest',
    description: 'As stated in the work.',
    type: 'text',
    rows: 2,
    group: 'integrity',
  }),
  defineField({
    name: 'conflictFlag',
    title: 'Conflicts in short',
    description: '“Not stated” is not “None”.',
    type: 'string',
    options: {
      list: choices({none: 'None', declared: 'Declared', notStated: 'Not stated'}),
      layout: 'radio',
      direction: 'horizontal',
    },
    group: 'integrity',
  }),
]

/** Whether it still stands, and who looked. */
export const integrityFields = [
  defineField({
    name: 'retraction',
    title: 'Retraction',
    description:
      'Finding nothing is no proof. How long a look counts depends on the page that cites the work: Review, Policy says.',
    type: 'retractionCheck',
    group: 'integrity',
    validation: (rule) => rule.required().error('Say whether it was checked for retraction.'),
  }),
  defineField({
    name: 'publisherConcern',
    title: 'Concern about the publisher',
    description: 'For journals with doubtful peer review.',
    type: 'object',
    group: 'integrity',
    fields: [
      defineField({
        name: 'flag',
        title: 'There is a concern',
        description: 'Reviewers see it beside the citation.',
        type: 'boolean',
        initialValue: false,
      }),
      defineField({
        name: 'note',
        title: 'Which',
        description: 'With a source.',
        type: 'text',
        rows: 2,
        hidden: ({parent}) => ((parent ?? {}) as {flag?: boolean}).flag !== true,
      }),
    ],
  }),
  defineField({
    name: 'verifiedBy',
    title: 'Seen at',
    description: 'Pages on which the record was seen.',
    type: 'array',
    of: [
      defineArrayMember({
        type: 'url',
        title: 'Page',
        validation: (rule) => rule.uri({scheme: ['https', 'http']}).error('A full web address.'),
      }),
    ],
    group: 'integrity',
  }),
  defineField({
    name: 'unverifiedFields',
    title: 'Not verified yet',
    description: 'Facts that nobody has seen in a source. Empty the list as you check them.',
    type: 'array',
    of: [defineArrayMember({type: 'string', title: 'Fact'})],
    options: {layout: 'tags'},
    group: 'integrity',
    validation: (rule) =>
      rule.max(0).warning('Some facts of this record have not been seen in a source.'),
  }),
]

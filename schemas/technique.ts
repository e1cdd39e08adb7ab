import {HeartIcon} from '@sanity/icons/Heart'
import {type NumberRule, defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {neededFrom, noRetractedWorks} from './documentRules.ts'
import {familyOptions, pressureOptions, softerOrEqual} from './families.ts'
import {orElse} from './previews.ts'
import {riskTopicOptions} from './riskTopics.ts'
import {numberBetween, onlyOnce, written} from './rules.ts'
import {languageField, sitesField, slugField} from './shared.ts'
import {requiredText} from './textRules.ts'

const modalities = choices({
  swedish: 'Swedish',
  deepTissue: 'Deep tissue',
  sports: 'Sports',
  myofascialRelease: 'Myofascial release',
  triggerPoint: 'Trigger point',
  thai: 'Thai',
  shiatsu: 'Shiatsu',
  tuina: 'Tuina',
  acupressure: 'Acupressure',
  reflexology: 'Reflexology',
  aromatherapyMassage: 'Aromatherapy massage',
  craniosacral: 'Craniosacral',
  lymphaticDrainage: 'Lymphatic drainage',
  hotStone: 'Hot stone',
  chair: 'Chair',
  slowStroke: 'Slow stroke',
  infant: 'Infant',
  prenatal: 'Pregnancy',
  paediatric: 'Paediatric',
  oncology: 'Oncology',
  lomilomi: 'Lomi lomi',
  other: 'Other',
})

/** `required()` and a limit would each say the sentence of a length that is not there. */
const sessionMinutes = (rule: NumberRule): NumberRule => {
  const message = 'Between 3 and 120 minutes.'
  return rule
    .required()
    .custom(numberBetween(3, 120, message))
    .error(message)
}

export const techniqueType = defineType({
  name: 'technique',
  title: 'Technique',
  type: 'document',
  icon: HeartIcon,
  groups: [
    {name: 'description', title: 'Description', default: true},
    {name: 'session', title: 'Session'},
    {name: 'evidence', title: 'Evidence & safety'},
    {name: 'publishing', title: 'Publishing'},
  ],
  fields: [
    defineField({
      name: 'name',
      title: 'Name',
      description: 'The name most readers know.',
      type: 'string',
      group: 'description',
      validation: written('Name the technique.'),
    }),
    {...slugField('name', 'the web address of the technique'), group: 'description'},
    defineField({
      name: 'alternateNames',
      title: 'Other names',
      description: 'Names that people also search for.',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'string',
          title: 'Other name',
          validation: written('Write the name, or remove it.'),
        }),
      ],
      options: {layout: 'tags'},
      group: 'description',
      validation: (rule) => rule.custom(onlyOnce('Each name only once.')),
    }),
    defineField({
      name: 'modality',
      title: 'Kind of massage',
      description: 'Used to group and filter techniques.',
      type: 'string',
      options: {list: modalities},
      group: 'description',
      validation: (rule) => rule.required().error('Choose the kind of massage.'),
    }),
    defineField({
      name: 'definition',
      title: 'What it is',
      description: 'Two or three plain sentences.',
      type: 'shortText',
      group: 'description',
      validation: requiredText('Say what it is.'),
    }),
    defineField({
      name: 'howPerformed',
      title: 'How it is done',
      description: 'What the therapist does and what it feels like.',
      type: 'shortText',
      group: 'description',
      validation: requiredText('Describe how it is done.'),
    }),
    defineField({
      name: 'bodyRegions',
      title: 'Parts of the body',
      description: 'Where it is usually done.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Part of the body'})],
      options: {
        list: choices({
          wholeBody: 'Whole body',
          head: 'Head',
          face: 'Face',
          neckShoulders: 'Neck and shoulders',
          back: 'Back',
          arms: 'Arms',
          hands: 'Hands',
          abdomen: 'Abdomen',
          hips: 'Hips',
          legs: 'Legs',
          feet: 'Feet',
        }),
      },
      group: 'description',
    }),
    defineField({
      name: 'pressure',
      title: 'Pressure',
      description: 'The usual range. Light touch does not calm the body as moderate pressure does.',
      type: 'object',
      options: {columns: 2},
      group: 'session',
      fields: [
        defineField({
          name: 'min',
          title: 'From',
          description: 'The lightest usual pressure.',
          type: 'string',
          options: {list: pressureOptions},
          validation: (rule) => rule.required().error('Choose the lightest pressure.'),
        }),
        defineField({
          name: 'max',
          title: 'To',
          description: 'The firmest usual pressure.',
          type: 'string',
          options: {list: pressureOptions},
          validation: (rule) => [
            rule.required().error('Choose the firmest pressure.'),
            rule.custom((max, {parent}) => {
              const {min} = (parent ?? {}) as {min?: string}
              return (
                softerOrEqual(min, max) ||
                'This is lighter than the lightest pressure. Swap the two.'
              )
            }),
          ],
        }),
      ],
      validation: (rule) => rule.required().error('Give the usual range of pressure.'),
    }),
    defineField({
      name: 'sessionLength',
      title: 'Length of a session in minutes',
      description: 'The usual range.',
      type: 'object',
      options: {columns: 2},
      group: 'session',
      fields: [
        defineField({
          name: 'minMinutes',
          title: 'From',
          description: 'Shortest usual session.',
          type: 'number',
          validation: sessionMinutes,
        }),
        defineField({
          name: 'maxMinutes',
          title: 'To',
          description: 'Longest usual session.',
          type: 'number',
          validation: (rule) => [
            sessionMinutes(rule),
            rule.custom((max, {parent}) => {
              const {minMinutes} = (parent ?? {}) as {minMinutes?: number}
              const inOrder = max === undefined || minMinutes === undefined || minMinutes <= max
              return inOrder || 'This is shorter than the shortest session. Swap the two.'
            }),
          ],
        }),
      ],
      validation: (rule) => rule.required().error('Give the usual length.'),
    }),
    defineField({
      name: 'typicalCourse',
      title: 'Usual course',
      description: 'How often and for how long it was tried, and what that rests on.',
      type: 'typicalCourse',
      group: 'session',
    }),
    defineField({
      name: 'clothing',
      title: 'Clothing',
      description: 'What to wear, or how one is covered.',
      type: 'string',
      group: 'session',
    }),
    defineField({
      name: 'position',
      title: 'Position',
      description: 'Lying, seated, on a mat.',
      type: 'string',
      group: 'session',
    }),
    defineField({
      name: 'equipment',
      title: 'Equipment',
      description: 'Table, chair, stones.',
      type: 'string',
      group: 'session',
    }),
    defineField({
      name: 'oils',
      title: 'Oils and creams',
      description: 'With what people may be allergic to.',
      type: 'array',
      of: [defineArrayMember({type: 'oil'})],
      group: 'session',
    }),
    defineField({
      name: 'deliveredBy',
      title: 'Who does it',
      description: 'Usually.',
      type: 'string',
      options: {
        list: choices({
          massageTherapist: 'Massage therapist',
          physiotherapist: 'Physiotherapist',
          nurse: 'Nurse',
          parent: 'Parent',
          self: 'Oneself',
        }),
      },
      initialValue: 'massageTherapist',
      group: 'session',
      validation: (rule) => rule.required().error('Say who does it.'),
    }),
    defineField({
      name: 'practitionerRequirement',
      title: 'What the practitioner needs',
      description: 'Credentials and training a reader should look for.',
      type: 'object',
      group: 'session',
      fields: [
        defineField({
          name: 'families',
          title: 'Credentials',
          description: 'Any one of these.',
          type: 'array',
          of: [defineArrayMember({type: 'string', title: 'Credential'})],
          options: {list: familyOptions},
        }),
        defineField({
          name: 'extraTraining',
          title: 'Further training',
          description: 'For example training in pregnancy massage.',
          type: 'array',
          of: [
            defineArrayMember({
              type: 'string',
              title: 'Training',
              validation: written('Name the training, or remove it.'),
            }),
          ],
        }),
      ],
      validation: (rule) => rule.required().error('Say what the practitioner needs.'),
    }),
    defineField({
      name: 'evidence',
      title: 'Evidence summaries',
      description: 'Leave empty only if nobody has studied it; the verdicts then say so.',
      type: 'array',
      of: [defineArrayMember({type: 'reference', to: [{type: 'evidenceSummary'}]})],
      group: 'evidence',
      validation: (rule) => rule.custom(onlyOnce('Each summary only once.')),
    }),
    defineField({
      name: 'evidenceVerdicts',
      title: 'Verdicts',
      description: 'One for each outcome. “No good evidence” is a verdict and is shown.',
      type: 'array',
      of: [defineArrayMember({type: 'evidenceVerdict'})],
      group: 'evidence',
      validation: (rule) => rule.required().min(1).error('Give at least one verdict.'),
    }),
    defineField({
      name: 'evidenceNotes',
      title: 'About the evidence',
      description: 'What the studies did and did not measure, with citations.',
      type: 'shortText',
      group: 'evidence',
    }),
    defineField({
      name: 'suitability',
      title: 'For whom',
      description: 'Group by group.',
      type: 'array',
      of: [defineArrayMember({type: 'suitability'})],
      group: 'evidence',
      validation: (rule) => rule.required().min(1).error('Say for whom it is suitable.'),
    }),
    defineField({
      name: 'safety',
      title: 'Safety',
      description: 'When not to, side effects and warning signs.',
      type: 'safetyBlock',
      group: 'evidence',
      validation: (rule) => rule.custom(neededFrom('R1', 'Every technique needs a safety part.')),
    }),
    defineField({
      name: 'riskTopics',
      title: 'Topics',
      description: 'What the words touch. Topics decide who has to sign.',
      type: 'array',
      of: [defineArrayMember({type: 'string', title: 'Topic'})],
      options: {list: riskTopicOptions},
      initialValue: ['techniqueDescription'],
      group: 'evidence',
      validation: (rule) => [
        rule.required().min(1).error('Choose at least one topic.'),
        rule.custom(onlyOnce('Each topic only once.')),
      ],
    }),
    defineField({
      name: 'image',
      title: 'Image',
      description: 'A person at ease, covered as they would be.',
      type: 'imageWithAlt',
      group: 'publishing',
    }),
    defineField({
      name: 'schemaType',
      title: 'Tell search engines it is a therapy',
      description: '“No” where there is no good evidence, so that markup promises nothing.',
      type: 'string',
      options: {
        list: choices({
          none: 'No',
          MedicalTherapy: 'Yes, a therapy',
          PhysicalTherapy: 'Yes, given by a physiotherapist',
        }),
      },
      initialValue: 'none',
      group: 'publishing',
      validation: (rule) => [
        rule.required().error('Choose one.'),
        rule.custom((type, {document}) => {
          const byPhysiotherapist = document?.['deliveredBy'] === 'physiotherapist'
          return (
            type !== 'PhysicalTherapy' ||
            byPhysiotherapist ||
            'Only a technique given by a physiotherapist is marked so.'
          )
        }),
      ],
    }),
    defineField({
      name: 'codes',
      title: 'Codes',
      description: 'In medical vocabularies, for data exchange.',
      type: 'array',
      of: [defineArrayMember({type: 'vocabularyCode'})],
      group: 'publishing',
    }),
    {...languageField, group: 'publishing'},
    {...sitesField, group: 'publishing'},
  ],
  validation: (rule) => rule.custom(noRetractedWorks),
  orderings: [{name: 'name', title: 'Name', by: [{field: 'name', direction: 'asc'}]}],
  preview: {
    select: {title: 'name', modality: 'modality', media: 'image'},
    prepare: ({title, modality, media}) => ({
      title: orElse(title, 'No name yet'),
      subtitle: modalities.find(({value}) => value === modality)?.title,
      media,
    }),
  },
})

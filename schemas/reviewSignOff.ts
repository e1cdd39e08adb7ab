import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {defineArrayMember, defineField, defineType} from 'sanity'
import {choices} from './choices.ts'
import {dayInWords} from './dayInWords.ts'
import {choice, dayIfAny, moment, text, textIfAny, texts} from './serverFields.ts'

const meanings = choices({
  approved: 'Approved',
  approvedWithNotes: 'Approved with notes',
  renewed: 'Reviewed again, no change needed',
})

const conflictAnswers = choices({none: 'None', disclosed: 'Disclosed'})

/** Without a name: the server writes these members without a type. */
const signedCredential = defineArrayMember({
  type: 'object',
  fields: [
    text('label', 'Credential', 'Name and issuer.'),
    text('typeCode', 'Code', 'Of the credential type.'),
    texts('families', 'Stands for', 'What it proved in this sign-off.'),
    textIfAny('jurisdiction', 'Place', 'Where it is valid.'),
    dayIfAny('expires', 'Expires', 'Last valid day.'),
  ],
  preview: {
    select: {title: 'label', expires: 'expires'},
    prepare: ({title, expires}) => ({
      title,
      subtitle: expires && `until ${dayInWords(String(expires))}`,
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
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'credentials',
      title: 'Credentials',
      description: 'As they stood when signing.',
      type: 'array',
      of: [signedCredential],
      validation: (rule) => rule.required(),
    }),
    choice('meaning', 'Meaning', 'What the signature says.', meanings),
    text('attestation', 'Statement', 'Id of the text that was agreed to.'),
    choice(
      'conflictOfInterest',
      'Conflict of interest',
      'As answered when signing.',
      conflictAnswers,
    ),
    textIfAny('conflictStatement', 'What was disclosed', 'For readers.'),
    moment('signedAt', 'Signed', 'By the server’s clock.'),
    text('digest', 'Digest', 'SHA-256 of the words signed.'),
    text(
      'closureDigest',
      'Digest of what it shows',
      'SHA-256 over the documents rendered with them.',
    ),
    textIfAny(
      'carriedTo',
      'Carried to',
      'Digest of what it shows now, where that differs by news alone: how a cited work stands.',
    ),
    text('policyVersion', 'Policy', 'Version of the rules in force.'),
  ],
  preview: {
    select: {title: 'reviewer.name', at: 'signedAt'},
    prepare: ({title, at}) => ({title, subtitle: at && dayInWords(String(at))}),
  },
})

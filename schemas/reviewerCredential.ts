import {CreditCardIcon} from '@sanity/icons/CreditCard'
import {defineField, defineType} from 'sanity'
import {credentialCheck} from './credentialChecks.ts'
import {CredentialTypeInput} from './CredentialTypeInput.tsx'
import {credentialTitle, credentialTypeOptions} from './credentialTypes.ts'
import {dayInWords} from './dayInWords.ts'
import {place, placeExamples} from './places.ts'
import {orElse} from './previews.ts'
import {ifWritten, inOrder, isBlank, notAhead, plain, written} from './rules.ts'

/** Registers and associations that list several professions, so that the letters alone say nothing. */
const severalProfessions = /^(UK-CNHC|UK-FHT|ESRS-SOM|AU-\w+)$/

interface Credential {
  readonly credentialType?: string
  readonly issued?: string
  readonly expires?: string
  readonly noExpiryReason?: string
}

/**
 * What somebody says they hold. That it is true is not a field: the registrar checks it with the issuer,
 * and the server records that for exactly these words. Editing any of them ends the verification.
 */
export const reviewerCredentialType = defineType({
  name: 'reviewerCredential',
  title: 'Credential',
  type: 'document',
  icon: CreditCardIcon,
  description: 'Private. Never served to readers; a sign-off shows letters, issuer and place only.',
  fieldsets: [
    {name: 'dates', title: 'Validity', options: {columns: 2}},
    {name: 'display', title: 'Shown to readers', options: {columns: 2}},
  ],
  fields: [
    defineField({
      name: 'holder',
      title: 'Holder',
      description: 'The person who holds it. Registrars never verify their own.',
      type: 'reference',
      to: [{type: 'person'}],
      validation: (rule) => rule.required().error('Choose the person who holds it.'),
    }),
    defineField({
      name: 'credentialType',
      title: 'Credential',
      description:
        'Letters, issuer and place together: the same letters mean different things elsewhere.',
      type: 'string',
      options: {list: credentialTypeOptions},
      components: {input: CredentialTypeInput},
      validation: (rule) => rule.required().error('Choose the credential.'),
    }),
    defineField({
      name: 'jurisdiction',
      title: 'Where it is valid',
      description: `As a code: ${placeExamples}. A state licence needs its state: US-CA, not US.`,
      type: 'string',
      validation: (rule) => [
        written('Give the country, state or province.')(rule),
        rule.custom(ifWritten(plain(place))),
        rule.custom((jurisdiction, {document}) => {
          const type = document?.['credentialType']
          const needsState = type === 'US-LMT' || type === 'CA-RMT'
          return (
            !needsState ||
            isBlank(jurisdiction) ||
            jurisdiction?.includes('-') ||
            'This licence is given by a state or province. Write US-CA or CA-ON, not the country alone.'
          )
        }),
      ],
    }),
    defineField({
      name: 'number',
      title: 'Number',
      description:
        'As printed on the certificate or register. Never shown to readers unless ticked below.',
      type: 'string',
      validation: written('Give the number that the issuer’s register knows.'),
    }),
    defineField({
      name: 'nameOnCredential',
      title: 'Name on the credential',
      description: 'As the register prints it, also where it differs from the name used here.',
      type: 'string',
      validation: written('Give the name that the register prints.'),
    }),
    defineField({
      name: 'discipline',
      title: 'Discipline or speciality',
      description:
        'The entry in the register: Massage Therapy on CNHC, Remedial Massage in Australia.',
      type: 'string',
      validation: (rule) =>
        rule.custom((discipline, {document}) => {
          const shared = severalProfessions.test(String(document?.['credentialType']))
          return (
            !shared ||
            Boolean(discipline?.trim()) ||
            'This register covers several professions. Give the entry, such as Massage Therapy.'
          )
        }),
    }),
    defineField({
      name: 'underlyingLicence',
      title: 'Licence it rests on',
      description:
        'Issuer and number. A certification that counts only with a clinical licence needs that licence as a credential of its own, too.',
      type: 'string',
    }),
    defineField({
      name: 'issued',
      title: 'Issued',
      description: 'First day on which it was valid.',
      type: 'date',
      fieldset: 'dates',
      validation: (rule) => [
        rule.required().error('Give the date of issue.'),
        rule.custom(notAhead('This day is still to come. Give the day on which it was issued.')),
      ],
    }),
    defineField({
      name: 'expires',
      title: 'Expires',
      description: 'Last day on which it is valid.',
      type: 'date',
      fieldset: 'dates',
      validation: (rule) => [
        rule.custom((expires, {document}) => {
          const {issued} = (document ?? {}) as Credential
          return inOrder(issued, expires) || 'It cannot expire before it was issued.'
        }),
        rule.custom((expires, {document}) => {
          const {noExpiryReason, credentialType} = (document ?? {}) as Credential
          if (expires) return true
          if (credentialCheck(credentialType)?.lifetime !== true) {
            return 'Give the expiry date: only diplomas granted for life have none.'
          }
          return (
            Boolean(noExpiryReason?.trim()) ||
            'Give the expiry date, or below the reason why there is none.'
          )
        }),
      ],
    }),
    defineField({
      name: 'noExpiryReason',
      title: 'Why it never expires',
      description: 'Only for credentials granted for life: say so in a sentence.',
      type: 'string',
      hidden: ({document}) => {
        const {credentialType, expires, noExpiryReason} = (document ?? {}) as Credential
        const lifetime = credentialCheck(credentialType)?.lifetime === true
        return Boolean(expires) || !(lifetime || noExpiryReason)
      },
    }),
    defineField({
      name: 'restrictions',
      title: 'Restrictions',
      description: 'Conditions or disciplinary findings on the register. Tell the registrar too.',
      type: 'text',
      rows: 2,
    }),
    defineField({
      name: 'showNumber',
      title: 'Number',
      description: 'Off unless the holder wants it.',
      type: 'boolean',
      initialValue: false,
      fieldset: 'display',
    }),
    defineField({
      name: 'showJurisdiction',
      title: 'Place',
      description: 'On: readers can look the holder up.',
      type: 'boolean',
      initialValue: true,
      fieldset: 'display',
    }),
  ],
  orderings: [
    {name: 'expires', title: 'Expires first', by: [{field: 'expires', direction: 'asc'}]},
    {name: 'holder', title: 'Holder', by: [{field: 'holder.name', direction: 'asc'}]},
  ],
  preview: {
    select: {
      holder: 'holder.name',
      type: 'credentialType',
      place: 'jurisdiction',
      expires: 'expires',
    },
    prepare: ({holder, type, place: where, expires}) => ({
      title: orElse(holder, 'No holder yet'),
      subtitle: [credentialTitle(type), where, expires && `until ${dayInWords(String(expires))}`]
        .filter(Boolean)
        .join(' · '),
    }),
  },
})

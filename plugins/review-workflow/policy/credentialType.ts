import {type Family} from './types.ts'

/**
 * What a type of credential proves. Letters after a name never identify a credential: `RMT` is a protected title in
 * Ontario and an association's title in Alberta, so the key is the code together with the jurisdiction.
 */
export interface CredentialType {
  readonly name: string
  readonly abbreviation: string
  /** As readers see it. */
  readonly issuer: string
  /** In full, as registrars see it. */
  readonly issuingBody: string
  readonly kind: CredentialKind
  readonly family: FamilyRule
  /** Where it is what it says, as ISO 3166 codes; a country stands for its states. */
  readonly jurisdictions: readonly string[] | 'any' | 'unneeded'
  /** Months from one renewal to the next; `null` = not known, or not the same everywhere. */
  readonly renewalMonths: number | 'lifetime' | null
  /** The day from which it proves nothing any more. */
  readonly sunsetOn: string | null
  /** Where a registrar looks it up, in words. */
  readonly register: string
  /** The web address of that register or its keeper, without `https://`; `null` = not known for certain. */
  readonly registerAddress: string | null
  readonly methods: readonly VerificationMethod[]
  /** The trap that a registrar should know of. */
  readonly note: string | null
}

export type CredentialKind =
  | 'statutoryLicence'
  | 'protectedTitleRegistration'
  | 'accreditedRegister'
  | 'voluntaryCertification'
  | 'associationMembership'
  | 'educationalCertificate'
  | 'examOnly'

export type VerificationMethod = 'publicRegister' | 'emailIssuer' | 'documentOnly'

/** How a credential of one type comes to stand for a family. */
export type FamilyRule =
  | {readonly kind: 'always'; readonly family: Family}
  | {readonly kind: 'never'}
  /** The register lists several professions, or takes several diplomas: only these entries count. */
  | {
      readonly kind: 'discipline'
      readonly oneOf: readonly string[]
      readonly family: Family
      readonly otherwise: Family | null
    }
  /** Proves a speciality, while a licence on file proves that its holder may practise. First match counts. */
  | {
      readonly kind: 'licence'
      readonly needs: readonly {readonly anyOf: readonly Family[]; readonly family: Family}[]
      readonly otherwise: Family | null
    }

/** What most types have in common: no sunset, no known trap, a register that anybody can look at. */
export const usual = {
  renewalMonths: null,
  sunsetOn: null,
  registerAddress: null,
  methods: ['publicRegister', 'emailIssuer'],
  note: null,
} as const satisfies Partial<CredentialType>

export const always = (family: Family): FamilyRule => ({kind: 'always', family})

import {type Party} from './people.ts'
import {type Family} from './vocabulary.ts'

/** A credential as it stands now. */
export interface Credential {
  /** The published id of its document. */
  readonly id: string
  /** The person who holds it. */
  readonly holder: string
  /** Key into the registry of credential types. */
  readonly typeCode: string
  /** ISO 3166-1 or -2, such as `GB` or `US-CA`. */
  readonly jurisdiction: string | null
  /** The entry of the register or the speciality, where one type covers several professions. */
  readonly discipline: string | null
  readonly issued: string | null
  /** A day; `null` only together with `noExpiryReason`. */
  readonly expires: string | null
  readonly noExpiryReason: string | null
  /** `active` = verified exactly as it reads now, and neither suspended nor revoked since. */
  readonly state: 'pending' | 'active' | 'suspended' | 'revoked'
  /** Who checked it with the issuer; `null` until somebody has. */
  readonly verifiedBy: Party | null
  /** When they looked: a day. */
  readonly verifiedOn: string | null
  /** Somebody else has a credential of this type, place and number on file. The number itself stays with the server. */
  readonly numberTaken: boolean
}

/** Where a credential stands today. `expiring` and `lifetime` are in force; `grace` and `expired` are not. */
export type CredentialStanding =
  'pending' | 'active' | 'expiring' | 'lifetime' | 'grace' | 'expired' | 'suspended' | 'revoked'

/** The frozen copy of a credential that a sign-off keeps. */
export interface SignedCredential {
  readonly id: string
  readonly typeCode: string
  /** As readers see it: the name of the credential and its issuer. */
  readonly label: string
  /** The families that it stood for in this sign-off. */
  readonly families: readonly Family[]
  readonly jurisdiction: string | null
  readonly discipline: string | null
  readonly issued: string | null
  readonly expires: string | null
}

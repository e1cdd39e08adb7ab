import {type SignedCredential} from './credential.ts'

export type VoidReason =
  | 'contentChanged'
  | 'closureChanged'
  | 'changesRequested'
  | 'refused'
  | 'recused'
  | 'citationRetracted'
  | 'withdrawn'

/** What a signature says: `renewed` = reviewed again, no change needed. */
export type Meaning = 'approved' | 'approvedWithNotes' | 'renewed'

export interface SignOff {
  /** Of its record in the ledger. */
  readonly seq: number
  readonly personId: string
  /** As printed. */
  readonly name: string
  readonly at: string
  readonly digest: string
  readonly closureDigest: string
  readonly credentials: readonly SignedCredential[]
  readonly meaning: Meaning
  readonly policyVersion: string
  /** Shared documents whose drafts were taken as published: what is signed comes true when they are. */
  readonly anticipates: readonly {readonly id: string; readonly digest: string}[]
  readonly revoked: {readonly at: string; readonly by: string; readonly reason: string} | null
  /**
   * Set for good by the server once neither the draft nor the live document was what had been signed, or
   * a decision stood against it: equal bytes do not revive it.
   */
  readonly voided: {readonly at: string; readonly reason: VoidReason} | null
}

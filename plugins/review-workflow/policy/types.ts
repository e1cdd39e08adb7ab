/**
 * What the policy is told and what it answers. Everything here is plain JSON: the lake assembles `Facts`
 * inside the transaction that it is about to commit, and sends the same to the Studio.
 */

/** What a credential proves about its holder. */
export type Family =
  | 'MT-REG'
  | 'MT-CERT'
  | 'MT-ASSOC'
  | 'SLP-MED'
  | 'SLP-BEH'
  | 'SLP-EDU'
  | 'SLP-TECH'
  | 'CLIN-GP'
  | 'CLIN-OB'
  | 'CLIN-PED'
  | 'CLIN-MH'
  | 'CLIN-RX'
  | 'CLIN-PT'
  | 'CLIN-CARD'
  | 'CLIN-ONC'
  | 'CLIN-GER'

export type RiskClass = 'R1' | 'R2' | 'R3' | 'R4'

export type Topic =
  | 'massagePractice'
  | 'techniqueDescription'
  | 'relaxationWellbeing'
  | 'sleepHealthGeneral'
  | 'sleepHabits'
  | 'sleepEnvironment'
  | 'massageForSleepEfficacy'
  | 'sleepMeasurement'
  | 'insomniaDisorder'
  | 'treatmentComparison'
  | 'otherSleepDisorder'
  | 'painMusculoskeletal'
  | 'sportsRecovery'
  | 'olderAdultsFrailty'
  | 'contraindicationsGeneral'
  | 'pregnancyPostnatal'
  | 'paediatric'
  | 'medication'
  | 'mentalHealthDisorder'
  | 'crisis'
  | 'cancer'
  | 'clottingCardiovascular'
  | 'surgeryHospital'
  | 'dementiaCapacity'
  | 'regulatoryCredentialStatement'
  | 'contestedModality'

export type RoleName = 'administrator' | 'registrar' | 'editor' | 'reviewer' | 'viewer'

export type Actor =
  | {readonly kind: 'anonymous'}
  | {
      readonly kind: 'person'
      readonly userId: string
      /** The human being: two accounts of one person share it. `null` = nobody has said who this is. */
      readonly personId: string | null
      readonly name: string
      readonly roles: readonly string[]
    }
  | {
      readonly kind: 'robot'
      readonly userId: string
      readonly name: string
      readonly roles: readonly string[]
    }
  | {readonly kind: 'operator'; readonly userId: string; readonly roles: readonly string[]}

/** One state of a document: the words as they would be published, or as they are. */
export interface Version {
  /** `digest(document)`; `null` when the document has no canonical form, so nobody can sign it. */
  readonly digest: string | null
  /** `closureDigest(...)` of what a page renders together with it. */
  readonly closureDigest: string | null
  /** `documentTopics(document)`. */
  readonly topics: readonly Topic[]
  /** `namedAuthors(document)`: person ids. */
  readonly authors: readonly string[]
  /** Ids of retracted or withdrawn works in the closure. */
  readonly retracted: readonly string[]
}

export interface Subject {
  /** The published id. */
  readonly id: string
  readonly type: string
  readonly draft: Version | null
  readonly live: Version | null
}

/** Somebody behind an account. `personId` is `null` for machines. */
export interface Party {
  readonly userId: string
  readonly personId: string | null
}

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
  /** `active` = verified exactly as it reads now, and not suspended since. */
  readonly state: 'pending' | 'active' | 'suspended'
  /** Who checked it with the issuer; `null` until somebody has. */
  readonly verifiedBy: Party | null
}

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

export type VoidReason =
  'contentChanged' | 'closureChanged' | 'changesRequested' | 'citationRetracted' | 'withdrawn'

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
  readonly policyVersion: string
  readonly revoked: {readonly at: string; readonly by: string; readonly reason: string} | null
  /**
   * Set for good by the server once neither the draft nor the live document was what had been signed, or
   * a decision stood against it: equal bytes do not revive it.
   */
  readonly voided: {readonly at: string; readonly reason: VoidReason} | null
}

export interface Facts {
  /** The server's clock, ISO 8601 UTC. */
  readonly now: string
  /** Of the policy that the server runs: a Studio loaded before it changed must not promise anything. */
  readonly policyVersion: string
  readonly actor: Actor
  readonly subject: Subject
  /** Everybody who put words in the draft since the live words were signed (or ever, when nothing is live). */
  readonly contributors: readonly Party[]
  /** All of them, in any order. */
  readonly signOffs: readonly SignOff[]
  /** The running request for review; `null` when nobody asks for one. */
  readonly request: {readonly by: Party; readonly at: string; readonly digest: string} | null
  /** A refusal that no later submission has answered. */
  readonly changesRequested: {
    readonly seq: number
    readonly personId: string
    readonly name: string
    readonly at: string
    readonly note: string
  } | null
  /** Set while the page is down because somebody took it down. */
  readonly withdrawn: {readonly at: string; readonly by: string; readonly reason: string} | null
  /** Every credential of the actor and of everybody who signed. */
  readonly credentials: readonly Credential[]
}

export type Command =
  | {readonly type: 'submit'}
  | {readonly type: 'requestChanges'; readonly note: string}
  | {
      readonly type: 'signOff'
      /** What the reviewer saw. */
      readonly digest: string
      readonly closureDigest: string
      /** How the reviewer proved, just now, to be the one who signs: `password`. */
      readonly factors: readonly string[]
      readonly conflictOfInterest: 'none' | 'disclosed' | 'mustRecuse'
      readonly conflictStatement: string | null
      /** The id of the attestation text agreed to. */
      readonly attestation: string
    }
  | {readonly type: 'publish'}
  | {
      readonly type: 'revoke'
      readonly reason: string
      /** One sign-off; `null` = all that stand. */
      readonly signOff: number | null
    }
  | {readonly type: 'withdraw'; readonly reason: string}
  /** The subject is the credential's document. */
  | {readonly type: 'verifyCredential'; readonly method: string; readonly sourceUrl: string}
  | {readonly type: 'suspendCredential'; readonly reason: string}

export type CommandType = Command['type']

/** Why a credential proves nothing today. */
export type CredentialProblem =
  | 'pending'
  | 'suspended'
  | 'expired'
  | 'notYetIssued'
  | 'undated'
  | 'selfVerified'
  | 'unknownType'
  | 'wrongJurisdiction'
  | 'wrongDiscipline'
  | 'licenceMissing'
  | 'noFamily'
  | 'noHolder'

/** Why a sign-off does not count. */
export type SignOffProblem =
  | 'contentChanged'
  | 'closureChanged'
  | 'changesRequested'
  | 'citationRetracted'
  | 'withdrawn'
  | 'revoked'
  | 'credentialLapsed'
  | 'superseded'
  | 'malformed'

/** A reason to say no: a stable code and what `denialMessage` needs to put it in words. */
export type Denial =
  | {readonly code: 'factsUnreadable'}
  | {readonly code: 'policyOutdated'; readonly loaded: string; readonly current: string}
  | {readonly code: 'notSignedIn'}
  | {readonly code: 'notAPerson'}
  | {readonly code: 'personUnknown'}
  | {readonly code: 'roleMissing'; readonly anyOf: readonly RoleName[]}
  | {readonly code: 'notGoverned'; readonly type: string}
  | {readonly code: 'documentMissing'}
  | {readonly code: 'draftMissing'}
  | {readonly code: 'nothingToPublish'}
  | {readonly code: 'notLive'}
  | {readonly code: 'contentUnreadable'}
  | {readonly code: 'alreadyInReview'}
  | {readonly code: 'changesRequested'; readonly by: string; readonly note: string}
  | {readonly code: 'contentChanged'; readonly seen: string; readonly current: string}
  | {readonly code: 'closureChanged'; readonly seen: string; readonly current: string}
  | {readonly code: 'wroteTheWords'}
  | {readonly code: 'namedAuthor'}
  | {readonly code: 'credentialMissing'}
  | {
      readonly code: 'credentialUnusable'
      readonly id: string
      readonly label: string
      readonly problem: CredentialProblem
      readonly expires: string | null
    }
  | {
      readonly code: 'outOfScope'
      readonly topics: readonly Topic[]
      readonly families: readonly Family[]
    }
  | {readonly code: 'reauthenticationMissing'}
  | {readonly code: 'attestationOutdated'; readonly current: string}
  | {readonly code: 'conflictUnanswered'}
  | {readonly code: 'mustRecuse'}
  | {readonly code: 'citationRetracted'; readonly citations: readonly string[]}
  | {
      readonly code: 'signOffUnusable'
      readonly seq: number
      readonly name: string
      readonly at: string
      readonly problems: readonly SignOffProblem[]
    }
  | {
      readonly code: 'signOffMissing'
      /** Any one of these families, for each of these topics. */
      readonly families: readonly Family[]
      readonly topics: readonly Topic[]
    }
  | {readonly code: 'secondPersonMissing'; readonly needed: number; readonly signed: number}
  | {readonly code: 'reasonMissing'}
  | {readonly code: 'nothingToRevoke'}
  | {readonly code: 'notACredential'}
  | {readonly code: 'ownCredential'}
  | {readonly code: 'wroteTheCredential'}
  | {readonly code: 'alreadyVerified'}
  | {readonly code: 'sourceMissing'}
  /** For the guard: a shared document that live pages render, changed without fresh sign-offs of them. */
  | {readonly code: 'pagesNeedSignOff'; readonly pages: readonly string[]}
  /** For the guard: records and projections that no client may write. */
  | {readonly code: 'writtenByServer'; readonly type: string}

export type DenialCode = Denial['code']

/** `stale`-ness is for the caller to see: `isStale(denials)`. */
export type Decision =
  | {readonly allowed: false; readonly denials: readonly Denial[]}
  | {
      readonly allowed: true
      /** What a sign-off relies on: the copy to freeze. Empty for every other command. */
      readonly credentials: readonly SignedCredential[]
      /** The sign-offs that publishing rests on, or that a revocation ends, by `seq`. */
      readonly signOffs: readonly number[]
    }

export type Stage =
  | 'draft'
  | 'inReview'
  | 'changesRequested'
  | 'signed'
  | 'published'
  | 'reviewDue'
  | 'expired'
  | 'withdrawn'

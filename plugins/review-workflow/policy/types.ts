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
  /** The server itself, when a moment has come. */
  | {readonly kind: 'clock'; readonly userId: string; readonly roles: readonly string[]}

/** What a journal says of a work, and when somebody last looked. */
export interface CitedWork {
  readonly id: string
  readonly status: RetractionStatus
  /** A day; `null` = nobody has looked. */
  readonly checkedOn: string | null
}

export type RetractionStatus =
  | 'notChecked'
  | 'noneFound'
  | 'corrected'
  | 'expressionOfConcern'
  | 'retracted'
  | 'withdrawn'
  | 'reinstated'

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
  /** The cited works in the closure. */
  readonly works: readonly CitedWork[]
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

/** Bad news about something that a live page rests on, and what the policy made of it. */
export interface Mark {
  readonly at: string
  readonly trigger: Trigger
  /** The id of the citation or credential; of the page itself for a review that is overdue. */
  readonly about: string
  readonly consequence: Consequence
}

/** What can befall a live page without anybody touching its words. */
export type Trigger =
  | 'workRetracted'
  | 'workDoubted'
  | 'credentialSuspended'
  | 'credentialRevoked'
  | 'credentialExpired'
  | 'reviewOverdue'

/** `mark`: readers are told. `deindex`: told, and out of lists and search engines. `withdraw`: taken down. */
export type Consequence = 'none' | 'mark' | 'deindex' | 'withdraw'

/** What two people may change by decision. Everything else of the policy changes only with the software. */
export interface Policy {
  /** Counts the decisions: 0 is the policy as it came. */
  readonly revision: number
  /** How many different people must have signed. */
  readonly peopleNeeded: ByRisk<number>
  /** A claim that massage helps sleep needs a massage therapist and a sleep specialist, not one of them. */
  readonly bothSidesForEfficacy: boolean
  /** Months from a complete review until the next is due. */
  readonly reviewCycle: ByRisk<number>
  /** Days past the due date after which a page counts as expired. */
  readonly graceDays: number
  /** Days before its last day on which a credential counts as expiring. */
  readonly expiringDays: number
  /** Days after its last day during which live pages bear no consequence of an expired credential. */
  readonly credentialGraceDays: number
  /** Months for which a registrar's check of a credential counts. */
  readonly verificationMonths: ByRisk<number>
  /** Days for which a check of a cited work's status counts; `null` = it need not have been checked. */
  readonly workCheckDays: ByRisk<number | null>
  readonly consequences: {readonly [trigger in Trigger]: ByRisk<Consequence>}
}

export type ByRisk<T> = {readonly [riskClass in RiskClass]: T}

/** Somebody who has been asked, or has taken it on. */
export interface Assignee {
  readonly personId: string
  readonly name: string
}

/** The running request for review: at most one for each document. */
export interface ReviewRequest {
  readonly by: Party
  readonly byName: string
  readonly at: string
  readonly digest: string
  readonly note: string
  /** One person, or everybody who may sign it. */
  readonly to: Assignee | null
  /** A day. */
  readonly due: string | null
  readonly claimedBy: Assignee | null
  /** Shared documents whose drafts are to be taken as published. */
  readonly shared: readonly string[]
}

/** A reviewer's no: it stays until somebody answers it and submits again. */
export interface Objection {
  readonly seq: number
  /** `refused`: the reviewer will not sign anything like this; `changesRequested`: they say what to change. */
  readonly kind: 'changesRequested' | 'refused'
  readonly personId: string
  readonly name: string
  readonly at: string
  readonly note: string
}

/** A remark on some of the words. */
export interface ReviewComment {
  readonly seq: number
  readonly personId: string
  readonly name: string
  readonly at: string
  /** Where, as a path of Sanity's: `sections[_key=="a"].body[_key=="b"]`. Empty = the whole document. */
  readonly path: string
  /** The words that it is about, as they were. */
  readonly quote: string
  readonly text: string
  /** Whether publishing waits for it. */
  readonly blocking: boolean
  readonly resolved: {readonly by: string; readonly at: string; readonly answer: string} | null
}

/** A publication that waits for its moment; it is judged again when that comes. */
export interface Schedule {
  /** An instant, ISO 8601 UTC. */
  readonly at: string
  readonly by: Party
  readonly byName: string
  readonly digest: string
}

/** A change of the policy that one person has asked for. */
export interface Proposal {
  readonly seq: number
  readonly by: Party
  readonly byName: string
  readonly at: string
  readonly reason: string
  readonly policy: Policy
  /** Of the policy: who adopts it names what they read. */
  readonly hash: string
}

/** Somebody with an account that may review. */
export interface Reviewer {
  readonly userId: string
  readonly personId: string
  readonly name: string
  readonly roles: readonly string[]
}

export interface Facts {
  /** The server's clock, ISO 8601 UTC. */
  readonly now: string
  /** Of the rules that the server runs: a Studio loaded before they changed must not promise anything. */
  readonly policyVersion: string
  /** The policy in force. */
  readonly policy: Policy
  /** The policy that the live words went live under: they are held to that one. */
  readonly livePolicy: Policy
  readonly actor: Actor
  readonly subject: Subject
  /** Everybody who put words in the draft, or in what it shows, since the live words were signed (or ever). */
  readonly contributors: readonly Party[]
  /** All of them, in any order. */
  readonly signOffs: readonly SignOff[]
  /** Changes of the closure that the server itself carried sign-offs over: it was bad news, or a check without news. */
  readonly carried: readonly {readonly from: string; readonly to: string; readonly marks: boolean}[]
  readonly marks: readonly Mark[]
  readonly request: ReviewRequest | null
  readonly objection: Objection | null
  /** All of them, resolved ones too. */
  readonly comments: readonly ReviewComment[]
  /** Who has stepped back from this round of review. */
  readonly recusals: readonly {
    readonly personId: string
    readonly at: string
    readonly reason: string
  }[]
  readonly schedule: Schedule | null
  /** Set while the page is down because somebody took it down. */
  readonly withdrawn: {readonly at: string; readonly by: string; readonly reason: string} | null
  /** Every credential of the actor, of everybody who signed and of every reviewer. */
  readonly credentials: readonly Credential[]
  readonly reviewers: readonly Reviewer[]
  /** Only where the subject is the policy. */
  readonly proposal: Proposal | null
}

/** What a reviewer looked at, and found. A `no` is not signed. */
export type ChecklistItem =
  | 'accuracy'
  | 'citationsOpened'
  | 'counterEvidenceFair'
  | 'safetyComplete'
  | 'scopeRespected'
  | 'plainLanguage'

export type Checklist = {readonly [item in ChecklistItem]?: 'yes' | 'no' | 'notApplicable'}

/** What signing and renewing have in common. */
export interface Signature {
  /** What the reviewer saw. */
  readonly digest: string
  readonly closureDigest: string
  /** How the reviewer proved, just now, to be the one who signs: `password`. */
  readonly factors: readonly string[]
  readonly conflictOfInterest: 'none' | 'disclosed' | 'mustRecuse'
  readonly conflictStatement: string | null
  /** The id of the attestation text agreed to. */
  readonly attestation: string
  readonly checklist: Checklist
}

export type Command =
  | {
      readonly type: 'submit'
      /** A person id; `null` = everybody who may sign it. */
      readonly to: string | null
      readonly due: string | null
      /** The note to the reviewer; where a no stands, the answer to it. */
      readonly note: string
      /** Shared documents whose drafts are to be taken as published: the page's own words may stay as they are. */
      readonly shared: readonly string[]
    }
  | {readonly type: 'cancelRequest'}
  | {readonly type: 'claim'}
  | {readonly type: 'delegate'; readonly to: string}
  | {readonly type: 'requestChanges'; readonly note: string}
  | {readonly type: 'refuse'; readonly reason: string}
  | {readonly type: 'recuse'; readonly reason: string}
  | {readonly type: 'comment'; readonly text: string; readonly blocking: boolean}
  | {readonly type: 'resolveComment'; readonly comment: number; readonly answer: string}
  | ({readonly type: 'signOff'; readonly notes: string | null} & Signature)
  | ({readonly type: 'renew'} & Signature)
  | {readonly type: 'publish'}
  | {readonly type: 'schedule'; readonly at: string}
  | {readonly type: 'unschedule'}
  | {
      readonly type: 'revoke'
      readonly reason: string
      /** One sign-off; `null` = all that stand. */
      readonly signOff: number | null
    }
  | {readonly type: 'withdraw'; readonly reason: string}
  /** The subject is the credential's document. */
  | {
      readonly type: 'verifyCredential'
      /** What the registrar saw. */
      readonly digest: string
      readonly method: string
      readonly sourceUrl: string
      /** The day on which they looked. */
      readonly checkedOn: string
    }
  | {readonly type: 'suspendCredential'; readonly reason: string}
  | {readonly type: 'revokeCredential'; readonly reason: string}
  /** The subject is the policy. */
  | {
      readonly type: 'proposePolicy'
      readonly policy: Policy
      readonly reason: string
      readonly factors: readonly string[]
    }
  | {readonly type: 'adoptPolicy'; readonly hash: string; readonly factors: readonly string[]}
  | {readonly type: 'declinePolicy'; readonly reason: string}

export type CommandType = Command['type']

/** Why a credential proves nothing today. */
export type CredentialProblem =
  | 'pending'
  | 'suspended'
  | 'expired'
  | 'notYetIssued'
  | 'undated'
  | 'revoked'
  | 'verificationStale'
  | 'retired'
  | 'numberTaken'
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
  | 'refused'
  | 'recused'
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
  | {readonly code: 'notInReview'}
  | {readonly code: 'dueInThePast'}
  /** The person who is asked to sign could not. */
  | {
      readonly code: 'assigneeUnable'
      readonly name: string
      readonly reasons: readonly DenialCode[]
    }
  | {readonly code: 'claimedByOther'; readonly by: string}
  | {readonly code: 'alreadyClaimed'}
  | {readonly code: 'notYours'; readonly who: readonly string[]}
  | {readonly code: 'answerMissing'; readonly by: string; readonly note: string}
  | {readonly code: 'changesRequested'; readonly by: string; readonly note: string}
  | {readonly code: 'refused'; readonly by: string; readonly note: string}
  | {readonly code: 'recused'}
  | {readonly code: 'commentsOpen'; readonly count: number; readonly by: readonly string[]}
  | {readonly code: 'commentMissing'}
  | {readonly code: 'textMissing'}
  | {readonly code: 'checklistFailed'; readonly items: readonly ChecklistItem[]}
  | {readonly code: 'draftPending'}
  | {readonly code: 'timeNotAhead'}
  | {readonly code: 'nothingScheduled'}
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
  /** Nobody has checked, or not lately enough for this class, whether these works still stand. */
  | {
      readonly code: 'citationUnchecked'
      readonly citations: readonly string[]
      readonly days: number
    }
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
  | {readonly code: 'alreadyRevoked'}
  /** For the guard: a holder or a signer changing what they hold. */
  | {readonly code: 'holderChangesCredential'}
  /** For the guard: a credential that registrars have decided on, deleted. */
  | {readonly code: 'credentialOnRecord'}
  | {readonly code: 'notThePolicy'}
  | {readonly code: 'policyUnsound'; readonly fields: readonly string[]}
  | {readonly code: 'policyUnchanged'}
  | {readonly code: 'nothingProposed'}
  | {readonly code: 'proposalChanged'; readonly seen: string; readonly current: string}
  | {readonly code: 'ownProposal'}
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

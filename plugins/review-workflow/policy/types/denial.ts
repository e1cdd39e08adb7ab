import {type ChecklistItem} from './command.ts'
import {type SignedCredential} from './credential.ts'
import {type PolicyProblem} from './policySettings.ts'
import {type Family, type RoleName, type Topic} from './vocabulary.ts'

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
  /** Whoever has the review could no longer sign it. */
  | {
      readonly code: 'holderUnable'
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
  | {readonly code: 'policyUnsound'; readonly problems: readonly PolicyProblem[]}
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

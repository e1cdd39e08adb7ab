import {type Actor, type Role} from './actor.ts'
import {type Json, type JsonObject, type LakeDocument} from './document.ts'

/** One document as a commit found it and as it would leave it. `null` = does not exist. */
export interface Change {
  readonly id: string
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
  /** `server` only when nothing but a registered action of the server's own wrote it. */
  readonly by: 'client' | 'server'
}

/** A line of the append-only, hash-chained ledger. Only guards and registered actions write to it. */
export interface LedgerEntry {
  /** What happened, in the past tense: `signedOff`, `refused` ... */
  readonly kind: string
  /** The published id of the document that it is about. */
  readonly subject: string
  readonly body: JsonObject
}

export interface LedgerRecord extends LedgerEntry {
  readonly seq: number
  /** The server's clock, ISO 8601 UTC. */
  readonly at: string
  readonly actor: string
  /** The transaction that it was appended in. */
  readonly transactionId: string
  readonly previousHash: string
  readonly hash: string
}

/** Somebody put new words in a document (not: moved existing words from draft to published). */
export interface Contribution {
  readonly userId: string
  readonly transactionId: string
  readonly at: string
}

/** The state inside a transaction, with everything before this point applied. */
export interface View {
  readonly now: string
  read(id: string): LakeDocument | null
  /** Every bundle of a document that exists: published, draft, versions. */
  group(publishedId: string): readonly LakeDocument[]
  /** Ids of documents (any bundle) that hold a reference, strong or weak, to this id. */
  referrers(id: string): readonly string[]
  ofType(type: string): readonly LakeDocument[]
  ledger(subject: string): readonly LedgerRecord[]
  /** Who put new words into the group after that ledger record, oldest first. `0` = since ever. */
  contributions(publishedId: string, afterSeq: number): readonly Contribution[]
  /** The human being behind an account; null for robots and for accounts that never existed. */
  personOf(userId: string): string | null
}

export interface ProposedCommit extends View {
  readonly actor: Actor
  readonly transactionId: string
  readonly changes: readonly Change[]
  /** What the registered actions of this commit have appended to the ledger. */
  readonly recorded: readonly LedgerEntry[]
}

/** A reason not to commit. `code` is stable, `message` says what is true and what to do next. */
export interface Denial {
  readonly code: string
  readonly message: string
  /** Who can change that, in words. */
  readonly who: string
  readonly documentId?: string
}

/** What a guard says of a proposed commit. `derived` are documents that the server keeps up to date by itself. */
export type Verdict =
  | {readonly allowed: false; readonly stale: boolean; readonly denials: readonly Denial[]}
  | {
      readonly allowed: true
      readonly derived: readonly DerivedDocument[]
      readonly entries: readonly LedgerEntry[]
    }

export type DerivedDocument =
  | {
      readonly id: string
      readonly content: {readonly _type: string; readonly [field: string]: Json | undefined}
    }
  | {readonly id: string; readonly content: null}

export type Guard = (commit: ProposedCommit) => Verdict

/** What a registered action gets to see. It reads the state with the earlier actions of the same request applied. */
export interface ActionContext extends View {
  readonly actor: Actor
  readonly transactionId: string
  /** What `prepare` found out before the transaction began. */
  readonly factors: readonly string[]
}

/** What a registered action does: wire mutations in the caller's name, and ledger records in the server's. */
export type ActionOutcome =
  | {readonly allowed: false; readonly stale: boolean; readonly denials: readonly Denial[]}
  | {
      readonly allowed: true
      readonly mutations: readonly JsonObject[]
      readonly entries: readonly LedgerEntry[]
    }

export interface RegisteredAction {
  /** True when the fields of the action are complete and well formed; else the sentence that says what is not. */
  readonly malformed: (action: JsonObject) => string | null
  /** The published id that the action is about: refusals are recorded there. */
  readonly subject: (action: JsonObject) => string
  /** Fields that prove who is asking (a password); never stored. */
  readonly password?: (action: JsonObject) => string | null
  readonly run: (action: JsonObject, context: ActionContext) => ActionOutcome
}

/** A named read of derived facts, for those who must see what a decision would be before they ask for it. */
export type NamedRead = (view: View & {readonly actor: Actor}, publishedId: string) => Json

/** Everything that a lake must be told about the house it stands in. There are no defaults. */
export interface Extension {
  readonly guards: readonly Guard[]
  readonly actions: {readonly [actionType: string]: RegisteredAction}
  readonly reads: {readonly [name: string]: NamedRead}
  readonly roles: readonly Role[]
  /** True for documents that nobody may read without a token, wherever their id stands. */
  readonly isPrivate: (document: LakeDocument) => boolean
}

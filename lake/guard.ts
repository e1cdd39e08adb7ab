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

/** Somebody who can sign in now. */
export interface AccountHolder {
  readonly userId: string
  /** The human being: two accounts of one person share it. */
  readonly personId: string
  readonly name: string
  readonly roles: readonly string[]
}

/** Who is behind the ids in documents and records, as the accounts are now. */
export interface Directory {
  /** The human being behind an account; null for robots and for accounts that never existed. */
  personOf(userId: string): string | null
  /** The open accounts of persons, ordered by account. */
  people(): readonly AccountHolder[]
  /** The account with its present role; anonymous when it is closed, revoked or unknown. */
  actorOf(userId: string): Actor
}

/** The last record of a ledger. Whoever has it written down elsewhere can tell that nothing before it was changed. */
export interface LedgerHead {
  readonly seq: number
  readonly hash: string
}

/** The state inside a transaction, with everything before this point applied. */
export interface View extends Directory {
  readonly now: string
  read(id: string): LakeDocument | null
  /** Every bundle of a document that exists: published, draft, versions. */
  group(publishedId: string): readonly LakeDocument[]
  /** Ids of documents (any bundle) that hold a reference, strong or weak, to this id. */
  referrers(id: string): readonly string[]
  ofType(type: string): readonly LakeDocument[]
  idsOfType(type: string): readonly string[]
  ledger(subject: string): readonly LedgerRecord[]
  /** Every record of those kinds, whatever it is about, oldest first. */
  records(kinds: readonly string[]): readonly LedgerRecord[]
  /** Null while nothing has been recorded. */
  ledgerHead(): LedgerHead | null
  /**
   * The accounts that put new words into the group after that ledger record (not: moved existing words from draft to
   * published), whoever began first. `0` = since ever.
   */
  contributors(publishedId: string, afterSeq: number): readonly string[]
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

/**
 * What a guard says of a proposed commit. `derived` is what the server writes by itself in the same transaction: a
 * document that it keeps up to date, but also a published one that it takes down and the draft that it becomes.
 */
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

/**
 * What a registered action does: wire mutations in the caller's name, and ledger records in the server's. `malformed`
 * is the sentence that says what a request got wrong about the state that it speaks of.
 */
export type ActionOutcome =
  | {readonly allowed: false; readonly stale: boolean; readonly denials: readonly Denial[]}
  | {readonly allowed: false; readonly malformed: string}
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

/** Something whose moment has come. The clock does it, in a commit of its own. */
export interface DueWork {
  /** What it is, as a verb: refusals are recorded under it. */
  readonly name: string
  /** The published id of the document that it is about. */
  readonly subject: string
  /** Looks again whether it still is due: work that was done before it may have changed that. */
  readonly run: (context: ActionContext) => ActionOutcome
  /** What to record of work that was refused, so that it does not come back with each tick. */
  readonly onRefusal?: (
    denials: readonly Denial[],
    context: ActionContext,
  ) => readonly LedgerEntry[]
}

/** A named read of derived facts, for those who must see what a decision would be before they ask for it. */
export type NamedRead = (view: View & {readonly actor: Actor}, publishedId: string) => Json

/** Everything that a lake must be told about the house it stands in. There are no defaults. */
export interface Extension {
  readonly guards: readonly Guard[]
  readonly actions: {readonly [actionType: string]: RegisteredAction}
  readonly reads: {readonly [name: string]: NamedRead}
  readonly roles: readonly Role[]
  /** The same roles in an open dataset, where nothing is the server's alone. Left out, they grant what they always do. */
  readonly openRoles?: readonly Role[]
  /**
   * Types with documents that nobody may read without a token, wherever their id stands, and which of them those are.
   * Documents of other types need not be looked at to tell.
   */
  readonly privateTypes: {readonly [type: string]: (document: LakeDocument) => boolean}
  /**
   * What the clock has to do, each piece done before the next is asked for. Null is a moment in which others may have their
   * turn, and may write. Asked of reviewed datasets only.
   */
  readonly due: (view: View) => Iterable<DueWork | null>
  /** What the extension answers for in a reviewed dataset: it is served to nobody before it was judged. */
  readonly vouches: Vouching
}

export interface Vouching {
  /** Of their published documents. */
  readonly types: readonly string[]
  /** Says of documents of that state, by their ids, whether they may be served as they are. */
  readonly stands: (view: View) => (id: string) => boolean
}

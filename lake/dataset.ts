import {mkdirSync} from 'node:fs'
import canonicalize from 'canonicalize'
import {evaluateSync, parse, toJS} from 'groq-js'
import {actionMutations, decodeActions} from './action.ts'
import {type Actor, actorId, clock, rolesOf} from './actor.ts'
import {withinBudget} from './budget.ts'
import {carriedOut, type ClockDoor, reasonOf, type TickOutcome} from './clockWork.ts'
import {commit, type CommittedTransaction, refusal} from './commit.ts'
import {
  isPublished,
  type Json,
  type JsonObject,
  type LakeDocument,
  publishedId,
} from './document.ts'
import {LakeError, type LakeErrorCode} from './errors.ts'
import {createFeed, type Feed} from './feed.ts'
import {allows, readFilters} from './grants.ts'
import {
  type ActionContext,
  type ActionOutcome,
  type Directory,
  type DueWork,
  type Extension,
  type LedgerEntry,
  type RegisteredAction,
  type View,
} from './guard.ts'
import {type House, isPublic} from './house.ts'
import {createHistory, type History} from './history.ts'
import {listen, type ListenEvent, type ListenRequest} from './listener.ts'
import {checkDocumentId, decodeMutations, type Selection} from './mutation.ts'
import {createQueryPool, type QueryAnswer, type QueryPool, type QueryRequest} from './query.ts'
import {openStore, type Store} from './store.ts'
import {viewOf} from './view.ts'
import {applyMutation, type MutationResult, Workspace} from './transaction.ts'
import {unserved} from './withholding.ts'

export type DatasetPolicy = 'reviewed' | 'open'

export interface DatasetOptions {
  readonly name: string
  readonly policy: DatasetPolicy
  readonly file: string
  readonly assetsDir: string
  readonly now: () => Date
  readonly newId: () => string
  readonly extension: Extension
  readonly directory: Directory
  readonly verifyPassword: (userId: string, password: string) => Promise<boolean>
  readonly log: (line: string) => void
}

export interface WriteRequest {
  readonly transactionId?: string | undefined
  readonly dryRun?: boolean | undefined
}

export interface MutateAnswer {
  readonly transactionId: string
  readonly results: readonly (MutationResult & {readonly document: LakeDocument | null})[]
}

interface Prepared {
  readonly action: JsonObject
  readonly registered: RegisteredAction | undefined
  readonly factors: readonly string[]
}

/** What somebody was kept from: guards and actions that said no, grants that are not theirs, doors that are closed. */
const refusalCodes: readonly LakeErrorCode[] = [
  'refused',
  'stale',
  'insufficientPermissions',
  'unsupported',
  'tooManyRequests',
]

const queryBudgetMs = 3_000
/** Of an id or a verb in a record: whoever is refused does not choose how much of it is kept for ever. */
const longestName = 128
const transactionIdSyntax = /^[\x21-\x7e]{1,128}$/

/** One dataset: its documents, who may do what to them, their history and whoever follows along. */
export class Dataset {
  readonly name: string
  readonly policy: DatasetPolicy
  readonly assetsDir: string
  readonly feed: Feed
  readonly history: History
  readonly store: Store
  readonly #options: DatasetOptions
  readonly #house: House
  readonly #queries: QueryPool
  #latest: string

  constructor(options: DatasetOptions) {
    this.#options = options
    this.name = options.name
    this.policy = options.policy
    this.assetsDir = options.assetsDir
    mkdirSync(options.assetsDir, {recursive: true})
    this.store = openStore(options.file)
    this.#latest = this.store.latestTime()
    const {extension, directory} = options
    const guards = options.policy === 'reviewed' ? extension.guards : []
    this.#house = {
      store: this.store,
      guards,
      roles: extension.roles,
      isPrivate: extension.isPrivate,
      directory,
    }
    this.feed = createFeed()
    this.history = createHistory({file: options.file, roles: extension.roles})
    this.#queries = createQueryPool({file: options.file, budgetMs: queryBudgetMs})
  }

  async close(): Promise<void> {
    await this.#queries.close()
    this.history.close()
    this.store.close()
  }

  /** The clock never runs backwards here: an expired credential stays expired. */
  now(): string {
    const now = this.#options.now().toISOString()
    if (now > this.#latest) this.#latest = now
    return this.#latest
  }

  async mutate(
    actor: Actor,
    request: WriteRequest & {readonly mutations: unknown},
  ): Promise<MutateAnswer> {
    return this.#mutate(actor, request, 'client')
  }

  /** Stores an asset document that the lake made itself from the bytes it received. */
  async putAsset(actor: Actor, document: JsonObject): Promise<LakeDocument> {
    const answer = this.#mutate(actor, {mutations: [{createIfNotExists: document}]}, 'client')
    const stored =
      answer.results[0] === undefined ? null : this.store.document(answer.results[0].id)
    if (stored === null) throw new Error('an asset document was stored but cannot be read')
    if (stored['sha256hash'] !== document['sha256hash']) {
      // Somebody described other bytes under this id, and pages may have been signed with that description.
      throw new LakeError('alreadyExists', `"${stored._id}" already describes other bytes.`)
    }
    return stored
  }

  #mutate(
    actor: Actor,
    request: WriteRequest & {mutations: unknown},
    by: 'client' | 'server',
  ): MutateAnswer {
    const mutations = decodeMutations(request.mutations, this.#options.newId)
    const transactionId = this.#transactionId(request)
    const results: MutationResult[] = []
    const deadline = performance.now() + queryBudgetMs
    let documents: readonly (LakeDocument | null)[] = []
    this.#commit(actor, transactionId, request.dryRun === true, {type: 'mutate'}, (workspace) => {
      for (const mutation of mutations) {
        results.push(
          ...applyMutation(workspace, mutation, by, (selection) =>
            this.#select(actor, workspace, selection, deadline - performance.now()),
          ),
        )
      }
      // What was left as it was has been checked by nobody yet.
      documents = results.map(({id}) => {
        const document = workspace.read(id)
        return document !== null && this.mayRead(actor, document) ? document : null
      })
    })
    return {
      transactionId,
      results: results.map((result, index) => ({...result, document: documents[index] ?? null})),
    }
  }

  /** Sanity's document actions and the registered ones, several in one transaction, in order. */
  async act(
    actor: Actor,
    request: WriteRequest & {readonly actions: unknown},
  ): Promise<{transactionId: string}> {
    const {newId, extension} = this.#options
    const actions = decodeActions(request.actions)
    const transactionId = this.#transactionId(request)
    const prepared: Prepared[] = []
    for (const action of actions) {
      const type = String(action['actionType'])
      const registered = Object.hasOwn(extension.actions, type)
        ? extension.actions[type]
        : undefined
      const factors = registered === undefined ? [] : await this.#prepare(actor, action, registered)
      prepared.push({action, registered, factors})
    }
    if (prepared.some(({factors}) => factors.length > 0)) this.#stillWho(actor)
    const subject =
      prepared.map(({action, registered}) => registered?.subject(action) ?? subjectOf(action))[0] ??
      ''
    const verbs = actions.map((action) => String(action['actionType']))
    this.#commit(
      actor,
      transactionId,
      request.dryRun === true,
      {type: verbs.join(', '), subject},
      (workspace, view, append) => {
        for (const {action, registered, factors} of prepared) {
          if (registered === undefined) {
            for (const mutation of actionMutations(action, (id) => workspace.read(id), newId)) {
              applyMutation(workspace, mutation, 'client', () => [])
            }
            continue
          }
          const context: ActionContext = {...view, actor, transactionId, factors}
          this.#apply(registered.run(action, context), workspace, append)
        }
      },
    )
    return {transactionId}
  }

  #apply(outcome: ActionOutcome, workspace: Workspace, append: (entry: LedgerEntry) => void): void {
    if (!outcome.allowed) throw refusal(outcome.stale, outcome.denials)
    for (const mutation of decodeMutations(outcome.mutations, this.#options.newId)) {
      applyMutation(workspace, mutation, 'server', () => [])
    }
    outcome.entries.forEach(append)
  }

  /** Does what has come due, each piece in a commit of its own by the clock. */
  tick(): readonly TickOutcome[] {
    if (this.policy !== 'reviewed') return []
    const {extension, log} = this.#options
    const door: ClockDoor = {commit: (work, run) => this.#commitByClock(work, run), log}
    let works: readonly DueWork[]
    try {
      works = extension.due(this.view(clock))
    } catch (error) {
      log(`What is due in "${this.name}" cannot be told: ${reasonOf(error)}`)
      return [{subject: '', name: 'due', outcome: 'failed'}]
    }
    return works.map((work) => carriedOut(work, door))
  }

  #commitByClock({name, subject}: DueWork, run: (context: ActionContext) => ActionOutcome): void {
    const transactionId = this.#options.newId()
    const door = {type: name, subject}
    this.#commit(clock, transactionId, false, door, (workspace, view, append) => {
      const context: ActionContext = {...view, actor: clock, transactionId, factors: []}
      this.#apply(run(context), workspace, append)
    })
  }

  /** Judges anew what may be served, and withholds the rest from readers until somebody writes it again. */
  verify(): readonly string[] {
    const {unverified} = this.#options.extension
    const ids = unserved(this.#house, () =>
      this.policy === 'reviewed' ? unverified(this.view(clock)) : [],
    )
    if (ids.join('\n') !== this.withheld().join('\n')) this.store.withhold(ids)
    return ids
  }

  /** Ids of documents that are published but not served. */
  withheld(): readonly string[] {
    return this.store.withheld()
  }

  async #prepare(
    actor: Actor,
    action: JsonObject,
    registered: RegisteredAction,
  ): Promise<readonly string[]> {
    const complaint = registered.malformed(action)
    if (complaint !== null) throw new LakeError('malformedRequest', complaint)
    const subject = checkDocumentId(registered.subject(action))
    if (!isPublished(subject)) {
      throw new LakeError('malformedRequest', `"${subject}" is not a published id.`)
    }
    const password = registered.password?.(action) ?? null
    if (password === null || actor.kind !== 'person') return []
    try {
      return (await this.#options.verifyPassword(actor.userId, password)) ? ['password'] : []
    } catch (error) {
      // Guessing is an attempt, too.
      if (error instanceof LakeError) {
        const door = {type: String(action['actionType']), subject}
        this.#recordRefusal(actor, this.#options.newId(), this.now(), door, error)
      }
      throw error
    }
  }

  /** Checking a password takes its time: by then the account may be closed, or its role another. */
  #stillWho(actor: Actor): void {
    const now = rolesOf(this.#options.directory.actorOf(actorId(actor)))
    if (now.join() === rolesOf(actor).join()) return
    throw new LakeError('sessionNotFound', 'Your session ended before the request was complete.')
  }

  #transactionId(request: WriteRequest): string {
    const id = request.transactionId ?? this.#options.newId()
    if (typeof id === 'string' && transactionIdSyntax.test(id)) return id
    throw new LakeError(
      'malformedRequest',
      'A transaction id is 1 to 128 printable characters without spaces.',
    )
  }

  #commit(
    actor: Actor,
    transactionId: string,
    dryRun: boolean,
    door: {type: string; subject?: string},
    work: Parameters<typeof commit>[1]['work'],
  ): CommittedTransaction | null {
    const now = this.now()
    try {
      const committed = commit(this.#house, {actor, transactionId, now, dryRun, work})
      if (committed !== null) this.feed.publish(committed)
      return committed
    } catch (error) {
      if (error instanceof LakeError && !dryRun)
        this.#recordRefusal(actor, transactionId, now, door, error)
      throw error
    }
  }

  #recordRefusal(
    actor: Actor,
    transactionId: string,
    now: string,
    door: {type: string; subject?: string},
    error: LakeError,
  ): void {
    if (actor.kind === 'anonymous' || !refusalCodes.includes(error.code)) return
    const {store} = this
    const denials = error.details['denials']
    const denied = (Array.isArray(denials) ? denials : []) as readonly JsonObject[]
    const named = [...denied.map((denial) => denial['documentId']), error.details['id']]
    const documentId = named.find((id) => typeof id === 'string')
    const about = typeof documentId === 'string' ? publishedId(documentId) : (door.subject ?? '')
    const subject = about.slice(0, longestName)
    const codes = denied.length === 0 ? [error.code] : denied.map(({code}) => code ?? null)
    const body = {door: door.type.slice(0, longestName), codes}
    if (actor.kind === 'clock' && this.#isRecorded(subject, body)) return
    store.transaction(() => {
      const stamp = {at: now, actor: actorId(actor), transactionId, transactionSeq: store.lastSeq()}
      store.append({kind: 'refused', subject, body}, stamp)
    })
  }

  /** The clock does not tire of trying: the same answer is recorded once, until something else happens. */
  #isRecorded(subject: string, body: JsonObject): boolean {
    const last = this.store.ledger(subject).at(-1)
    return (
      last?.kind === 'refused' &&
      last.actor === actorId(clock) &&
      canonicalize(last.body) === canonicalize(body)
    )
  }

  /** The ids that a mutation by query is about: what the caller may read, as the transaction sees it. */
  #select(
    actor: Actor,
    workspace: Workspace,
    {query, params}: Exclude<Selection, {ids: unknown}>,
    budgetMs: number,
  ): readonly string[] {
    const changed = new Map(workspace.changes().map(({id, after}) => [id, after]))
    const stored = [...this.store.documents()].filter((document) => !changed.has(document._id))
    const present = [...changed.values()].filter((document) => document !== null)
    const dataset = [...stored, ...present].filter((document) => this.mayRead(actor, document))
    let result: unknown
    try {
      const tree = parse(query, {params})
      const options = {dataset, params, identity: actorId(actor)}
      result = withinBudget(budgetMs, () => toJS(evaluateSync(tree, options)))
    } catch (error) {
      if (error instanceof LakeError) throw error
      const reason = error instanceof Error ? error.message : String(error)
      throw new LakeError('malformedRequest', `The query of the mutation cannot be run: ${reason}`)
    }
    const rows = Array.isArray(result) ? result : [result]
    return rows.map((row: unknown) => {
      const id = typeof row === 'object' && row !== null ? (row as JsonObject)['_id'] : row
      return checkDocumentId(id)
    })
  }

  mayRead(actor: Actor, document: LakeDocument): boolean {
    return this.#maySee(actor, document, () => this.store.isWithheld(document._id))
  }

  #maySee(actor: Actor, document: LakeDocument, isWithheld: () => boolean): boolean {
    return actor.kind === 'anonymous'
      ? isPublic(document, this.#house.isPrivate) && !isWithheld()
      : allows(this.#house.roles, actor, 'read', document)
  }

  query(actor: Actor, request: QueryRequest): Promise<QueryAnswer> {
    const grants = readFilters(this.#house.roles, actor)
    return this.#queries.run({...request, identity: actorId(actor), grants})
  }

  documents(
    actor: Actor,
    ids: readonly string[],
  ): {
    documents: readonly LakeDocument[]
    omitted: readonly {id: string; reason: 'existence' | 'permission'}[]
  } {
    const found = ids.map((id) => ({id, document: this.store.document(id)}))
    const may = (document: LakeDocument | null) =>
      document !== null && this.mayRead(actor, document)
    return {
      documents: found.flatMap(({document}) =>
        document !== null && may(document) ? [document] : [],
      ),
      // To a reader without an account, what is not public does not exist.
      omitted: found
        .filter(({document}) => !may(document))
        .map(({id, document}) => ({
          id,
          reason: document === null || actor.kind === 'anonymous' ? 'existence' : 'permission',
        })),
    }
  }

  references(
    actor: Actor,
    id: string,
  ): {totalCount: number; references: readonly {documentId: string; type: string}[]} {
    const holders = this.store
      .referrers(id)
      .map((source) => this.store.document(source))
      .filter((document) => document !== null)
      .filter((document) => this.mayRead(actor, document))
    return {
      totalCount: holders.length,
      references: holders.map(({_id, _type}) => ({documentId: _id, type: _type})),
    }
  }

  /** One of the extension's named reads, on the state as it is now. */
  read(actor: Actor, name: string, id: string): Json {
    const {reads} = this.#options.extension
    const named = this.policy === 'reviewed' && Object.hasOwn(reads, name) ? reads[name] : undefined
    if (named === undefined)
      throw new LakeError('notFound', `This dataset has no read named "${name.slice(0, 80)}".`)
    if (actor.kind === 'anonymous') throw new LakeError('unauthenticated', 'Sign in to see this.')
    const subject = checkDocumentId(publishedId(id))
    if (this.store.group(subject).some((document) => !this.mayRead(actor, document))) {
      throw new LakeError('insufficientPermissions', `Your account may not read "${subject}".`, {
        id: subject,
      })
    }
    return named({...this.view(actor), actor}, subject)
  }

  /** The state as guards would see it now. */
  view(actor: Actor): View {
    const now = this.now()
    const workspace = new Workspace((id) => this.store.document(id), {transactionId: '', now})
    return viewOf(this.#house, workspace, {now, actor, transactionId: ''})
  }

  listen(actor: Actor, request: ListenRequest, send: (event: ListenEvent) => void): () => void {
    const visible = (document: LakeDocument, isWithheld: boolean) =>
      this.#maySee(actor, document, () => isWithheld)
    return listen(this.feed, request, {visible, identity: actorId(actor)}, send)
  }

  *export(actor: Actor): Generator<LakeDocument> {
    for (const document of this.store.documents()) if (this.mayRead(actor, document)) yield document
  }
}

function subjectOf(action: JsonObject): string {
  const id = action['publishedId'] ?? action['draftId'] ?? action['versionId']
  return typeof id === 'string' ? publishedId(id) : ''
}

import {mkdirSync} from 'node:fs'
import {act, type ActRequest} from './commit/act.ts'
import {type Actor, actorId, clock} from './actor.ts'
import {type Audience, createAudience} from './listen/audience.ts'
import {ticking, type TickOutcome} from './clockWork.ts'
import {type CommittedTransaction} from './commit/commit.ts'
import {type Json, type JsonObject, type LakeDocument, publishedId} from './document.ts'
import {type Door, openDoor} from './door.ts'
import {LakeError} from './errors.ts'
import {createFeed, type Feed} from './listen/feed.ts'
import {openFilterThreads, type FilterThreads} from './listen/filterThread.ts'
import {asksWho, readFilters} from './grants.ts'
import {type Directory, type Extension, type View} from './guard.ts'
import {startHistoryThread, type HistoryThread} from './history/thread.ts'
import {type House} from './house.ts'
import {type Judgement, openJudgement} from './judgement.ts'
import {type ListenRequest} from './listen/listener.ts'
import {type Follower} from './listen/listenerGroup.ts'
import {documentsById, type FoundDocuments, type FoundReferences, referencesTo} from './lookups.ts'
import {mutate, type MutateAnswer, type MutateRequest, putAsset} from './commit/mutate.ts'
import {checkDocumentId} from './commit/mutation.ts'
import {
  createQueryPool,
  type QueryAnswer,
  type QueryPool,
  type QueryRequest,
  type WrittenAnswer,
} from './query/query.ts'
import {openRefusalBook, type RefusalBook} from './refusals/refusalBook.ts'
import {openReplay, type Replay} from './listen/replay.ts'
import {publishDueReleases} from './releases/clock.ts'
import {openServing, type Serving} from './serving.ts'
import {openStore, type Store} from './store/store.ts'
import {Workspace} from './commit/workspace.ts'
import {viewOf} from './view.ts'
import {mayRead, maySee} from './visibility.ts'

export type DatasetPolicy = 'reviewed' | 'open'

export interface DatasetOptions {
  readonly name: string
  readonly policy: DatasetPolicy
  readonly file: string
  readonly assetsDir: string
  readonly now: () => Date
  readonly newId: () => string
  readonly extension: Extension
  /** True while nobody may read anything here without a token. */
  readonly isClosed: () => boolean
  readonly directory: Directory
  readonly verifyPassword: (userId: string, password: string) => Promise<boolean>
  readonly log: (line: string) => void
}

const queryBudgetMs = 3_000
/** So many documents take a while to be indexed. */
const longIndexing = 5_000

/** One dataset: its documents, who may do what to them, their history and whoever follows along. */
export class Dataset {
  readonly name: string
  readonly policy: DatasetPolicy
  readonly assetsDir: string
  readonly feed: Feed
  readonly history: HistoryThread
  readonly replay: Replay
  readonly serving: Serving
  readonly store: Store
  readonly #options: DatasetOptions
  readonly #house: House
  readonly #refusals: RefusalBook
  readonly #door: Door
  readonly #judgement: Judgement
  #queries: QueryPool
  readonly #filters: FilterThreads
  readonly #audience: Audience
  #latest: string
  #isClosed = false

  constructor(options: DatasetOptions) {
    const {file, assetsDir, extension, directory, newId} = options
    this.#options = options
    this.name = options.name
    this.policy = options.policy
    this.assetsDir = assetsDir
    mkdirSync(assetsDir, {recursive: true})
    this.store = openStore(file, (done, of) => {
      if (of >= longIndexing && done % longIndexing === 0)
        options.log(`Indexing "${options.name}", this once: ${done} of ${of} documents.`)
    })
    this.#latest = this.store.latestTime()
    this.#house = {
      store: this.store,
      guards: options.policy === 'reviewed' ? extension.guards : [],
      roles: extension.roles,
      privacy: {isClosed: options.isClosed, types: extension.privateTypes},
      directory,
    }
    this.feed = createFeed()
    this.#refusals = openRefusalBook(this.store, newId)
    this.#door = openDoor({
      house: this.#house,
      now: () => this.now(),
      newId,
      feed: this.feed,
      refusals: this.#refusals,
    })
    this.history = startHistoryThread({file, roles: extension.roles})
    this.replay = openReplay(file)
    const {vouches} = extension
    this.#judgement = openJudgement({
      store: this.store,
      view: () => this.view(clock),
      isOver: () => this.#isClosed,
      types: options.policy === 'reviewed' ? vouches.types : [],
      stands: vouches.stands,
    })
    this.#queries = this.#queryPool()
    this.serving = openServing({
      ...this.#house,
      judgement: this.#judgement,
      forget: () => this.#queries.forget(),
      isOver: () => this.#isClosed,
    })
    this.#filters = openFilterThreads()
    this.#audience = createAudience({feed: this.feed, thread: this.#filters.of})
  }

  #queryPool(): QueryPool {
    const {file} = this.#options
    const judge = (ids: readonly string[]) => this.#judgement.settleInTurn(ids)
    return createQueryPool({file, budgetMs: queryBudgetMs}, {feed: this.feed, judge})
  }

  /** What everybody may do here. */
  get roles(): Extension['roles'] {
    return this.#house.roles
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#audience.end(
      new LakeError('notFound', `There is no dataset "${this.name}" here any more.`),
    )
    await Promise.all([this.#queries.close(), this.#filters.close(), this.history.close()])
    this.replay.close()
    this.#refusals.close(this.now())
    this.store.close()
  }

  /** The clock never runs backwards here: an expired credential stays expired. */
  now(): string {
    const now = this.#options.now().toISOString()
    if (now > this.#latest) this.#latest = now
    return this.#latest
  }

  async mutate(actor: Actor, request: MutateRequest): Promise<MutateAnswer> {
    const grants = readFilters(this.#house.roles, actor)
    return mutate(this.#door, actor, request, (selection) =>
      this.#queries.selectIds({...selection, identity: actorId(actor), grants}),
    )
  }

  /** Stores an asset document that the lake made itself from the bytes it received. */
  async putAsset(actor: Actor, document: JsonObject): Promise<LakeDocument> {
    return putAsset(this.#door, actor, document)
  }

  /** Sanity's document actions and the registered ones, several in one transaction, in order. */
  async act(actor: Actor, request: ActRequest): Promise<{transactionId: string}> {
    const {extension, verifyPassword} = this.#options
    return act(this.#door, {actions: extension.actions, verifyPassword}, actor, request)
  }

  /** Does what has come due. */
  tick(): readonly TickOutcome[] {
    return [...this.ticking()].filter((outcome) => outcome !== null)
  }

  /** The same piece by piece. Null: others may have their turn. */
  *ticking(): Generator<TickOutcome | null> {
    this.#refusals.settle(this.now())
    const {extension, log} = this.#options
    yield* publishDueReleases(this.#door, log)
    if (this.policy !== 'reviewed') return
    const due = () => extension.due(this.view(clock))
    yield* ticking({name: this.name, door: this.#door, due, log})
  }

  /** Files every document by who may read it now, and lets no thread answer from what it held before. */
  async judgeAnew(): Promise<void> {
    this.serving.markAll()
    const before = this.#queries
    this.#queries = this.#queryPool()
    await before.close()
  }

  mayRead(actor: Actor, document: LakeDocument): boolean {
    this.#judgement.settle([document._id])
    return mayRead(this.#house, actor, document)
  }

  query(actor: Actor, request: QueryRequest): Promise<QueryAnswer> {
    const grants = readFilters(this.#house.roles, actor)
    return this.#queries.run({...request, identity: actorId(actor), grants})
  }

  /** As `query`, for handing on. */
  queryJson(actor: Actor, request: QueryRequest): Promise<WrittenAnswer> {
    const grants = readFilters(this.#house.roles, actor)
    return this.#queries.write({...request, identity: actorId(actor), grants})
  }

  documents(actor: Actor, ids: readonly string[]): FoundDocuments {
    this.#judgement.settle(ids)
    return documentsById(this.#house, actor, ids)
  }

  references(actor: Actor, id: string): FoundReferences {
    this.#judgement.settle(this.store.referrers(id))
    return referencesTo(this.#house, actor, id)
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
    return viewOf(this.#house, workspace, {now, actor})
  }

  /** Tells what is committed from now on, after what was `missed`. Returns how to stop. */
  listen(
    actor: Actor,
    request: ListenRequest,
    follower: Follower,
    missed?: readonly CommittedTransaction[],
  ): () => void {
    const visible = (document: LakeDocument, isWithheld: boolean) =>
      maySee(this.#house, actor, document, () => isWithheld)
    const identity = actorId(actor)
    const filters = readFilters(this.#house.roles, actor)
    const isOwn = [request.query, filters].flat().some(asksWho)
    const key = JSON.stringify([filters, isOwn ? identity : ''])
    return this.#audience.join(request, {key, visible, identity}, follower, missed)
  }

  *export(actor: Actor): Generator<LakeDocument> {
    for (const document of this.store.documents()) if (this.mayRead(actor, document)) yield document
  }
}

import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Feed} from '../listen/feed.ts'
import {type Hook, type HookAttempt, type HookMessage} from './hook.ts'
import {hookSettings} from './hookInput.ts'
import {HookQueue} from './hookQueue.ts'
import {type HookStore, openHookStore} from './hookStore.ts'

export interface HooksOptions {
  readonly file: string
  readonly now: () => Date
  readonly newId: () => string
}

/** What hooks need of a dataset. */
export interface WatchedDataset {
  readonly name: string
  readonly store: {lastSeq(): number}
  readonly feed: Feed
}

export interface Page {
  readonly limit: number
  readonly offset: number
}

const mostHooks = 100

/** The webhooks of a lake: their settings, what they have to deliver and what became of it. */
export class Hooks {
  readonly store: HookStore
  readonly queue: HookQueue
  readonly #options: HooksOptions
  readonly #followers = new Set<() => void>()
  readonly #datasets = new Map<string, WatchedDataset>()

  constructor(options: HooksOptions) {
    this.#options = options
    this.store = openHookStore(options.file)
    this.queue = new HookQueue(this.store, options)
    this.queue.takeUpAgain()
  }

  close(): void {
    this.store.close()
  }

  /** Writes a copy in which nothing waits to be sent: what is brought back must not repeat itself to the world. */
  backup(file: string): void {
    this.store.backup(file)
  }

  /** Calls whenever there may be something to look at or to send. Returns how to stop. */
  follow(follower: () => void): () => void {
    this.#followers.add(follower)
    return () => this.#followers.delete(follower)
  }

  /**
   * Takes note of what is committed to a dataset from now on; what it means for the hooks is looked at later, off this
   * thread. A dataset that comes with a past is none of the hooks' business up to there.
   */
  watch(dataset: WatchedDataset): void {
    const {name, store, feed} = dataset
    this.#datasets.set(name, dataset)
    this.store.transaction(() => {
      for (const {id} of this.list()) {
        const last = store.lastSeq()
        if ((this.store.position(id, name) ?? last) >= last) this.store.setPosition(id, name, last)
      }
    })
    feed.subscribe(({seq, changes}) => {
      for (const {id, wasWithheld} of changes) {
        if (wasWithheld) this.store.addUnserved(name, seq, id)
      }
      this.wake()
    })
  }

  /** A dataset is gone; another one of that name starts anew. */
  forget(dataset: string): void {
    this.#datasets.delete(dataset)
    this.store.removePositions(dataset)
  }

  /** There may be something to do. */
  wake(): void {
    for (const follower of [...this.#followers]) follower()
  }

  list(): readonly Hook[] {
    return this.store.hooks()
  }

  /** @throws LakeError notFound */
  find(id: string): Hook {
    const hook = this.store.hook(id)
    if (hook !== null) return hook
    throw new LakeError('notFound', `There is no webhook "${id.slice(0, 80)}".`)
  }

  /**
   * A new hook, which hears of what is committed from now on.
   * @throws LakeError malformedRequest, tooLarge
   */
  create(body: JsonObject, by: {readonly projectId: string; readonly userId: string}): Hook {
    const settings = hookSettings(body, null)
    this.#checkDataset(settings.dataset)
    if (this.store.hooks().length >= mostHooks) {
      throw new LakeError('tooLarge', `There are ${mostHooks} webhooks already. Delete one first.`)
    }
    const hook: Hook = {
      type: 'document',
      id: this.#options.newId(),
      projectId: by.projectId,
      ...settings,
      isDisabled: false,
      createdAt: this.#now(),
      createdByUserId: by.userId,
      deletedAt: null,
    }
    this.store.transaction(() => {
      this.store.putHook(hook)
      this.#startFromNow(hook)
    })
    return hook
  }

  /**
   * Changes what the body names. Switching a hook off drops what it had still to deliver, and switching it on again
   * starts from that moment.
   * @throws LakeError notFound, malformedRequest
   */
  update(id: string, body: JsonObject): Hook {
    const before = this.find(id)
    const hook = {...before, ...hookSettings(body, before)}
    this.#checkDataset(hook.dataset)
    this.store.transaction(() => {
      this.store.putHook(hook)
      if (hook.isDisabledByUser) this.store.removeQueued(id)
      if (before.isDisabledByUser || hook.dataset !== before.dataset) this.#startFromNow(hook)
    })
    return hook
  }

  /** @throws LakeError notFound */
  remove(id: string): Hook {
    const hook = this.find(id)
    this.store.transaction(() => this.store.removeHook(id))
    return hook
  }

  /** Newest first. @throws LakeError notFound */
  messages(hookId: string, {limit, offset}: Page): readonly HookMessage[] {
    return this.store.messages(this.find(hookId).id, limit, offset)
  }

  /** Newest first. @throws LakeError notFound */
  attempts(hookId: string, {limit, offset}: Page): readonly HookAttempt[] {
    return this.store.attempts(this.find(hookId).id, limit, offset)
  }

  /** @throws LakeError notFound */
  attempt(id: string): HookAttempt {
    const attempt = this.store.attempt(id)
    if (attempt !== null) return attempt
    throw new LakeError('notFound', `There is no attempt "${id.slice(0, 80)}" at delivery.`)
  }

  /**
   * Puts a message about a document that does not exist into the queue, to try the address out.
   * @throws LakeError notFound, malformedRequest
   */
  sendTest(hookId: string): HookMessage {
    const message = this.queue.addTest(this.find(hookId))
    this.wake()
    return message
  }

  #startFromNow(hook: Hook): void {
    for (const {name, store} of this.#datasets.values()) {
      this.store.setPosition(hook.id, name, store.lastSeq())
    }
  }

  #checkDataset(name: string): void {
    if (name === '*' || this.#datasets.has(name)) return
    throw new LakeError('malformedRequest', `There is no dataset named "${name.slice(0, 80)}".`)
  }

  #now(): string {
    return this.#options.now().toISOString()
  }
}

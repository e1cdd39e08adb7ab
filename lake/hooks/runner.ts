import {isAddOn} from '../datasets/folder.ts'
import {type Lake} from '../lake.ts'
import {type CourierOptions, deliverNext, nextDue} from './courier.ts'
import {type Evaluator} from './evaluator.ts'
import {type Hook} from './hook.ts'

export interface RunnerOptions extends Omit<CourierOptions, 'hooks'> {
  readonly lake: Pick<Lake, 'datasets' | 'dataset' | 'hooks'>
  readonly projectId: string
  readonly evaluator: Evaluator
  readonly log: (line: string) => void
}

/** A hook with so many messages waiting hears nothing new until they are fewer; what it missed, it hears then. */
const mostQueued = 1000

/** Looks at what was committed, and delivers what the hooks have to say about it. */
export class HookRunner {
  readonly #options: RunnerOptions
  readonly #lanes = new Map<string, Promise<number>>()
  #scanning: Promise<void> | null = null

  constructor(options: RunnerOptions) {
    this.#options = options
  }

  /** Makes messages of what was committed since the last time, in every dataset. */
  scan(): Promise<void> {
    this.#scanning ??= this.#scanAll().finally(() => (this.#scanning = null))
    return this.#scanning
  }

  /** Sends what is due. One request at a time of each hook; no hook waits for another. */
  async deliver(): Promise<{readonly sent: number}> {
    const sent = await Promise.all(this.#options.lake.hooks.list().map(({id}) => this.#lane(id)))
    return {sent: sent.reduce((sum, each) => sum + each, 0)}
  }

  /** When something is due next, ISO 8601, of the hooks that are not at it; null when nothing is waiting. */
  nextDue(): string | null {
    const {hooks} = this.#options.lake
    const idle = hooks.list().filter(({id}) => !this.#lanes.has(id))
    const times = idle.flatMap((hook) => nextDue(hooks, hook) ?? [])
    return times.sort()[0] ?? null
  }

  #lane(hookId: string): Promise<number> {
    const {lake, ...courier} = this.#options
    const run = async () => {
      let sent = 0
      while (await deliverNext({...courier, hooks: lake.hooks}, hookId)) sent += 1
      return sent
    }
    const lane = this.#lanes.get(hookId) ?? run().finally(() => this.#lanes.delete(hookId))
    this.#lanes.set(hookId, lane)
    return lane
  }

  async #scanAll(): Promise<void> {
    const {lake, log} = this.#options
    for (const {name} of lake.datasets()) {
      try {
        while (await this.#scanDataset(name)) continue
      } catch (error) {
        log(`The webhooks of "${name}" cannot be looked at: ${String(error)}`)
      }
    }
  }

  /** True when there may be more to look at. */
  async #scanDataset(name: string): Promise<boolean> {
    const {lake, projectId, evaluator} = this.#options
    const {hooks} = lake
    const {store} = lake.dataset(name)
    const behind = this.#behind(name, store.lastSeq())
    if (behind.length === 0) return false
    const from = Math.min(...behind.map(({position}) => position))
    const outcome = await evaluator.run({
      projectId,
      dataset: name,
      file: store.file,
      hooks: behind,
      known: hooks.store.messageIdsAfter(name, from),
      unserved: hooks.store.unservedAfter(name, from),
    })
    if (outcome.kind === 'failed') throw new Error(outcome.reason)
    if (outcome.kind === 'stuck') {
      hooks.queue.addStuck(name, outcome.message)
      return true
    }
    hooks.queue.add(
      name,
      behind.map(({hook}) => hook.id),
      outcome.answer,
    )
    return outcome.answer.more
  }

  /** Hooks that have not looked at everything, and may. */
  #behind(dataset: string, last: number): readonly {hook: Hook; position: number}[] {
    const {hooks} = this.#options.lake
    return hooks
      .list()
      .filter((hook) => !hook.isDisabledByUser && isAbout(hook, dataset))
      .filter(({id}) => hooks.store.countQueued(id) < mostQueued)
      .map((hook) => ({hook, position: hooks.store.position(hook.id, dataset) ?? last}))
      .filter(({position}) => position < last)
  }
}

/** What people say to each other about drafts is told only to those who ask for it by name. */
function isAbout({dataset}: Hook, name: string): boolean {
  return dataset === name || (dataset === '*' && !isAddOn(name))
}

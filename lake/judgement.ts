import {setImmediate} from 'node:timers/promises'
import {isPublished, type LakeDocument} from './document.ts'
import {type View, type Vouching} from './guard.ts'
import {type Store} from './store/store.ts'

/** Who is served what, where the file alone does not tell: nothing is before it was judged. */
export interface Judgement {
  /** Takes back what was judged. `misfiled` rows are not served at all. */
  begin(misfiled: readonly string[]): void
  /** Judges those of these that were not. */
  settle(ids: readonly string[]): void
  /** The same, a slice of time at a turn. */
  settleInTurn(ids: readonly string[]): Promise<void>
  settleAll(): Promise<void>
}

interface Court extends Vouching {
  readonly store: Store
  readonly view: () => View
  readonly isOver: () => boolean
}

const sliceMs = 25
const pageSize = 500

export function openJudgement({store, view, types, stands, isOver}: Court): Judgement {
  /** Returns how many of them there was time for. */
  function judge(ids: readonly string[], forMs: number): number {
    const open = ids.filter((id) => store.isUnjudged(id))
    if (open.length === 0) return ids.length
    const end = performance.now() + forMs
    const read = new Map<string, LakeDocument>()
    const now = view()
    const mayBeServed = stands({
      ...now,
      read(id) {
        const document = now.read(id)
        if (document !== null) read.set(id, document)
        return document
      },
    })
    const judged: {id: string; stands: boolean}[] = []
    for (const id of open) {
      judged.push({id, stands: mayBeServed(id)})
      if (performance.now() > end) break
    }
    store.transaction(() => {
      store.judged(judged)
      // Whoever changes later what these rest on must come upon them.
      for (const document of read.values()) store.refer(document)
    })
    return ids.indexOf(judged.at(-1)?.id ?? '') + 1
  }
  async function settleInTurn(ids: readonly string[]): Promise<void> {
    for (let rest = ids; rest.length > 0 && !isOver();) {
      rest = rest.slice(judge(rest, sliceMs))
      await setImmediate()
    }
  }
  return {
    begin(misfiled) {
      const known = new Set(misfiled)
      const ids = types.flatMap((type) => store.idsOfType(type)).filter(isPublished)
      store.withhold(
        misfiled,
        ids.filter((id) => !known.has(id)),
      )
    },
    settle: (ids) => void judge(ids, Infinity),
    settleInTurn,
    async settleAll() {
      for (let ids = store.unjudged(pageSize); ids.length > 0; ids = store.unjudged(pageSize)) {
        await settleInTurn(ids)
        if (isOver()) return
      }
    },
  }
}

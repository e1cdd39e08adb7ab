import {setImmediate} from 'node:timers/promises'
import {type House} from './house.ts'
import {type Judgement} from './judgement.ts'

/** Sees to it that nothing is served that must not be. */
export interface Serving {
  /**
   * Before anybody is served: what the extension vouches for is judged when somebody asks for it, or by `settle`. Rows
   * that pass for other documents are not looked for: they are shown to nobody.
   */
  judge(): void
  /** Judges everything at once, and withholds from readers what does not hold until somebody writes it again. */
  verify(): readonly string[]
  /** Judges what is served, so that nobody has to wait for it, and others get their turn meanwhile. */
  settle(): Promise<void>
  /** Looks for rows that somebody else filed, some at a turn, and withholds them. */
  audit(): Promise<void>
  /** Files every document by who may read it now. */
  markAll(): void
  /** Ids of documents that are published but not served, of those that were judged. */
  withheld(): readonly string[]
}

interface ServingOptions extends Pick<House, 'store' | 'privacy'> {
  readonly judgement: Judgement
  /** Gives no answer again that was worked out before. */
  readonly forget: () => void
  readonly isOver: () => boolean
}

export function openServing({store, privacy, judgement, forget, isOver}: ServingOptions): Serving {
  const markAll = () => store.mark(store.wronglyMarked(privacy))
  return {
    markAll,
    judge() {
      markAll()
      judgement.begin(store.misfiledAmongWithheld())
    },
    verify() {
      markAll()
      judgement.begin([...store.misfiled()].flat())
      judgement.settle(store.unjudged())
      forget()
      return store.withheld()
    },
    settle: () => judgement.settleAll(),
    async audit() {
      for (const pages = store.misfiled(); !isOver(); await setImmediate()) {
        const {value: misfiled, done} = pages.next()
        if (done === true) return
        if (misfiled.length === 0) continue
        store.withholdAlso(misfiled)
        forget()
      }
    },
    withheld: () => store.withheld(),
  }
}

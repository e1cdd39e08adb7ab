import {applyOutcome} from './commit/act.ts'
import {clock} from './actor.ts'
import {type Json} from './document.ts'
import {type Door} from './door.ts'
import {LakeError} from './errors.ts'
import {type ActionContext, type ActionOutcome, type Denial, type DueWork} from './guard.ts'

/** What became of a piece of work that was due. */
export interface TickOutcome {
  readonly subject: string
  readonly name: string
  /** `failed`: by a mistake of ours, which was logged. */
  readonly outcome: 'done' | 'refused' | 'failed'
}

export interface ClockHouse {
  /** Of the dataset, for the log. */
  readonly name: string
  readonly door: Door
  readonly due: () => Iterable<DueWork | null>
  readonly log: (line: string) => void
}

/** Does what has come due, each piece in a commit of its own by the clock. Null: others may have their turn. */
export function* ticking({name, door, due, log}: ClockHouse): Generator<TickOutcome | null> {
  try {
    for (const work of due()) yield work === null ? null : carriedOut(work, door, log)
  } catch (error) {
    log(`What is due in "${name}" cannot be told: ${reasonOf(error)}`)
    yield {subject: '', name: 'due', outcome: 'failed'}
  }
}

/** Does one piece of work. Whatever becomes of it, the next one gets its turn. */
function carriedOut(work: DueWork, door: Door, log: ClockHouse['log']): TickOutcome {
  const {name, subject} = work
  const failed = (error: unknown): TickOutcome => {
    log(`"${name}" was due for "${subject}" and failed: ${reasonOf(error)}`)
    return {subject, name, outcome: 'failed'}
  }
  try {
    commitByClock(door, work, work.run)
    return {subject, name, outcome: 'done'}
  } catch (error) {
    if (!(error instanceof LakeError)) return failed(error)
    const {onRefusal} = work
    if (onRefusal === undefined) return {subject, name, outcome: 'refused'}
    try {
      commitByClock(door, work, (context) => ({
        allowed: true,
        mutations: [],
        entries: onRefusal(denialsOf(error), context),
      }))
      return {subject, name, outcome: 'refused'}
    } catch (second) {
      return failed(second)
    }
  }
}

function commitByClock(
  door: Door,
  {name, subject}: DueWork,
  run: (context: ActionContext) => ActionOutcome,
): void {
  const transactionId = door.newId()
  const attempt = {actor: clock, transactionId, dryRun: false, door: {type: name, subject}}
  door.commit(attempt, (workspace, view, append) => {
    const outcome = run({...view, actor: clock, transactionId, factors: []})
    applyOutcome(door, outcome, workspace, append)
  })
}

/** Not everything that the lake says no to comes from a guard: a reference that leads nowhere is no denial of theirs. */
function denialsOf({code, message, details}: LakeError): readonly Denial[] {
  const denials: Json | undefined = details['denials']
  if (Array.isArray(denials)) return denials as unknown as readonly Denial[]
  return [{code, message, who: 'Somebody who can correct the document.'}]
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

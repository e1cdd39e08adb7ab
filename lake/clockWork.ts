import {LakeError} from './errors.ts'
import {type ActionContext, type ActionOutcome, type Denial, type DueWork} from './guard.ts'
import {type Json} from './document.ts'

/** What became of a piece of work that was due. */
export interface TickOutcome {
  readonly subject: string
  readonly name: string
  /** `failed`: by a mistake of ours, which was logged. */
  readonly outcome: 'done' | 'refused' | 'failed'
}

export interface ClockDoor {
  /** Commits what `run` comes to, by the clock. */
  readonly commit: (work: DueWork, run: (context: ActionContext) => ActionOutcome) => void
  readonly log: (line: string) => void
}

/** Does one piece of work. Whatever becomes of it, the next one gets its turn. */
export function carriedOut(work: DueWork, {commit, log}: ClockDoor): TickOutcome {
  const {name, subject} = work
  const failed = (error: unknown): TickOutcome => {
    log(`"${name}" was due for "${subject}" and failed: ${reasonOf(error)}`)
    return {subject, name, outcome: 'failed'}
  }
  try {
    commit(work, work.run)
    return {subject, name, outcome: 'done'}
  } catch (error) {
    if (!(error instanceof LakeError)) return failed(error)
    const {onRefusal} = work
    if (onRefusal === undefined) return {subject, name, outcome: 'refused'}
    try {
      commit(work, (context) => ({
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

/** Not everything that the lake says no to comes from a guard: a reference that leads nowhere is no denial of theirs. */
function denialsOf({code, message, details}: LakeError): readonly Denial[] {
  const denials: Json | undefined = details['denials']
  if (Array.isArray(denials)) return denials as unknown as readonly Denial[]
  return [{code, message, who: 'Somebody who can correct the document.'}]
}

export function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

import {createContext, Script} from 'node:vm'
import {LakeError} from './errors.ts'

const script = new Script('work()')
const context: {work: () => unknown} = {work: () => undefined}
createContext(context)

const slowQuery = () =>
  new LakeError('queryTimeout', 'The query takes too long here. Ask for less.')

/**
 * Runs work that somebody else wrote, on the thread that commits, and ends it when its time is over. It must leave
 * nothing half done behind: evaluating a query does not, and neither does what is rolled back.
 * @throws LakeError queryTimeout, or the one that is given
 */
export function withinBudget<T>(
  milliseconds: number,
  work: () => T,
  tooSlow: () => LakeError = slowQuery,
): T {
  try {
    context.work = work
    const timeout = Math.max(1, Math.ceil(milliseconds))
    return script.runInContext(context, {timeout, displayErrors: false}) as T
  } catch (error) {
    const {code} = error as {readonly code?: unknown}
    if (code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw tooSlow()
  }
}

import {type Denial as LakeDenial} from '../../../lake/guard.ts'
import {type Denial, denialMessage, isStale} from '../policy/index.ts'

/** The policy's reasons in the form that the lake passes on. */
export function refused(
  denials: readonly Denial[],
  documentId: string,
): {readonly allowed: false; readonly stale: boolean; readonly denials: readonly LakeDenial[]} {
  return {
    allowed: false,
    stale: isStale(denials),
    denials: denials.map((denial) => ({code: denial.code, ...denialMessage(denial), documentId})),
  }
}

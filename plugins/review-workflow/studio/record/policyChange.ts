import {defaultPolicy, isPolicy, type Policy} from '../../policy/index.ts'
import {type RecordEvent} from '../reads.ts'

type Decision = Pick<RecordEvent, 'seq' | 'kind' | 'body'>

/** What a decision on the policy is about: the one in force until then, and the one that was proposed. */
export function policyChange(
  {seq, kind, body}: Decision,
  events: readonly Decision[],
): {readonly before: Policy; readonly after: Policy} | null {
  if (!kind.startsWith('policy')) return null
  const proposal = events.find((event) => event.seq === body['proposal'])
  const after = body['policy'] ?? proposal?.body['policy']
  const before = events
    .filter((event) => event.kind === 'policyAdopted' && event.seq < seq)
    .map((event) => event.body['policy'])
    .findLast(isPolicy)
  return isPolicy(after) ? {before: before ?? defaultPolicy, after} : null
}

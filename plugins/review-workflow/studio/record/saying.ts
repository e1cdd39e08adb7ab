import {type RecordEvent} from '../reads.ts'
import {triggers} from '../policyPage/policyDifference.ts'

/**
 * The sentence that tells an entry: of a page that the policy took down by itself, the one that says why;
 * of a credential that nobody checked, that nobody did.
 */
export function saying({kind, body}: Pick<RecordEvent, 'kind' | 'body'>): string {
  const trigger = triggers.find((each) => each === body['trigger'])
  if (kind === 'credentialVerified' && body['method'] === 'demonstration') {
    return 'record.credentialVerified.demonstration'
  }
  return kind === 'withdrawn' && trigger !== undefined
    ? `record.withdrawn.${trigger}`
    : `record.kind.${kind}.says`
}

import {type Command, type Policy} from '../../policy/index.ts'

/** The command to change the policy in force into another: the next in number. */
export function proposal(
  inForce: Policy,
  edited: Policy,
  reason: string,
): Extract<Command, {type: 'proposePolicy'}> {
  return {
    type: 'proposePolicy',
    policy: {...edited, revision: inForce.revision + 1},
    reason,
    factors: ['password'],
  }
}

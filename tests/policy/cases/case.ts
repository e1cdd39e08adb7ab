import {
  type Command,
  type Decision,
  type Denial,
  type Facts,
} from '../../../plugins/review-workflow/policy/index.ts'

/** What the rules of one idea allow, and each reason that they give for a no. */
export interface Cases {
  readonly allowed: readonly (readonly [string, Facts, Command, Decision])[]
  readonly refused: readonly (readonly [string, Facts, Command, readonly Denial[]])[]
}

export const yes: Decision = {allowed: true, credentials: [], signOffs: []}

export function roleMissing(...anyOf: Extract<Denial, {code: 'roleMissing'}>['anyOf']): Denial {
  return {code: 'roleMissing', anyOf}
}

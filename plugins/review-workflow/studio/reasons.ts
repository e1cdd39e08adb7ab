import {type Decision, type Denial, denialMessage, type DenialMessage} from '../policy/index.ts'

/** Every reason of a no, in words. */
export function reasons(decision: Decision): readonly DenialMessage[] {
  return decision.allowed ? [] : decision.denials.map(denialMessage)
}

/** The same as one text, for a tooltip. */
export function reasonsText(decision: Decision): string {
  return reasons(decision)
    .map(({message}) => message)
    .join(' ')
}

/** True when nothing that this user could do would turn the no into a yes: then there is no point in a button. */
export function isOutOfReach(decision: Decision): boolean {
  return !decision.allowed && decision.denials.some(({code}) => outOfReach.includes(code))
}

const outOfReach: readonly Denial['code'][] = [
  'notSignedIn',
  'notAPerson',
  'roleMissing',
  'notGoverned',
  'notACredential',
]

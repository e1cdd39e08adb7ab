import {type Decision, type DenialCode, denialMessage, type DenialMessage} from '../policy/index.ts'

/** Every reason of a no, in words. */
export function reasons(decision: Decision): readonly DenialMessage[] {
  return decision.allowed ? [] : decision.denials.map(denialMessage)
}

/** The first few as one text, for a tooltip; `more` says how many are left to read elsewhere. */
export function reasonsText(decision: Decision, more: (count: number) => string): string {
  const messages = reasons(decision).map(({message}) => message)
  const left = messages.length - tooltipReasons
  return left > 0
    ? [...messages.slice(0, tooltipReasons), more(left)].join(' ')
    : messages.join(' ')
}

const tooltipReasons = 3

/** What is wanting in the document itself, whoever asks. */
export function reasonsOfDocument(decision: Decision): readonly DenialMessage[] {
  return decision.allowed
    ? []
    : decision.denials.filter(({code}) => !outOfReach.includes(code)).map(denialMessage)
}

/** True when nothing that this user could do would turn the no into a yes: then there is no point in a button. */
export function isOutOfReach(decision: Decision): boolean {
  return !decision.allowed && decision.denials.some(({code}) => outOfReach.includes(code))
}

const outOfReach: readonly DenialCode[] = [
  'notSignedIn',
  'notAPerson',
  'roleMissing',
  'notGoverned',
  'notACredential',
  'notThePolicy',
]

/** True when there is nothing of the kind to be done now, as with a request that nobody has made. */
export function isBesideThePoint(decision: Decision, codes: readonly DenialCode[]): boolean {
  return !decision.allowed && decision.denials.some(({code}) => codes.includes(code))
}

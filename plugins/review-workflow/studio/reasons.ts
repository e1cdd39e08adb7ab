import {
  type Decision,
  type Denial,
  type DenialCode,
  denialMessage,
  type DenialMessage,
} from '../policy/index.ts'

export interface Reason extends DenialMessage {
  /** Ids of works in the message: whoever shows it knows their titles. */
  readonly works?: readonly string[]
}

/** Every reason of a no, in words. */
export function reasons(decision: Decision): readonly Reason[] {
  return decision.allowed ? [] : decision.denials.map(reasonOf)
}

function reasonOf(denial: Denial): Reason {
  const words = denialMessage(denial)
  return 'citations' in denial ? {...words, works: denial.citations} : words
}

/** Who can change that, as long as the reason has not just ended on them: `… by a, b or c.` */
export function whoBesides({message, who}: Pick<Reason, 'message' | 'who'>): string | null {
  return who === '' || message.toLowerCase().endsWith(`${who.toLowerCase()}.`) ? null : who
}

/** The server's reasons, which come as words alone, with the works that they name. */
export function naming(
  reasons: readonly DenialMessage[],
  works: readonly string[],
): readonly Reason[] {
  return reasons.map((reason) => ({
    ...reason,
    works: works.filter((id) => reason.message.includes(id)),
  }))
}

/** A text and the ids in it, in their order. */
export function partsOf(
  text: string,
  ids: readonly string[],
): readonly ({readonly text: string} | {readonly id: string})[] {
  // An id may be the beginning of another.
  const [first] = ids
    .filter((id) => text.includes(id))
    .toSorted((one, other) => text.indexOf(one) - text.indexOf(other) || other.length - one.length)
  if (first === undefined) return text === '' ? [] : [{text}]
  const at = text.indexOf(first)
  return [
    ...(at === 0 ? [] : [{text: text.slice(0, at)}]),
    {id: first},
    ...partsOf(text.slice(at + first.length), ids),
  ]
}

/** The first few as one text, for a tooltip, which names no works but counts them, and how many more there are. */
export function reasonsText(
  decision: Decision,
  say: (words: 'more' | 'works', options: {readonly count: number}) => string,
): string {
  const denials = decision.allowed ? [] : decision.denials
  const messages = denials.map((denial) => denialMessage(counted(denial)).message)
  const left = messages.length - tooltipReasons
  return left > 0
    ? [...messages.slice(0, tooltipReasons), say('more', {count: left})].join(' ')
    : messages.join(' ')

  function counted(denial: Denial): Denial {
    if (!('citations' in denial)) return denial
    return {...denial, citations: [say('works', {count: denial.citations.length})]}
  }
}

const tooltipReasons = 3

/** What is wanting in the document itself, whoever asks. */
export function reasonsOfDocument(decision: Decision): readonly Reason[] {
  return decision.allowed
    ? []
    : decision.denials.filter(({code}) => !outOfReach.includes(code)).map(reasonOf)
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

import {
  type Checklist,
  checklistItems,
  type Command,
  type ReviewRequest,
} from '../../policy/index.ts'
import type {ReviewRead} from '../reads.ts'
import type {CommandFields} from '../runCommand.ts'

export type SigningCommand = 'signOff' | 'renew'

/** What the dialog asks for; `null` = not answered yet. */
export interface SignatureAnswers {
  readonly withNotes: boolean | null
  readonly notes: string
  readonly checklist: Checklist
  readonly conflict: Extract<Command, {type: 'signOff'}>['conflictOfInterest'] | null
  readonly statement: string
  readonly password: string
}

export const noAnswers: SignatureAnswers = {
  withNotes: null,
  notes: '',
  checklist: {},
  conflict: null,
  statement: '',
  password: '',
}

export type Left = 'questions' | 'notes' | 'statement' | 'password'

/** What is left to do before it can be sent. */
export function leftToAnswer(
  command: SigningCommand,
  {withNotes, notes, checklist, conflict, statement, password}: SignatureAnswers,
): readonly Left[] {
  const isAnswered =
    (command === 'renew' || withNotes !== null) &&
    checklistItems.every((item) => checklist[item] !== undefined) &&
    conflict !== null
  const lacksNotes = command === 'signOff' && withNotes === true && notes.trim() === ''
  const lacksStatement = conflict === 'disclosed' && statement.trim() === ''
  return [
    ...(isAnswered ? [] : ['questions' as const]),
    ...(lacksNotes ? ['notes' as const] : []),
    ...(lacksStatement ? ['statement' as const] : []),
    ...(password === '' ? ['password' as const] : []),
  ]
}

type Seen = Pick<ReviewRead, 'digest' | 'closureDigest' | 'attestation'>

/** The command as it would be sent now: what is not answered yet stands as filled in well. */
export function signatureCommand(
  command: SigningCommand,
  seen: Seen,
  {withNotes, notes, checklist, conflict, statement}: SignatureAnswers,
): Command {
  const signature = {
    digest: seen.digest ?? '',
    closureDigest: seen.closureDigest ?? '',
    attestation: seen.attestation.id,
    factors: ['password'],
    conflictOfInterest: conflict ?? 'none',
    conflictStatement: conflict === 'disclosed' ? statement.trim() || '…' : null,
    checklist,
  } as const
  return command === 'renew'
    ? {type: 'renew', ...signature}
    : {type: 'signOff', notes: withNotes === true ? notes.trim() || '…' : null, ...signature}
}

/** The same as the server wants it. */
export function signatureFields(
  command: SigningCommand,
  seen: Seen,
  answers: SignatureAnswers,
  /** `undefined` where nothing is known of what was on screen: then nothing is said of it. */
  opened: readonly string[] | undefined,
  request: Pick<ReviewRequest, 'shared'> | null,
): CommandFields {
  const {withNotes, notes, checklist, conflict, statement, password} = answers
  const shared = request?.shared ?? []
  return {
    digest: seen.digest ?? '',
    closureDigest: seen.closureDigest ?? '',
    attestation: seen.attestation.id,
    password,
    // Whoever does not answer does not sign.
    conflictOfInterest: conflict ?? 'mustRecuse',
    ...(conflict === 'disclosed' ? {conflictStatement: statement.trim()} : {}),
    checklist,
    opened,
    ...(command === 'signOff' && withNotes === true ? {notes: notes.trim()} : {}),
    ...(command === 'signOff' && shared.length > 0 ? {shared} : {}),
  }
}

import {type RecordEvent} from '../reads.ts'

/** One thing that an entry of the record says, in the way in which it is best shown. */
export type Detail = {readonly name: string} & (
  | {
      readonly as: 'text' | 'code' | 'day' | 'moment' | 'link' | 'path' | 'stage' | 'door'
      readonly text: string
    }
  | {readonly as: 'count'; readonly count: number}
  /** Codes that have words of their own, below `record.<name>.`. */
  | {readonly as: 'words'; readonly codes: readonly string[]}
  | {readonly as: 'reasons' | 'fields' | 'documents' | 'topics'; readonly list: readonly string[]}
  /** Numbers of other entries. */
  | {readonly as: 'entries'; readonly seqs: readonly number[]}
  | {readonly as: 'answers'; readonly answers: readonly (readonly [string, string])[]}
  | {readonly as: 'credentials'; readonly credentials: readonly CredentialAsSigned[]}
)

export interface CredentialAsSigned {
  readonly label: string
  readonly jurisdiction: string
  readonly issued: string
  readonly expires: string
}

type Shown = Detail['as']

/** In the order in which somebody reads it. What is not here is in the entry as it is kept. */
const shown: readonly (readonly [field: string, as: Shown])[] = [
  ['meaning', 'words'],
  ['from', 'code'],
  ['to', 'text'],
  ['due', 'day'],
  ['note', 'text'],
  ['path', 'path'],
  ['quote', 'text'],
  ['text', 'text'],
  ['blocking', 'words'],
  ['comment', 'entries'],
  ['answers', 'entries'],
  ['answer', 'text'],
  ['reason', 'text'],
  ['signOff', 'entries'],
  ['signOffs', 'entries'],
  ['proposal', 'entries'],
  ['credentials', 'credentials'],
  ['attestationText', 'text'],
  ['conflictOfInterest', 'words'],
  ['conflictStatement', 'text'],
  ['notes', 'text'],
  ['checklist', 'answers'],
  ['changedFields', 'fields'],
  ['changedShared', 'documents'],
  ['unopened', 'fields'],
  ['stage', 'stage'],
  ['day', 'day'],
  ['pages', 'count'],
  ['topics', 'topics'],
  ['trigger', 'words'],
  ['consequence', 'words'],
  ['about', 'documents'],
  ['publishAt', 'moment'],
  ['method', 'words'],
  ['sourceUrl', 'link'],
  ['checkedOn', 'day'],
  ['codes', 'reasons'],
  ['door', 'door'],
  ['factors', 'words'],
  ['shared', 'documents'],
  ['digest', 'code'],
  ['closureDigest', 'code'],
  ['policyVersion', 'code'],
  ['policyHash', 'code'],
  ['hash', 'code'],
]

/** Where nobody looked, there is no place and no day of it. */
const ofALook: readonly string[] = ['sourceUrl', 'checkedOn']

/** What an entry says, as far as we know how to read it. Nothing is guessed: another shape is left to its JSON. */
export function details({kind, body}: Pick<RecordEvent, 'kind' | 'body'>): readonly Detail[] {
  const unlooked = body['method'] === 'demonstration' ? ofALook : []
  return shown
    .filter(([name]) => !unlooked.includes(name))
    .flatMap(([name, as]) => {
      const value = body[name]
      if (value === undefined || value === null || value === '') return []
      if (name === 'reason' && kind === 'voided') return detail(name, 'words', value)
      if (name === 'to') return recipient(value)
      if (name === 'hash') return detail('policyHash', as, value)
      // What the server does by itself has its reason in what happened.
      if (name === 'reason' && value === body['trigger']) return []
      return detail(name, as, value)
    })
}

function detail(name: string, as: Shown, value: unknown): readonly Detail[] {
  switch (as) {
    case 'text':
    case 'code':
    case 'day':
    case 'moment':
    case 'link':
    case 'path':
    case 'stage':
    case 'door':
      return typeof value === 'string' ? [{name, as, text: value}] : []
    case 'count':
      return typeof value === 'number' ? [{name, as, count: value}] : []
    case 'words': {
      const codes = typeof value === 'boolean' ? [String(value)] : texts(value)
      return codes.length === 0 ? [] : [{name, as, codes}]
    }
    case 'reasons':
    case 'fields':
    case 'documents':
    case 'topics': {
      const list = texts(value)
      return list.length === 0 ? [] : [{name, as, list}]
    }
    case 'entries': {
      const seqs = (Array.isArray(value) ? value : [value]).filter((seq) => typeof seq === 'number')
      return seqs.length === 0 ? [] : [{name, as, seqs}]
    }
    case 'answers': {
      const answers = pairs(value)
      return answers.length === 0 ? [] : [{name, as, answers}]
    }
    case 'credentials': {
      const credentials = Array.isArray(value) ? value.map(credentialAsSigned) : []
      return credentials.length === 0 ? [] : [{name, as, credentials}]
    }
  }
}

/** Somebody, or the digest that sign-offs were carried over to. */
function recipient(value: unknown): readonly Detail[] {
  if (typeof value === 'string') return [{name: 'carriedTo', as: 'code', text: value}]
  const name = text(value, 'name')
  return name === '' ? [] : [{name: 'to', as: 'text', text: name}]
}

function credentialAsSigned(value: unknown): CredentialAsSigned {
  return {
    label: text(value, 'label'),
    jurisdiction: text(value, 'jurisdiction'),
    issued: text(value, 'issued'),
    expires: text(value, 'expires'),
  }
}

function pairs(value: unknown): readonly (readonly [string, string])[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string')
    : []
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
}

function text(value: unknown, field: string): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined
  return typeof found === 'string' ? found : ''
}

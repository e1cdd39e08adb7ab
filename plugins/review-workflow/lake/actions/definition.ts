import {draftId, type Json, type JsonObject, type LakeDocument} from '../../../../lake/document.ts'
import {type ActionContext, type LedgerEntry} from '../../../../lake/guard.ts'
import {
  closureReached,
  type Command,
  type Decision,
  type Facts,
  isStanding,
  type SignOff,
} from '../../policy/index.ts'
import {signature} from '../facts.ts'

/** What a review command reads from the wire, and what it puts in the record when the policy allows it. */
export interface Definition {
  readonly fields: Fields
  readonly command: (action: JsonObject, context: ActionContext) => Command
  /** The sentence that says what of the request is not so in the document, or `null`. */
  readonly misfit?: (given: Allowed) => string | null
  readonly entries: (given: Allowed) => readonly LedgerEntry[]
  readonly mutations?: (given: Allowed) => readonly JsonObject[]
}

/** What must be there besides the subject, and what may be. Anything else in a request is passed over. */
export interface Fields {
  readonly needs: Readonly<Record<string, FieldKind>>
  readonly takes?: Readonly<Record<string, FieldKind>>
}

export type FieldKind = 'text' | 'number' | 'boolean' | 'texts' | 'ids' | 'object'

const mostIds = 50
const longestId = 128

const kinds: {readonly [kind in FieldKind]: (value: Json | undefined) => boolean} = {
  text: (value) => typeof value === 'string',
  number: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  texts: (value) => Array.isArray(value) && value.every((item: Json) => typeof item === 'string'),
  ids: (value) =>
    Array.isArray(value) &&
    value.length <= mostIds &&
    value.every((id: Json) => typeof id === 'string' && id.length <= longestId),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** The sentence that says what is wrong with a request, or `null`. */
export function complaint(name: string, action: JsonObject, fields: Fields): string | null {
  const needs = Object.entries({publishedId: 'text' as const, ...fields.needs})
  const wrong = [
    ...needs.filter(([field, kind]) => !kinds[kind](action[field])),
    ...Object.entries(fields.takes ?? {}).filter(
      ([field, kind]) =>
        action[field] !== undefined && action[field] !== null && !kinds[kind](action[field]),
    ),
  ]
  if (wrong.length > 0) {
    const wanted = wrong.map(([field, kind]) => `"${field}" as ${kindWords[kind]}`)
    return `review.action.${name} needs ${wanted.join(', ')}.`
  }
  const long = Object.entries(action).find(
    ([, value]) => typeof value === 'string' && value.length > longestText,
  )
  return long === undefined ? null : `"${long[0]}" is longer than ${longestText} characters.`
}

const kindWords: {readonly [kind in FieldKind]: string} = {
  text: 'text',
  number: 'a whole number',
  boolean: 'true or false',
  texts: 'a list of texts',
  ids: `a list of up to ${mostIds} ids`,
  object: 'an object',
}

/** A record is for ever: it is no place for a book. */
const longestText = 10_000

export interface Allowed {
  readonly action: JsonObject
  readonly context: ActionContext
  readonly facts: Facts
  readonly decision: Extract<Decision, {allowed: true}>
  readonly subject: string
}

export function text(action: JsonObject, field: string): string {
  const value = action[field]
  return typeof value === 'string' ? value : ''
}

/** The record of one event, by whoever asked for it. */
export function record(
  {context, subject}: Allowed,
  kind: string,
  body: JsonObject,
): readonly LedgerEntry[] {
  const {personId, name} = signature(context.actor)
  return [{kind, subject, body: {...body, personId, name}}]
}

/** The words that a command is about: the draft, or else what is live. */
export function wordsOf({context, subject}: Allowed): LakeDocument | null {
  return context.read(draftId(subject)) ?? context.read(subject)
}

/** Sign-offs that a decision ends for good: those of the draft, or of the live words, too. */
export function voids(
  {facts, subject, context}: Allowed,
  reason: 'changesRequested' | 'refused' | 'withdrawn' | 'recused',
): readonly LedgerEntry[] {
  return (
    facts.signOffs
      .filter(isStanding)
      .filter((signOff) => reason === 'withdrawn' || !isOfLive(signOff, facts))
      // Who steps back takes their own signature along, and nobody else's.
      .filter(
        ({personId}) => reason !== 'recused' || personId === signature(context.actor).personId,
      )
      .map(({seq}) => ({kind: 'voided', subject, body: {signOff: seq, reason}}))
  )
}

/** Readers keep what was signed for them, whatever is said of what is to come. */
function isOfLive(signOff: SignOff, facts: Facts): boolean {
  const {live} = facts.subject
  return (
    live !== null && signOff.digest === live.digest && closureReached(signOff, live, facts, 'live')
  )
}

/** The page comes down; its words are kept as a draft. */
export function takenDown(live: LakeDocument | null): readonly JsonObject[] {
  if (live === null) return []
  const {_rev, _updatedAt, _system, ...words} = live
  return [{createIfNotExists: {...words, _id: draftId(live._id)}}, {delete: {id: live._id}}]
}

import {type CustomValidator, type StringRule} from 'sanity'
import {type Scheme} from './identifiers.ts'

/** True where nothing is written: no text at all, or blanks alone. */
export const isBlank = (text: unknown): boolean =>
  typeof text === 'string' ? text.trim() === '' : text === undefined || text === null

/** Nothing is given: no text that says anything, and no member of a list. */
export const isEmpty = (value: unknown): boolean =>
  Array.isArray(value) ? value.length === 0 : isBlank(value)

/** Asks for text that is more than blanks. `required()` tells those who generate types that it is always there. */
export const written =
  (message: string) =>
  (rule: StringRule): StringRule =>
    rule
      .required()
      // Of no text at all, `required()` speaks already.
      .custom((text) => !text || !isBlank(text) || message)
      .error(message)

/** Leaves blanks to the rule that asks for text, so that they are told once. */
export const ifWritten =
  (check: CustomValidator<string | undefined>): CustomValidator<string | undefined> =>
  (text, context) =>
    isBlank(text) || check(text, context)

const lengthOf = (text: string | undefined): number => (text ?? '').trim().length

/** Blanks around a text are not counted, and a text that is not there has no length. */
export const charactersBetween =
  (least: number, most: number): CustomValidator<string | undefined> =>
  (text) => {
    const length = lengthOf(text)
    return (
      length === 0 ||
      (length >= least && length <= most) ||
      `${counted(length, 'character')}. Write between ${least} and ${most}.`
    )
  }

export const atMostCharacters =
  (limit: number, why = ''): CustomValidator<string | undefined> =>
  (text) => {
    const length = lengthOf(text)
    const advice = `${counted(length, 'character')}. Keep it to ${limit} or fewer.`
    return length <= limit || [advice, why].filter(Boolean).join(' ')
  }

export const counted = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`

/** Accepts an identifier only in its plain form, so that the same work is not stored in two spellings. */
export const plain =
  (scheme: Scheme): CustomValidator<string | undefined> =>
  (text) => {
    if (text === undefined || text === '') return true
    const verdict = scheme.check(text)
    if (verdict !== true) return verdict
    return scheme.normalise(text) === text || `Write it as ${scheme.normalise(text)}`
  }

/** Accepts an identifier with the hyphens and spaces people write it with. */
export const readable =
  (scheme: Scheme): CustomValidator<string | undefined> =>
  (text) =>
    text === undefined || text === '' || scheme.check(text)

export const wordCount = (text: string): number => text.split(/\s+/).filter(Boolean).length

export const atMostWords =
  (limit: number): CustomValidator<string | undefined> =>
  (text) => {
    const words = wordCount(text ?? '')
    return words <= limit || `${words} words. Keep it to ${limit} or fewer.`
  }

/** One sentence for a number, whichever limit it breaks. */
export const wholeNumber =
  (least: number, most: number, message: string): CustomValidator<number | undefined> =>
  (value) =>
    value === undefined || (Number.isInteger(value) && value >= least && value <= most) || message

export const numberBetween =
  (least: number, most: number, message: string): CustomValidator<number | undefined> =>
  (value) =>
    value === undefined || (value >= least && value <= most) || message

/** Members of a list that say what an earlier one says; of texts, case and blanks around them do not count. */
export const onlyOnce =
  (message: string): CustomValidator<readonly unknown[] | undefined> =>
  (members) => {
    const seen = new Set<string>()
    const again = (members ?? []).flatMap((member, index) => {
      const said = sameness(member)
      if (said === '' || !seen.has(said)) {
        seen.add(said)
        return []
      }
      return [{message, path: [keyOf(member) ?? index]}]
    })
    return again.length === 0 || again
  }

function sameness(member: unknown): string {
  if (typeof member === 'string') return member.trim().toLowerCase()
  if (typeof member !== 'object' || member === null) return JSON.stringify(member) ?? ''
  return '_ref' in member ? String(member._ref) : JSON.stringify({...member, _key: undefined})
}

export const keyOf = (member: unknown): {_key: string} | undefined =>
  typeof member === 'object' &&
  member !== null &&
  '_key' in member &&
  typeof member._key === 'string'
    ? {_key: member._key}
    : undefined

const hour = 3_600_000

/** True of a day that has begun somewhere: where it begins first, that is fourteen hours before Greenwich. */
export const hasBegun = (day: string): boolean =>
  day <= new Date(Date.now() + 14 * hour).toISOString().slice(0, 10)

/** Keeps a day from lying ahead. */
export const notAhead =
  (message: string): CustomValidator<string | undefined> =>
  (day) =>
    day === undefined || hasBegun(day) || message

/** True where the first of two dates is on or before the second, or either is missing. */
export const inOrder = (first: string | undefined, second: string | undefined): boolean =>
  first === undefined || second === undefined || first <= second

/** For warnings: `required()` would tell those who generate types that the value is always there. */
export const wanted =
  (message: string): CustomValidator<unknown> =>
  (value) =>
    !isEmpty(value) || message

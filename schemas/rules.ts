import {type CustomValidator} from 'sanity'
import {type Scheme} from './identifiers.ts'

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

/** True where the first of two dates is on or before the second, or either is missing. */
export const inOrder = (first: string | undefined, second: string | undefined): boolean =>
  first === undefined || second === undefined || first <= second

/** For warnings: `required()` would tell those who generate types that the value is always there. */
export const wanted =
  (message: string): CustomValidator<unknown> =>
  (value) => {
    const isEmpty = Array.isArray(value) ? value.length === 0 : (value ?? '') === ''
    return !isEmpty || message
  }

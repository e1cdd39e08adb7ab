import {type Actor, digest, type Objection} from '../../policy/index.ts'
import {type ReviewRead} from '../reads.ts'
import {type Fields, isSame, wordFields} from './values.ts'

/** Earlier words to compare with: those signed last, or those that a reviewer objected to since. */
export type Basis =
  | {readonly kind: 'signature'; readonly at: string; readonly name: string}
  | {
      readonly kind: Objection['kind']
      readonly at: string
      readonly name: string
      /** By whoever reads now. */
      readonly own: boolean
    }

/** What there is to compare with, the most telling first: whoever objected wants to know what came of it. */
export function basesOf({
  facts,
  changed: {since},
  answered,
}: Pick<ReviewRead, 'facts' | 'changed' | 'answered'>): readonly Basis[] {
  const objection = facts.objection ?? answered
  const signed =
    since === null ? [] : [{kind: 'signature', at: since.at, name: since.name} as const]
  if (objection === null || (since !== null && objection.at < since.at)) return signed
  const {kind, at, name} = objection
  const own = isOwn(objection, facts.actor)
  const objected = {kind, at, name, own}
  return own ? [objected, ...signed] : [...signed, objected]
}

export function isOwn({personId}: Pick<Objection, 'personId'>, actor: Actor): boolean {
  return actor.kind === 'person' && actor.personId === personId
}

/** Parts of the page that are not what they were: its own fields, and documents shown with it. */
export interface Differences {
  readonly fields: readonly string[]
  readonly shared: readonly string[]
}

/** The same for words that no signature keeps digests of: told from the earlier words themselves. */
export function differences(
  words: Fields,
  closure: ReviewRead['closure'],
  before: {readonly document: Fields; readonly shared: ReadonlyMap<string, Fields>},
): Differences {
  const fields = [...new Set([...wordFields(words), ...wordFields(before.document)])]
  return {
    fields: fields.filter((name) => !isSame(words[name], before.document[name])),
    shared: closure.flatMap(({id, digest: now}) => {
      const then = before.shared.get(id)
      return then !== undefined && digest(then) === now ? [] : [id]
    }),
  }
}

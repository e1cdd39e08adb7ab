import {type Actor, digest, type Objection} from '../../policy/index.ts'
import {type Answered, type ReviewRead} from '../reads.ts'
import {type Fields, isSame, wordFields} from './values.ts'

/** Earlier words to compare with: those signed last, or those that a reviewer objected to since. */
export interface Basis {
  readonly kind: 'signature' | Objection['kind']
  readonly at: string
  readonly name: string
  /** By whoever reads now. */
  readonly own: boolean
}

type Read = Pick<ReviewRead, 'facts' | 'changed' | 'answered'>

/** What there is to compare with, the most telling first: whoever objected wants to know what came of it. */
export function basesOf(read: Read): readonly Basis[] {
  const {facts, changed} = read
  const {since} = changed
  const objected = exchangesOf(read)
    .filter(({no}) => isOpenFor(no, read))
    .map(({no}) => basis(no.kind, no, isOwn(no, facts.actor)))
  const signer = facts.signOffs.find(({seq}) => seq === since?.seq)
  const isOwnSignature = signer !== undefined && isOwn(signer, facts.actor)
  return [
    ...objected.filter(({own}) => own),
    ...(since === null ? [] : [basis('signature', since, isOwnSignature)]),
    ...objected.filter(({own}) => !own),
  ]
}

function basis(
  kind: Basis['kind'],
  {at, name}: {readonly at: string; readonly name: string},
  own: boolean,
): Basis {
  return {kind, at, name, own}
}

/** Whoever signs has seen what came of it: their own signature for their own no, anybody's for another's. */
function isOpenFor(no: Exchange['no'], {facts, changed: {since}}: Read): boolean {
  return isOwn(no, facts.actor)
    ? !facts.signOffs.some(({personId, at}) => personId === no.personId && at > no.at)
    : since === null || no.at > since.at
}

/** A reviewer's no, and what an editor answered; `null` as long as nobody has. */
export interface Exchange {
  readonly no: Omit<Objection, 'seq'>
  readonly answer: Answered['answer'] | null
}

/** Of all that was asked for in this round, oldest first, what concerns a reader: their own last no, and the last of all. */
export function exchangesOf({
  facts: {objection, actor},
  answered,
}: Pick<ReviewRead, 'facts' | 'answered'>): readonly Exchange[] {
  const all: readonly Exchange[] = [
    ...answered.map(({answer, ...no}) => ({no, answer})),
    ...(objection === null ? [] : [{no: objection, answer: null}]),
  ]
  const last = all.at(-1)
  const own = all.findLast(({no}) => isOwn(no, actor))
  return all.filter((each) => each === own || each === last)
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

import {newWords} from './newWords.ts'
import {asReviewer, mayReview} from './requestRules.ts'
import {provenFamilies} from './qualification.ts'
import {lastRound} from './rounds.ts'
import {isFacts} from './shape.ts'
import {asHolder, gaps, type Holder, lackingWith, peopleNeeded, signedness} from './signOffs.ts'
import {stageOf} from './stage.ts'
import {type Denial, type Facts, type SignOff} from './types.ts'

/** How far the words that are under review have come. */
export interface Signatures {
  /** How many different people it takes at the least. */
  readonly needed: number
  readonly signed: readonly SignOff[]
  /** What is still to come: kinds of specialist, or one more person. Empty = everybody who has to has signed. */
  readonly lacking: readonly Denial[]
}

/** `null` where nobody's signature is wanted: words that are live, unchanged and not due. */
export function signaturesOf(facts: Facts): Signatures | null {
  if (!isFacts(facts)) return null
  const words = facts.subject.draft ?? facts.subject.live
  if (words === null) return null
  const isNew = newWords(facts.subject) !== null
  if (!isNew && stageOf(facts) === 'published') return null
  const since = isNew ? '' : reviewedAnewSince(facts)
  const recent = {...facts, signOffs: facts.signOffs.filter(({at}) => at > since)}
  const {signOffs: signed} = signedness(words, recent, 'publishing')
  return {
    needed: peopleNeeded(words, facts.policy),
    signed,
    lacking: gaps(words, signed, facts, 'publishing'),
  }
}

/** What is live already and reviewed again takes everybody's signature again, from this moment on. */
function reviewedAnewSince(facts: Facts): string {
  const {request} = facts
  if (request === null) return lastRound(facts)?.at ?? ''
  // Signatures on what the page will show are new by what they cover.
  return request.shared.length > 0 ? '' : request.at
}

/** True when the actor could sign these words, and they would still lack that once this other person has. */
export function isWantedBeside(personId: string, facts: Facts): boolean {
  const words = facts.subject.draft ?? facts.subject.live
  const signatures = signaturesOf(facts)
  const reviewer = facts.reviewers.find((each) => each.personId === personId)
  if (words === null || signatures === null || reviewer === undefined) return false
  const {actor} = facts
  if (actor.kind !== 'person' || actor.personId === null || mayReview(facts).length > 0)
    return false
  const signed = signatures.signed.map(asHolder)
  const other = {personId, families: provenFamilies({...facts, actor: asReviewer(reviewer)})}
  const own = {personId: actor.personId, families: provenFamilies(facts)}
  const left = (holders: readonly Holder[]) =>
    size(lackingWith(holders, words.topics, facts.policy))
  return left([...signed, other, own]) < left([...signed, other])
}

function size(lacking: readonly Denial[]): number {
  return lacking
    .map((denial) => {
      if (denial.code === 'signOffMissing') return Math.max(denial.topics.length, 1)
      return denial.code === 'secondPersonMissing' ? denial.needed - denial.signed : 0
    })
    .reduce((sum, each) => sum + each, 0)
}

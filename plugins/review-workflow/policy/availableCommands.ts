import {decide} from './decide.ts'
import {attestation, factorsNeeded} from './policy.ts'
import {isFacts} from './shape.ts'
import {type Command, type Facts} from './types.ts'

/** What the actor could do right now: commands of theirs as well filled in as can be. */
export function availableCommands(facts: Facts): readonly Command['type'][] {
  const words = isFacts(facts) ? (facts.subject.draft ?? facts.subject.live) : null
  const text = 'given when asked for'
  const best: readonly Command[] = [
    {type: 'submit'},
    {type: 'requestChanges', note: text},
    {
      type: 'signOff',
      digest: words?.digest ?? '',
      closureDigest: words?.closureDigest ?? '',
      factors: factorsNeeded,
      conflictOfInterest: 'none',
      conflictStatement: null,
      attestation: attestation.id,
    },
    {type: 'publish'},
    {type: 'revoke', reason: text, signOff: null},
    {type: 'withdraw', reason: text},
    {type: 'verifyCredential', method: text, sourceUrl: 'https://example.org'},
    {type: 'suspendCredential', reason: text},
  ]
  return best.filter((command) => decide(facts, command).allowed).map(({type}) => type)
}

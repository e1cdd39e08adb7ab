import {decide} from './decide.ts'
import {attestation, factorsNeeded} from './policy.ts'
import {dayOf, daysLater} from './days.ts'
import {isFacts} from './shape.ts'
import {type Command, type Facts} from './types.ts'

/** What the actor could do right now: commands of theirs as well filled in as can be. */
export function availableCommands(facts: Facts): readonly Command['type'][] {
  if (!isFacts(facts)) return []
  return best(facts)
    .filter((command) => decide(facts, command).allowed)
    .map(({type}) => type)
}

const text = 'given when asked for'
const address = 'https://example.org'

/** Every command there is; what a dialog would ask for is taken as given well. */
function best(facts: Facts): readonly Command[] {
  const {now, subject, comments, reviewers, policy, proposal} = facts
  const words = subject.draft ?? subject.live
  const signature = {
    digest: words?.digest ?? '',
    closureDigest: words?.closureDigest ?? '',
    factors: factorsNeeded,
    conflictOfInterest: 'none',
    conflictStatement: null,
    attestation: attestation.id,
    checklist: {},
  } as const
  const delegates = reviewers.map(({personId}) => ({type: 'delegate', to: personId}) as const)
  const delegate = delegates.find((command) => decide(facts, command).allowed)
  const answers = comments.map(
    ({seq}) => ({type: 'resolveComment', comment: seq, answer: text}) as const,
  )
  const answer = answers.find((command) => decide(facts, command).allowed)
  return [
    {type: 'submit', to: null, due: null, note: text, shared: []},
    {type: 'cancelRequest'},
    {type: 'claim'},
    ...(delegate === undefined ? [] : [delegate]),
    {type: 'requestChanges', note: text},
    {type: 'refuse', reason: text},
    {type: 'recuse', reason: text},
    {type: 'comment', text, blocking: false},
    ...(answer === undefined ? [] : [answer]),
    {type: 'signOff', notes: null, ...signature},
    {type: 'renew', ...signature},
    {type: 'publish'},
    {type: 'schedule', at: `${daysLater(dayOf(now) ?? '', 1)}T23:00:00Z`},
    {type: 'unschedule'},
    {type: 'revoke', reason: text, signOff: null},
    {type: 'withdraw', reason: text},
    {
      type: 'verifyCredential',
      digest: subject.live?.digest ?? '',
      method: 'publicRegister',
      sourceUrl: address,
      checkedOn: now.slice(0, 10),
    },
    {type: 'suspendCredential', reason: text},
    {type: 'revokeCredential', reason: text},
    {
      type: 'proposePolicy',
      policy: {...policy, graceDays: policy.graceDays === 0 ? 1 : 0},
      reason: text,
      factors: factorsNeeded,
    },
    {type: 'adoptPolicy', hash: proposal?.hash ?? '', factors: factorsNeeded},
    {type: 'declinePolicy', reason: text},
  ]
}

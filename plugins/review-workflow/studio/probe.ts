import {type Command, type CommandType, isOpen} from '../policy/index.ts'
import {type ReviewRead} from './reads.ts'

const filledIn = '…'

/**
 * The command as it would be once its dialog is filled in well. Deciding on it tells whether to offer the dialog
 * at all; what is then really sent is decided again, by the server.
 */
export function probe(type: CommandType, read: ReviewRead): Command {
  const {facts, digest} = read
  switch (type) {
    case 'submit':
      return {type, to: null, due: null, note: filledIn, shared: []}
    case 'cancelRequest':
    case 'claim':
    case 'publish':
    case 'unschedule':
      return {type}
    case 'delegate':
      return {type, to: delegate(read)}
    case 'requestChanges':
      return {type, note: filledIn}
    case 'comment':
      return {type, text: filledIn, blocking: false}
    case 'resolveComment':
      return {type, comment: facts.comments.find(isOpen)?.seq ?? 0, answer: filledIn}
    case 'signOff':
      return {type, notes: null, ...signature(read)}
    case 'renew':
      return {type, ...signature(read)}
    case 'schedule':
      return {type, at: dayAfter(facts.now)}
    case 'revoke':
      return {type, reason: filledIn, signOff: null}
    case 'refuse':
    case 'recuse':
    case 'withdraw':
    case 'suspendCredential':
    case 'revokeCredential':
    case 'declinePolicy':
      return {type, reason: filledIn}
    case 'verifyCredential':
      return {
        type,
        digest: digest ?? '',
        method: 'publicRegister',
        sourceUrl: 'https://issuer.example',
        checkedOn: facts.now.slice(0, 10),
      }
    case 'proposePolicy':
      return {
        type,
        policy: {...facts.policy, graceDays: facts.policy.graceDays === 0 ? 1 : 0},
        reason: filledIn,
        factors: ['password'],
      }
    case 'adoptPolicy':
      return {type, hash: facts.proposal?.hash ?? '', factors: ['password']}
  }
}

function signature({digest, closureDigest, attestation}: ReviewRead) {
  return {
    digest: digest ?? '',
    closureDigest: closureDigest ?? '',
    factors: ['password'],
    conflictOfInterest: 'none',
    conflictStatement: null,
    attestation: attestation.id,
    checklist: {},
  } as const
}

/** Somebody who could take it over; without anybody, whoever has it, so that the reason is about people. */
function delegate({facts, signers}: ReviewRead): string {
  const holder = facts.request?.claimedBy ?? facts.request?.to ?? null
  const other = signers.find(({able, personId}) => able && personId !== holder?.personId)
  return other?.personId ?? holder?.personId ?? ''
}

function dayAfter(now: string): string {
  return new Date(Date.parse(now) + 24 * 60 * 60 * 1000).toISOString()
}

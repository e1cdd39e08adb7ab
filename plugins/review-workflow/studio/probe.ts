import {type Command, type CommandType} from '../policy/index.ts'
import {type ReviewRead} from './reads.ts'

const filledIn = '…'

/**
 * The command as it would be once its dialog is filled in well. Deciding on it tells whether to offer the dialog
 * at all; what is then really sent is decided again, by the server.
 */
export function probe(
  type: CommandType,
  {digest, closureDigest, attestation}: ReviewRead,
): Command {
  switch (type) {
    case 'submit':
      return {type}
    case 'publish':
      return {type}
    case 'requestChanges':
      return {type, note: filledIn}
    case 'revoke':
      return {type, reason: filledIn, signOff: null}
    case 'withdraw':
      return {type, reason: filledIn}
    case 'suspendCredential':
      return {type, reason: filledIn}
    case 'verifyCredential':
      return {type, method: filledIn, sourceUrl: 'https://issuer.example'}
    case 'signOff':
      return {
        type,
        digest: digest ?? '',
        closureDigest: closureDigest ?? '',
        factors: ['password'],
        conflictOfInterest: 'none',
        conflictStatement: null,
        attestation: attestation.id,
      }
  }
}

import {type CredentialsRead} from '../reads.ts'
import {type CredentialLine, credentialGroups} from './credentialGroups.ts'

/** What a registrar has to do about credentials. Nobody checks their own: those wait for somebody else. */
export function waitingFor({me, credentials}: Pick<CredentialsRead, 'me' | 'credentials'>): {
  readonly toVerify: readonly CredentialLine[]
  readonly lapsing: readonly CredentialLine[]
} {
  const others = credentials.filter(
    ({holder}) => me.personId === null || holder.personId !== me.personId,
  )
  const {toVerify, lapsing} = credentialGroups(others)
  return {toVerify, lapsing}
}

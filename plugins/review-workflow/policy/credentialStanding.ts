import {credentialTypeOf} from './credentialTypes.ts'
import {day, dayIn, daysLater} from './days.ts'
import {recordProblem, stateProblem} from './families.ts'
import {timeZone} from './timeZones.ts'
import {type Credential, type CredentialStanding, type Policy} from './types.ts'

/**
 * Where a credential stands today, by the clock of its place. Whatever is wrong with it besides its age leaves it
 * pending. How old the registrar's check may be depends on the page, so that is for `assess`.
 */
export function credentialStanding(
  credential: Credential,
  now: string,
  {expiringDays, credentialGraceDays}: Pick<Policy, 'expiringDays' | 'credentialGraceDays'>,
): CredentialStanding {
  const said = stateProblem(credential)
  if (said === 'suspended' || said === 'revoked') return said
  if (said !== null) return 'pending'
  const last = lastDay(credential)
  const problem = recordProblem(credential, now)
  if (problem === 'expired' || problem === 'retired') {
    const lapsed = lapsedBeyondGrace(last, credential.jurisdiction, now, credentialGraceDays)
    return lapsed ? 'expired' : 'grace'
  }
  const today = dayIn(now, timeZone(credential.jurisdiction))
  if (problem !== null || today === null) return 'pending'
  if (last === null) return 'lifetime'
  return daysLater(today, expiringDays) < last ? 'active' : 'expiring'
}

/**
 * Whether a credential as it was signed on has been over for more days, in its place, than live pages are given.
 * One without a last day never is.
 */
export function lapsedBeyondGrace(
  expires: string | null,
  jurisdiction: string | null,
  now: string,
  credentialGraceDays: number,
): boolean {
  if (expires === null) return false
  const last = day(expires)
  const today = dayIn(now, timeZone(jurisdiction))
  if (last === null || today === null || !Number.isSafeInteger(credentialGraceDays)) return true
  return daysLater(last, credentialGraceDays) < today
}

/** Of the credential, or of its type, whichever ends first. */
function lastDay({expires, typeCode}: Credential): string | null {
  const sunset = credentialTypeOf(typeCode)?.sunsetOn ?? null
  const eve = sunset === null ? null : daysLater(sunset, -1)
  return [day(expires), eve].filter((each) => each !== null).sort()[0] ?? null
}

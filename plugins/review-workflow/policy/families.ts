import {type CredentialType} from './credentialType.ts'
import {credentialTypeOf} from './credentialTypes.ts'
import {day, dayIn, monthsLater} from './days.ts'
import {earliestZone, timeZone} from './timeZones.ts'
import {type Credential, type CredentialProblem, type Family} from './types.ts'

export interface Assessment {
  readonly families: readonly Family[]
  /** Why it stands for nothing; `null` exactly when it stands for something. */
  readonly problem: CredentialProblem | null
}

/**
 * What a credential proves today, given everything else that its holder has on file, while the registrar's check
 * counts for so many months. Unknown means nothing.
 */
export function assess(
  credential: Credential,
  onFile: readonly Credential[],
  now: string,
  verificationMonths: number,
): Assessment {
  const problem =
    stateProblem(credential) ??
    recordProblem(credential, now) ??
    checkProblem(credential, now, verificationMonths)
  if (problem !== null) return {families: [], problem}
  return familiesByRule(credential, licencesOf(credential, onFile, now, verificationMonths))
}

export function familiesOf(
  credential: Credential,
  onFile: readonly Credential[],
  now: string,
  verificationMonths: number,
): readonly Family[] {
  return assess(credential, onFile, now, verificationMonths).families
}

/** What the registrar has said of it, or has not. */
export function stateProblem({state, verifiedBy, holder}: Credential): CredentialProblem | null {
  if (state === 'suspended' || state === 'revoked') return state
  if (state !== 'active' || verifiedBy === null || verifiedBy.personId === null) return 'pending'
  return verifiedBy.personId === holder ? 'selfVerified' : null
}

/** What is wrong with the record itself, whoever has verified it. In force until its last day is over in its place. */
export function recordProblem(credential: Credential, now: string): CredentialProblem | null {
  const today = dayIn(now, timeZone(credential.jurisdiction))
  const issued = day(credential.issued)
  const expires = day(credential.expires)
  const type = credentialTypeOf(credential.typeCode)
  if (type === null) return 'unknownType'
  if (!isIssuedIn(type.jurisdictions, credential.jurisdiction)) return 'wrongJurisdiction'
  // One licence number serves one person.
  if (credential.numberTaken) return 'numberTaken'
  if (today === null || issued === null) return 'undated'
  if (expires === null && !isEndless(credential, type)) return 'undated'
  if (issued > today) return 'notYetIssued'
  if (type.sunsetOn !== null && type.sunsetOn <= today) return 'retired'
  return expires !== null && expires < today ? 'expired' : null
}

/** Only what was granted for life has no last day, and its record says why. */
function isEndless({expires, noExpiryReason}: Credential, type: CredentialType): boolean {
  return (
    type.renewalMonths === 'lifetime' && expires === null && (noExpiryReason ?? '').trim() !== ''
  )
}

function checkProblem(
  {verifiedOn, jurisdiction}: Credential,
  now: string,
  months: number,
): CredentialProblem | null {
  const today = dayIn(now, timeZone(jurisdiction))
  // The registrar may sit where it is tomorrow already.
  const latest = dayIn(now, earliestZone)
  const checked = day(verifiedOn)
  if (today === null || latest === null || checked === null) return 'verificationStale'
  const counts = Number.isSafeInteger(months) && monthsLater(checked, months) >= today
  return counts && checked <= latest ? null : 'verificationStale'
}

function isIssuedIn(places: CredentialType['jurisdictions'], jurisdiction: string | null): boolean {
  if (places === 'unneeded') return true
  if (jurisdiction === null) return false
  if (places === 'any') return /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(jurisdiction)
  return places.some((place) =>
    place.length === 2 ? jurisdiction.split('-')[0] === place : jurisdiction === place,
  )
}

/** A licence never rests on another licence, so this ends. */
function licencesOf(
  credential: Credential,
  onFile: readonly Credential[],
  now: string,
  verificationMonths: number,
): readonly Family[] {
  return onFile
    .filter(
      ({holder, typeCode}) =>
        holder === credential.holder && credentialTypeOf(typeCode)?.family.kind === 'always',
    )
    .flatMap((other) => familiesOf(other, [], now, verificationMonths))
}

function familiesByRule(
  {typeCode, discipline}: Credential,
  licences: readonly Family[],
): Assessment {
  const rule = credentialTypeOf(typeCode)?.family ?? {kind: 'never'}
  switch (rule.kind) {
    case 'always':
      return {families: [rule.family], problem: null}
    case 'never':
      return {families: [], problem: 'noFamily'}
    case 'discipline':
      return rule.oneOf.includes(plain(discipline))
        ? {families: [rule.family], problem: null}
        : fallback(rule.otherwise, 'wrongDiscipline')
    case 'licence': {
      const met = rule.needs.find(({anyOf}) => anyOf.some((family) => licences.includes(family)))
      return met === undefined
        ? fallback(rule.otherwise, 'licenceMissing')
        : {families: [met.family], problem: null}
    }
  }
}

function fallback(family: Family | null, problem: CredentialProblem): Assessment {
  return family === null ? {families: [], problem} : {families: [family], problem: null}
}

function plain(discipline: string | null): string {
  return (discipline ?? '').trim().replace(/\s+/g, ' ').toLowerCase()
}

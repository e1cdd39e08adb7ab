import {type CredentialType, credentialTypeOf} from './credentialTypes.ts'
import {day, dayOf} from './days.ts'
import {type Credential, type CredentialProblem, type Family} from './types.ts'

export interface Assessment {
  readonly families: readonly Family[]
  /** Why it stands for nothing; `null` exactly when it stands for something. */
  readonly problem: CredentialProblem | null
}

/** What a credential proves today, given everything else that its holder has on file. Unknown means nothing. */
export function assess(
  credential: Credential,
  onFile: readonly Credential[],
  now: string,
): Assessment {
  const problem = stateProblem(credential) ?? recordProblem(credential, now)
  if (problem !== null) return {families: [], problem}
  return familiesByRule(credential, licencesOf(credential, onFile, now))
}

export function familiesOf(
  credential: Credential,
  onFile: readonly Credential[],
  now: string,
): readonly Family[] {
  return assess(credential, onFile, now).families
}

function stateProblem({state, verifiedBy, holder}: Credential): CredentialProblem | null {
  if (state === 'suspended') return 'suspended'
  if (state !== 'active' || verifiedBy === null || verifiedBy.personId === null) return 'pending'
  return verifiedBy.personId === holder ? 'selfVerified' : null
}

/** What is wrong with the record itself, whoever has verified it. In force until its last day is over in UTC. */
export function recordProblem(credential: Credential, now: string): CredentialProblem | null {
  const today = dayOf(now)
  const issued = day(credential.issued)
  const expires = credential.expires === null ? null : day(credential.expires)
  const endless = credential.expires === null && (credential.noExpiryReason ?? '').trim() !== ''
  const type = credentialTypeOf(credential.typeCode)
  if (type === null) return 'unknownType'
  if (!isIssuedIn(type.jurisdictions, credential.jurisdiction)) return 'wrongJurisdiction'
  if (today === null || issued === null || (expires === null && !endless)) return 'undated'
  if (issued > today) return 'notYetIssued'
  return expires !== null && expires < today ? 'expired' : null
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
): readonly Family[] {
  return onFile
    .filter(
      ({holder, typeCode}) =>
        holder === credential.holder && credentialTypeOf(typeCode)?.family.kind === 'always',
    )
    .flatMap((other) => familiesOf(other, [], now))
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

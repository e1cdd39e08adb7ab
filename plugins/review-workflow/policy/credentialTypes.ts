import {clinicalLicences} from './clinicalLicences.ts'
import {type CredentialType} from './credentialType.ts'
import {massageCredentials} from './massageCredentials.ts'
import {sleepCredentials} from './sleepCredentials.ts'

/** The registry. Codes that are not here prove nothing: no certificate of a course, no examination, no NPI. */
export const credentialTypes: {readonly [code: string]: CredentialType} = {
  ...massageCredentials,
  ...sleepCredentials,
  ...clinicalLicences,
}

export function credentialTypeOf(code: string): CredentialType | null {
  return Object.hasOwn(credentialTypes, code) ? (credentialTypes[code] ?? null) : null
}

/** What readers see of a credential: its name and who issued it, never letters alone. */
export function credentialLabel({typeCode}: {readonly typeCode: string}): string {
  const found = credentialTypeOf(typeCode)
  if (found === null) return `unknown credential "${typeCode}"`
  const {name, abbreviation, issuer} = found
  return name.includes(abbreviation) ? `${name}, ${issuer}` : `${name} (${abbreviation}), ${issuer}`
}

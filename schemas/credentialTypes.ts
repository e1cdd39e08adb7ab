interface CredentialType {
  readonly abbreviation: string
  readonly issuer: string
  readonly place: string
}

/**
 * Codes a credential document may carry. Letters after a name never identify a credential: RMT is a
 * licence in Ontario and a club title in Alberta, so a code stands for letters, issuer and place.
 * The review policy gives each code its meaning; a test checks that the two lists agree.
 */
export const credentialTypes = {
  'US-LMT': {abbreviation: 'LMT', issuer: 'state massage board', place: 'United States'},
  'US-VT-REG': {abbreviation: 'Registration', issuer: 'Vermont OPR', place: 'Vermont'},
  'US-CA-CMT': {abbreviation: 'CMT', issuer: 'CAMTC', place: 'California'},
  'BCTMB': {abbreviation: 'BCTMB', issuer: 'NCBTMB', place: 'United States'},
  'CA-RMT': {abbreviation: 'RMT', issuer: 'provincial college', place: 'BC, ON, NB, NL, PE'},
  'CA-RMT-ASSOC': {abbreviation: 'RMT', issuer: 'association', place: 'Canada, other provinces'},
  'UK-CNHC': {abbreviation: 'CNHC', issuer: 'CNHC register', place: 'United Kingdom'},
  'UK-FHT': {abbreviation: 'FHT', issuer: 'FHT register', place: 'United Kingdom'},
  'UK-HCPC-PT': {abbreviation: 'HCPC', issuer: 'HCPC (physiotherapist)', place: 'United Kingdom'},
  'AU-AMT': {abbreviation: 'AMT', issuer: 'Association of Massage Therapists', place: 'Australia'},
  'AU-MMA': {abbreviation: 'MMA', issuer: 'Massage & Myotherapy Australia', place: 'Australia'},
  'AU-ANTA': {
    abbreviation: 'ANTA',
    issuer: 'Australian Natural Therapists Association',
    place: 'Australia',
  },
  'AU-ATMS': {
    abbreviation: 'ATMS',
    issuer: 'Australian Traditional Medicine Society',
    place: 'Australia',
  },
  'NZ-RMT': {abbreviation: 'RMT', issuer: 'Massage New Zealand', place: 'New Zealand'},
  'ABMS-SM': {
    abbreviation: 'Sleep Medicine',
    issuer: 'an ABMS member board',
    place: 'United States',
  },
  'ABSM-D': {abbreviation: 'D-ABSM', issuer: 'ABSM (before 2007)', place: 'United States'},
  'AOA-SM': {abbreviation: 'Sleep Medicine', issuer: 'an AOA board', place: 'United States'},
  'DBSM': {abbreviation: 'DBSM', issuer: 'BBSM', place: 'international'},
  'CBSM': {abbreviation: 'CBSM', issuer: 'ABSM (2003-2014)', place: 'United States'},
  'CCSH': {abbreviation: 'CCSH', issuer: 'BRPT', place: 'international'},
  'RPSGT': {abbreviation: 'RPSGT', issuer: 'BRPT', place: 'international'},
  'RST': {abbreviation: 'RST', issuer: 'ABSM', place: 'United States'},
  'CPSGT': {abbreviation: 'CPSGT', issuer: 'BRPT', place: 'international'},
  'RRT-SDS': {abbreviation: 'RRT-SDS', issuer: 'NBRC', place: 'United States'},
  'CRT-SDS': {abbreviation: 'CRT-SDS', issuer: 'NBRC', place: 'United States'},
  'ESRS-SOM': {abbreviation: 'Somnologist', issuer: 'ESRS', place: 'Europe'},
  'ESRS-TECH': {abbreviation: 'Sleep technologist', issuer: 'ESRS', place: 'Europe'},
  'CLIN-GP': {abbreviation: 'General practice', issuer: 'medical regulator', place: 'any'},
  'CLIN-OB': {abbreviation: 'Obstetrics or midwifery', issuer: 'regulator', place: 'any'},
  'CLIN-PED': {abbreviation: 'Paediatrics', issuer: 'medical regulator', place: 'any'},
  'CLIN-MH': {abbreviation: 'Mental health', issuer: 'regulator', place: 'any'},
  'CLIN-RX': {abbreviation: 'Prescriber or pharmacist', issuer: 'regulator', place: 'any'},
  'CLIN-PT': {abbreviation: 'Physiotherapist', issuer: 'regulator', place: 'any'},
  'CLIN-CARD': {abbreviation: 'Cardiology', issuer: 'medical regulator', place: 'any'},
  'CLIN-ONC': {abbreviation: 'Oncology', issuer: 'medical regulator', place: 'any'},
  'CLIN-GER': {abbreviation: 'Geriatrics', issuer: 'medical regulator', place: 'any'},
} as const satisfies Record<string, CredentialType>

/** The choices of the credential type field: letters, issuer, place. */
export const credentialTypeOptions = Object.entries(credentialTypes).map(
  ([value, {abbreviation, issuer, place}]) => ({
    value,
    title: `${abbreviation} · ${issuer} · ${place}`,
  }),
)

/** Letters and issuer, for previews. */
export function credentialTitle(code: unknown): string {
  const types: Readonly<Record<string, CredentialType>> = credentialTypes
  const type = typeof code === 'string' ? types[code] : undefined
  return type === undefined ? 'Credential not chosen' : `${type.abbreviation}, ${type.issuer}`
}

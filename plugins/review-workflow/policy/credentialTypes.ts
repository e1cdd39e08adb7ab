import {type Family} from './types.ts'

/**
 * What a type of credential proves. Letters after a name never identify a credential: `RMT` is a protected title in
 * Ontario and an association's title in Alberta, so the key is the code together with the jurisdiction.
 */
export interface CredentialType {
  readonly name: string
  readonly abbreviation: string
  readonly issuer: string
  readonly family: FamilyRule
  /** Where it is what it says, as ISO 3166 codes; a country stands for its states. */
  readonly jurisdictions: readonly string[] | 'any' | 'unneeded'
}

/** How a credential of one type comes to stand for a family. */
export type FamilyRule =
  | {readonly kind: 'always'; readonly family: Family}
  | {readonly kind: 'never'}
  /** The register lists several professions, or takes several diplomas: only these entries count. */
  | {
      readonly kind: 'discipline'
      readonly oneOf: readonly string[]
      readonly family: Family
      readonly otherwise: Family | null
    }
  /** Proves a speciality, while a licence on file proves that its holder may practise. First match counts. */
  | {
      readonly kind: 'licence'
      readonly needs: readonly {readonly anyOf: readonly Family[]; readonly family: Family}[]
      readonly otherwise: Family | null
    }

const medical: readonly Family[] = ['CLIN-GP', 'CLIN-PED', 'CLIN-CARD', 'CLIN-ONC', 'CLIN-GER']
const clinical: readonly Family[] = [...medical, 'CLIN-OB', 'CLIN-MH', 'CLIN-RX', 'CLIN-PT']

const always = (family: Family): FamilyRule => ({kind: 'always', family})
const beside = (anyOf: readonly Family[], family: Family): FamilyRule => ({
  kind: 'licence',
  needs: [{anyOf, family}],
  otherwise: null,
})

/** The same registers list reiki, kinesiology and craniosacral therapists. */
const massageEntry: FamilyRule = {
  kind: 'discipline',
  oneOf: ['massage therapy', 'sports massage'],
  family: 'MT-CERT',
  otherwise: null,
}

/** Membership of an Australian association counts with a diploma of remedial massage or higher on file. */
const remedialDiploma: FamilyRule = {
  kind: 'discipline',
  oneOf: ['remedial massage', 'diploma of remedial massage', 'myotherapy', 'hlt52015', 'hlt52021'],
  family: 'MT-CERT',
  otherwise: 'MT-ASSOC',
}

/** Somnologists may be scientists who see no patients: the letters alone stand for education. */
const somnologist: FamilyRule = {
  kind: 'licence',
  needs: [
    {anyOf: medical, family: 'SLP-MED'},
    {anyOf: ['CLIN-MH'], family: 'SLP-BEH'},
  ],
  otherwise: 'SLP-EDU',
}

/**
 * States and territories that license massage therapists. Not among them: Kansas, Minnesota and Wyoming (no state
 * licence), California (voluntary certification) and Vermont (registration without education or examination).
 */
const licensingStates = [
  ...['US-AL', 'US-AK', 'US-AZ', 'US-AR', 'US-CO', 'US-CT', 'US-DE', 'US-DC', 'US-FL', 'US-GA'],
  ...['US-HI', 'US-ID', 'US-IL', 'US-IN', 'US-IA', 'US-KY', 'US-LA', 'US-ME', 'US-MD', 'US-MA'],
  ...['US-MI', 'US-MS', 'US-MO', 'US-MT', 'US-NE', 'US-NV', 'US-NH', 'US-NJ', 'US-NM', 'US-NY'],
  ...['US-NC', 'US-ND', 'US-OH', 'US-OK', 'US-OR', 'US-PA', 'US-PR', 'US-RI', 'US-SC', 'US-SD'],
  ...['US-TN', 'US-TX', 'US-UT', 'US-VA', 'US-WA', 'US-WV', 'US-WI'],
]

const colleges = ['CA-BC', 'CA-ON', 'CA-NB', 'CA-NL', 'CA-PE']

const type = (
  name: string,
  abbreviation: string,
  issuer: string,
  family: FamilyRule,
  jurisdictions: CredentialType['jurisdictions'],
): CredentialType => ({name, abbreviation, issuer, family, jurisdictions})

const licence = (family: Family, name: string): CredentialType =>
  type(name, name, 'public regulator', always(family), 'any')

/** The registry. Codes that are not here prove nothing. */
export const credentialTypes: {readonly [code: string]: CredentialType} = {
  'US-LMT': type(
    'Licensed Massage Therapist',
    'LMT',
    'state massage board',
    always('MT-REG'),
    licensingStates,
  ),
  'US-VT-REG': type(
    'Registered Massage Therapist (Vermont)',
    'Registration',
    'Vermont OPR',
    always('MT-ASSOC'),
    ['US-VT'],
  ),
  'US-CA-CMT': type('Certified Massage Therapist', 'CMT', 'CAMTC', always('MT-CERT'), ['US-CA']),
  'BCTMB': type(
    'Board Certified in Therapeutic Massage & Bodywork',
    'BCTMB',
    'NCBTMB',
    always('MT-CERT'),
    'unneeded',
  ),
  'CA-RMT': type(
    'Registered Massage Therapist',
    'RMT',
    'provincial college',
    always('MT-REG'),
    colleges,
  ),
  'CA-RMT-ASSOC': type(
    'Association member using the title RMT',
    'RMT',
    'association',
    always('MT-ASSOC'),
    ['CA'],
  ),
  'UK-CNHC': type(
    'Registrant of the Complementary & Natural Healthcare Council',
    'CNHC',
    'CNHC',
    massageEntry,
    ['GB'],
  ),
  'UK-FHT': type(
    'Registrant of the Federation of Holistic Therapists',
    'FHT',
    'FHT',
    massageEntry,
    ['GB'],
  ),
  'UK-HCPC-PT': type('Registered Physiotherapist', 'HCPC', 'HCPC', always('CLIN-PT'), ['GB']),
  'AU-AMT': type('Member of the Association of Massage Therapists', 'AMT', 'AMT', remedialDiploma, [
    'AU',
  ]),
  'AU-MMA': type('Member of Massage & Myotherapy Australia', 'MMA', 'MMA', remedialDiploma, ['AU']),
  'AU-ANTA': type(
    'Member of the Australian Natural Therapists Association',
    'ANTA',
    'ANTA',
    remedialDiploma,
    ['AU'],
  ),
  'AU-ATMS': type(
    'Member of the Australian Traditional Medicine Society',
    'ATMS',
    'ATMS',
    remedialDiploma,
    ['AU'],
  ),
  'NZ-RMT': type(
    'Registered Massage Therapist (New Zealand)',
    'RMT',
    'Massage New Zealand',
    always('MT-CERT'),
    ['NZ'],
  ),
  'ABMS-SM': type(
    'Board Certified in Sleep Medicine',
    'Sleep Medicine',
    'an ABMS member board',
    always('SLP-MED'),
    'unneeded',
  ),
  'ABSM-D': type(
    'Diplomate in Sleep Medicine',
    'D-ABSM',
    'ABSM, before 2007',
    beside(medical, 'SLP-MED'),
    'unneeded',
  ),
  'AOA-SM': type(
    'Board Certified in Sleep Medicine (osteopathic)',
    'Sleep Medicine',
    'an AOA board',
    always('SLP-MED'),
    'unneeded',
  ),
  'DBSM': type(
    'Diplomate in Behavioral Sleep Medicine',
    'DBSM',
    'BBSM',
    beside(clinical, 'SLP-BEH'),
    'unneeded',
  ),
  'CBSM': type(
    'Certified in Behavioral Sleep Medicine',
    'CBSM',
    'ABSM, 2003 to 2014',
    beside(clinical, 'SLP-BEH'),
    'unneeded',
  ),
  'CCSH': type('Certified in Clinical Sleep Health', 'CCSH', 'BRPT', always('SLP-EDU'), 'unneeded'),
  'RPSGT': type(
    'Registered Polysomnographic Technologist',
    'RPSGT',
    'BRPT',
    always('SLP-TECH'),
    'unneeded',
  ),
  'RST': type('Registered Sleep Technologist', 'RST', 'ABSM', always('SLP-TECH'), 'unneeded'),
  'CPSGT': type(
    'Certified Polysomnographic Technician',
    'CPSGT',
    'BRPT',
    {kind: 'never'},
    'unneeded',
  ),
  'RRT-SDS': type(
    'Registered Respiratory Therapist, Sleep Disorders Specialist',
    'RRT-SDS',
    'NBRC',
    always('SLP-TECH'),
    'unneeded',
  ),
  'CRT-SDS': type(
    'Certified Respiratory Therapist, Sleep Disorders Specialist',
    'CRT-SDS',
    'NBRC',
    always('SLP-TECH'),
    'unneeded',
  ),
  'ESRS-SOM': type('Somnologist', 'Somnologist', 'ESRS', somnologist, 'unneeded'),
  'ESRS-TECH': type(
    'Sleep Technologist',
    'Sleep technologist',
    'ESRS',
    always('SLP-TECH'),
    'unneeded',
  ),
  'CLIN-GP': licence('CLIN-GP', 'Licensed general practitioner'),
  'CLIN-OB': licence('CLIN-OB', 'Licensed obstetrician or midwife'),
  'CLIN-PED': licence('CLIN-PED', 'Licensed paediatrician'),
  'CLIN-MH': licence('CLIN-MH', 'Licensed mental-health clinician'),
  'CLIN-RX': licence('CLIN-RX', 'Licensed prescriber or pharmacist'),
  'CLIN-PT': licence('CLIN-PT', 'Licensed physiotherapist'),
  'CLIN-CARD': licence('CLIN-CARD', 'Licensed cardiologist'),
  'CLIN-ONC': licence('CLIN-ONC', 'Licensed oncologist'),
  'CLIN-GER': licence('CLIN-GER', 'Licensed geriatrician'),
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

import {always, type CredentialType, type FamilyRule, usual} from './credentialType.ts'

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

/**
 * States and territories that license massage therapists, as ABMP counted them in March 2025. Not among them: Kansas,
 * Minnesota and Wyoming (no state licence), California (voluntary certification) and Vermont (registration without
 * education or examination).
 */
const licensingStates = [
  ...['US-AL', 'US-AK', 'US-AZ', 'US-AR', 'US-CO', 'US-CT', 'US-DE', 'US-DC', 'US-FL', 'US-GA'],
  ...['US-HI', 'US-ID', 'US-IL', 'US-IN', 'US-IA', 'US-KY', 'US-LA', 'US-ME', 'US-MD', 'US-MA'],
  ...['US-MI', 'US-MS', 'US-MO', 'US-MT', 'US-NE', 'US-NV', 'US-NH', 'US-NJ', 'US-NM', 'US-NY'],
  ...['US-NC', 'US-ND', 'US-OH', 'US-OK', 'US-OR', 'US-PA', 'US-PR', 'US-RI', 'US-SC', 'US-SD'],
  ...['US-TN', 'US-TX', 'US-UT', 'US-VA', 'US-WA', 'US-WV', 'US-WI'],
]

/** Saskatchewan has an Act that was not in force when this was written. */
const colleges = ['CA-BC', 'CA-ON', 'CA-NB', 'CA-NL', 'CA-PE']

const diplomaNote =
  'Massage is no profession of AHPRA: membership counts as certification only with a diploma of remedial massage or higher.'

const australian = (abbreviation: string, issuingBody: string, note: string): CredentialType => ({
  ...usual,
  name: `Member of ${issuingBody.startsWith('Massage') ? '' : 'the '}${issuingBody}`,
  abbreviation,
  issuer: abbreviation,
  issuingBody,
  kind: 'associationMembership',
  family: remedialDiploma,
  jurisdictions: ['AU'],
  register: 'directory of the association',
  note,
})

export const massageCredentials: {readonly [code: string]: CredentialType} = {
  'US-LMT': {
    ...usual,
    name: 'Licensed Massage Therapist',
    abbreviation: 'LMT',
    issuer: 'state massage board',
    issuingBody: 'Massage board of the state',
    kind: 'statutoryLicence',
    family: always('MT-REG'),
    jurisdictions: licensingStates,
    register: 'register of the state',
    note: 'Name the state: Kansas, Minnesota and Wyoming give no licence, letters other than LMT count only where they are the state’s own title, and the MBLEx is an examination, never a credential.',
  },
  'US-VT-REG': {
    ...usual,
    name: 'Registered Massage Therapist (Vermont)',
    abbreviation: 'Registration',
    issuer: 'Vermont OPR',
    issuingBody: 'Vermont Office of Professional Regulation',
    kind: 'protectedTitleRegistration',
    family: always('MT-ASSOC'),
    jurisdictions: ['US-VT'],
    renewalMonths: 24,
    register: 'register of the Vermont OPR',
    note: 'It looks official and proves little: Vermont asks for neither education nor an examination.',
  },
  'US-CA-CMT': {
    ...usual,
    name: 'Certified Massage Therapist',
    abbreviation: 'CMT',
    issuer: 'CAMTC',
    issuingBody: 'California Massage Therapy Council',
    kind: 'voluntaryCertification',
    family: always('MT-CERT'),
    jurisdictions: ['US-CA'],
    renewalMonths: 24,
    register: 'register of CAMTC',
    note: 'CMT means other things in other states, and CAMTC asks for no examination.',
  },
  'BCTMB': {
    ...usual,
    name: 'Board Certified in Therapeutic Massage & Bodywork',
    abbreviation: 'BCTMB',
    issuer: 'NCBTMB',
    issuingBody: 'National Certification Board for Therapeutic Massage & Bodywork',
    kind: 'voluntaryCertification',
    family: always('MT-CERT'),
    jurisdictions: 'unneeded',
    renewalMonths: 24,
    register: 'directory of NCBTMB',
    registerAddress: 'ncbtmb.org',
    note: 'Holders may leave the directory, so a name missing from it proves nothing: ask the issuer.',
  },
  'CA-RMT': {
    ...usual,
    name: 'Registered Massage Therapist',
    abbreviation: 'RMT',
    issuer: 'provincial college',
    issuingBody: 'College of the province (CMTBC, CMTO, CMTNB, CMTNL or that of PEI)',
    kind: 'protectedTitleRegistration',
    family: always('MT-REG'),
    jurisdictions: colleges,
    register: 'register of the college',
    note: 'The title is protected in BC, ON, NB, NL and PE only: elsewhere in Canada it is an association’s.',
  },
  'CA-RMT-ASSOC': {
    ...usual,
    name: 'Association member using the title RMT',
    abbreviation: 'RMT',
    issuer: 'association',
    issuingBody: 'Association such as NHPC, CMMOTA or MTAA',
    kind: 'associationMembership',
    family: always('MT-ASSOC'),
    jurisdictions: ['CA'],
    register: 'directory of the association',
    note: 'The same letters as the title that five provinces protect, without their college.',
  },
  'UK-CNHC': {
    ...usual,
    name: 'Registrant of the Complementary & Natural Healthcare Council',
    abbreviation: 'CNHC',
    issuer: 'CNHC',
    issuingBody: 'Complementary & Natural Healthcare Council',
    kind: 'accreditedRegister',
    family: massageEntry,
    jurisdictions: ['GB'],
    register: 'register of CNHC',
    registerAddress: 'cnhc.org.uk',
    note: 'The register lists reiki, kinesiology and craniosacral therapy too: only Massage Therapy and Sports Massage count.',
  },
  'UK-FHT': {
    ...usual,
    name: 'Registrant of the Federation of Holistic Therapists',
    abbreviation: 'FHT',
    issuer: 'FHT',
    issuingBody: 'Federation of Holistic Therapists',
    kind: 'accreditedRegister',
    family: massageEntry,
    jurisdictions: ['GB'],
    register: 'register of FHT',
    registerAddress: 'fht.org.uk',
    note: 'The register is accredited, not the person, and only its entries Massage Therapy and Sports Massage count.',
  },
  'AU-AMT': australian('AMT', 'Association of Massage Therapists', diplomaNote),
  'AU-MMA': australian('MMA', 'Massage & Myotherapy Australia', diplomaNote),
  'AU-ANTA': australian(
    'ANTA',
    'Australian Natural Therapists Association',
    'ANTA is the Australian Natural Therapists Association: membership counts as certification only with a diploma of remedial massage or higher.',
  ),
  'AU-ATMS': australian('ATMS', 'Australian Traditional Medicine Society', diplomaNote),
  'NZ-RMT': {
    ...usual,
    name: 'Registered Massage Therapist (New Zealand)',
    abbreviation: 'RMT',
    issuer: 'Massage New Zealand',
    issuingBody: 'Massage New Zealand',
    kind: 'associationMembership',
    family: always('MT-CERT'),
    jurisdictions: ['NZ'],
    register: 'directory of Massage New Zealand',
    registerAddress: 'massagenewzealand.org.nz',
    note: 'RMT is the title of an association here, and no licence.',
  },
}

import {type Credential, type CredentialProblem, type Family} from './types.ts'

/** What a type of credential proves. Source: the registry of issuers and their registers, one row a credential. */
export interface CredentialType {
  /** As readers see it, with the issuer: letters alone never identify a credential. */
  readonly label: string
  readonly family: Family | null
  /** Where it is what it says it is; absent = anywhere. */
  readonly jurisdictions?: RegExp
  /** The entry of the register, where one register lists several professions. */
  readonly discipline?: RegExp
  /** Proves something only beside a clinical licence that is itself on file and in force. */
  readonly needsLicence?: true
}

const massage = /^(massage therapy|sports massage)/i
const remedial = /remedial massage/i
const anyUs = /^US(-[A-Z]{2})?$/

export const credentialTypes: {readonly [code: string]: CredentialType} = {
  // Kansas, Minnesota and Wyoming license nobody; Vermont registers without examination (its own row).
  'US-LMT': {
    label: 'Licensed Massage Therapist, state board',
    family: 'MT-REG',
    jurisdictions: /^US-(?!KS|MN|WY|VT)[A-Z]{2}$/,
  },
  'US-VT-REG': {
    label: 'Registration, Vermont Office of Professional Regulation',
    family: 'MT-ASSOC',
    jurisdictions: /^US-VT$/,
  },
  'US-CA-CMT': {
    label: 'Certified Massage Therapist, California Massage Therapy Council',
    family: 'MT-CERT',
    jurisdictions: /^US-CA$/,
  },
  'BCTMB': {
    label: 'Board Certified in Therapeutic Massage and Bodywork, NCBTMB',
    family: 'MT-CERT',
    jurisdictions: anyUs,
  },
  'CA-RMT': {
    label: 'Registered Massage Therapist, provincial college',
    family: 'MT-REG',
    jurisdictions: /^CA-(BC|ON|NB|NL|PE)$/,
  },
  'CA-RMT-ASSOC': {
    label: 'Registered Massage Therapist, association',
    family: 'MT-ASSOC',
    jurisdictions: /^CA-/,
  },
  'UK-CNHC': {label: 'CNHC register', family: 'MT-CERT', jurisdictions: /^GB/, discipline: massage},
  'UK-FHT': {label: 'FHT register', family: 'MT-CERT', jurisdictions: /^GB/, discipline: massage},
  'UK-HCPC-PT': {
    label: 'Physiotherapist, Health and Care Professions Council',
    family: 'CLIN-PT',
    jurisdictions: /^GB/,
  },
  'AU-AMT': {
    label: 'Association of Massage Therapists',
    family: 'MT-CERT',
    jurisdictions: /^AU/,
    discipline: remedial,
  },
  'AU-MMA': {
    label: 'Massage & Myotherapy Australia',
    family: 'MT-CERT',
    jurisdictions: /^AU/,
    discipline: remedial,
  },
  'AU-ANTA': {
    label: 'Australian Natural Therapists Association',
    family: 'MT-CERT',
    jurisdictions: /^AU/,
    discipline: remedial,
  },
  'AU-ATMS': {
    label: 'Australian Traditional Medicine Society',
    family: 'MT-CERT',
    jurisdictions: /^AU/,
    discipline: remedial,
  },
  'NZ-RMT': {
    label: 'Registered Massage Therapist, Massage New Zealand',
    family: 'MT-CERT',
    jurisdictions: /^NZ/,
  },
  'ABMS-SM': {
    label: 'Board certified in Sleep Medicine, an ABMS member board',
    family: 'SLP-MED',
    jurisdictions: anyUs,
  },
  // Self-designated and superseded by the ABMS examination in 2007.
  'ABSM-D': {
    label: 'Diplomate, American Board of Sleep Medicine (before 2007)',
    family: 'SLP-MED',
    jurisdictions: anyUs,
    needsLicence: true,
  },
  'AOA-SM': {
    label: 'Board certified in Sleep Medicine, an AOA board',
    family: 'SLP-MED',
    jurisdictions: anyUs,
  },
  'DBSM': {
    label: 'Diplomate in Behavioral Sleep Medicine, BBSM',
    family: 'SLP-BEH',
    needsLicence: true,
  },
  'CBSM': {
    label: 'Certified in Behavioral Sleep Medicine, ABSM (2003-2014)',
    family: 'SLP-BEH',
    jurisdictions: anyUs,
    needsLicence: true,
  },
  'CCSH': {label: 'Certification in Clinical Sleep Health, BRPT', family: 'SLP-EDU'},
  'RPSGT': {label: 'Registered Polysomnographic Technologist, BRPT', family: 'SLP-TECH'},
  'RST': {label: 'Registered Sleep Technologist, ABSM', family: 'SLP-TECH', jurisdictions: anyUs},
  'CPSGT': {label: 'Certified Polysomnographic Technician, BRPT', family: null},
  'RRT-SDS': {
    label: 'Sleep Disorders Specialist (RRT), NBRC',
    family: 'SLP-TECH',
    jurisdictions: anyUs,
  },
  'CRT-SDS': {
    label: 'Sleep Disorders Specialist (CRT), NBRC',
    family: 'SLP-TECH',
    jurisdictions: anyUs,
  },
  // Scientists may hold it without seeing patients: alone it stands for education.
  'ESRS-SOM': {label: 'Somnologist, European Sleep Research Society', family: 'SLP-EDU'},
  'ESRS-TECH': {label: 'Sleep technologist, European Sleep Research Society', family: 'SLP-TECH'},
  'CLIN-GP': {label: 'General practice licence', family: 'CLIN-GP'},
  'CLIN-OB': {label: 'Obstetrics or midwifery licence', family: 'CLIN-OB'},
  'CLIN-PED': {label: 'Paediatrics licence', family: 'CLIN-PED'},
  'CLIN-MH': {label: 'Mental health licence', family: 'CLIN-MH'},
  'CLIN-RX': {label: 'Prescriber or pharmacist licence', family: 'CLIN-RX'},
  'CLIN-PT': {label: 'Physiotherapy licence', family: 'CLIN-PT'},
  'CLIN-CARD': {label: 'Cardiology licence', family: 'CLIN-CARD'},
  'CLIN-ONC': {label: 'Oncology licence', family: 'CLIN-ONC'},
  'CLIN-GER': {label: 'Geriatrics licence', family: 'CLIN-GER'},
}

export function credentialLabel({typeCode}: Pick<Credential, 'typeCode'>): string {
  return typeOf(typeCode)?.label ?? `unknown credential "${typeCode}"`
}

function typeOf(code: string): CredentialType | null {
  return Object.hasOwn(credentialTypes, code) ? (credentialTypes[code] ?? null) : null
}

/** What a credential stands for at a moment, or why it stands for nothing. `held`: everything the same person holds. */
export function assess(
  credential: Credential,
  held: readonly Credential[],
  now: string,
): {readonly families: readonly Family[]; readonly problem: CredentialProblem | null} {
  const problem = stateProblem(credential, now)
  const type = typeOf(credential.typeCode)
  const wrong = problem ?? typeProblem(credential, type)
  if (wrong !== null || type === null || type.family === null)
    return {families: [], problem: wrong ?? 'noFamily'}
  const licences = held
    .filter((other) => other.holder === credential.holder && stateProblem(other, now) === null)
    .flatMap((other) => {
      const family =
        typeProblem(other, typeOf(other.typeCode)) === null ? typeOf(other.typeCode)?.family : null
      return family?.startsWith('CLIN-') ? [family] : []
    })
  if (type.needsLicence && licences.length === 0) return {families: [], problem: 'licenceMissing'}
  if (credential.typeCode !== 'ESRS-SOM') return {families: [type.family], problem: null}
  if (licences.includes('CLIN-MH')) return {families: ['SLP-BEH', 'SLP-EDU'], problem: null}
  return {
    families: licences.includes('CLIN-GP') ? ['SLP-MED', 'SLP-EDU'] : ['SLP-EDU'],
    problem: null,
  }
}

function typeProblem(
  credential: Credential,
  type: CredentialType | null,
): CredentialProblem | null {
  if (type === null) return 'unknownType'
  if (type.family === null) return 'noFamily'
  if (credential.jurisdiction === null) return 'wrongJurisdiction'
  if (type.jurisdictions !== undefined && !type.jurisdictions.test(credential.jurisdiction))
    return 'wrongJurisdiction'
  if (type.discipline !== undefined && !type.discipline.test(credential.discipline ?? ''))
    return 'wrongDiscipline'
  return null
}

const day = 24 * 60 * 60 * 1000

/** Verified by somebody else, and in force from its day of issue to the end (UTC) of its day of expiry. */
function stateProblem(credential: Credential, now: string): CredentialProblem | null {
  const {state, verifiedBy, holder, issued, expires, noExpiryReason} = credential
  if (state !== 'active') return state === 'suspended' ? 'suspended' : 'pending'
  if (verifiedBy === null) return 'pending'
  if (verifiedBy.personId === null || verifiedBy.personId === holder || holder === '')
    return 'selfVerified'
  const moment = Date.parse(now)
  const begin = Date.parse(issued ?? '')
  if (Number.isNaN(moment) || Number.isNaN(begin)) return 'undated'
  if (moment < begin) return 'notYetIssued'
  if (expires === null) return noExpiryReason === null ? 'undated' : null
  const end = Date.parse(expires)
  if (Number.isNaN(end)) return 'undated'
  return moment < end + day ? null : 'expired'
}

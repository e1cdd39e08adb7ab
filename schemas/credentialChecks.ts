import {type credentialTypes} from './credentialTypes.ts'

export interface CredentialCheck {
  readonly issuingBody: string
  readonly kind: keyof typeof kindTitles
  readonly register: string
  /** Without `https://`. */
  readonly registerAddress?: string
  /** The trap. */
  readonly note?: string
  /** Granted for life, so it may have no expiry date. */
  readonly lifetime?: true
}

export const kindTitles = {
  statutoryLicence: 'Licence under a law',
  protectedTitleRegistration: 'Registration for a title that the law protects',
  accreditedRegister: 'Entry in an accredited voluntary register',
  voluntaryCertification: 'Voluntary certification',
  associationMembership: 'Membership of an association',
}

const australian = {
  kind: 'associationMembership',
  register: 'directory of the association',
  note: 'Massage is no profession of AHPRA: membership counts as certification only with a diploma of remedial massage or higher.',
} as const

const regulated = {
  issuingBody: 'Regulator such as GMC, NMC or GPhC, AHPRA, a state board or a provincial college',
  kind: 'statutoryLicence',
  register: 'public register of the regulator',
  note: 'The speciality on the register must match what the holder is to sign.',
} as const

/**
 * What the form says about checking each credential. The review policy decides by a registry of its own; a test
 * checks that both say the same.
 */
export const credentialChecks: {readonly [code in keyof typeof credentialTypes]: CredentialCheck} =
  {
    'US-LMT': {
      issuingBody: 'Massage board of the state',
      kind: 'statutoryLicence',
      register: 'register of the state',
      note: 'Name the state: Kansas, Minnesota and Wyoming give no licence, letters other than LMT count only where they are the state’s own title, and the MBLEx is an examination, never a credential.',
    },
    'US-VT-REG': {
      issuingBody: 'Vermont Office of Professional Regulation',
      kind: 'protectedTitleRegistration',
      register: 'register of the Vermont OPR',
      note: 'It looks official and proves little: Vermont asks for neither education nor an examination.',
    },
    'US-CA-CMT': {
      issuingBody: 'California Massage Therapy Council',
      kind: 'voluntaryCertification',
      register: 'register of CAMTC',
      note: 'CMT means other things in other states, and CAMTC asks for no examination.',
    },
    'BCTMB': {
      issuingBody: 'National Certification Board for Therapeutic Massage & Bodywork',
      kind: 'voluntaryCertification',
      register: 'directory of NCBTMB',
      registerAddress: 'ncbtmb.org',
      note: 'Holders may leave the directory, so a name missing from it proves nothing: ask the issuer.',
    },
    'CA-RMT': {
      issuingBody: 'College of the province (CMTBC, CMTO, CMTNB, CMTNL or that of PEI)',
      kind: 'protectedTitleRegistration',
      register: 'register of the college',
      note: 'The title is protected in BC, ON, NB, NL and PE only: elsewhere in Canada it is an association’s.',
    },
    'CA-RMT-ASSOC': {
      issuingBody: 'Association such as NHPC, CMMOTA or MTAA',
      kind: 'associationMembership',
      register: 'directory of the association',
      note: 'The same letters as the title that five provinces protect, without their college.',
    },
    'UK-CNHC': {
      issuingBody: 'Complementary & Natural Healthcare Council',
      kind: 'accreditedRegister',
      register: 'register of CNHC',
      registerAddress: 'cnhc.org.uk',
      note: 'The register lists reiki, kinesiology and craniosacral therapy too: only Massage Therapy and Sports Massage count.',
    },
    'UK-FHT': {
      issuingBody: 'Federation of Holistic Therapists',
      kind: 'accreditedRegister',
      register: 'register of FHT',
      registerAddress: 'fht.org.uk',
      note: 'The register is accredited, not the person, and only its entries Massage Therapy and Sports Massage count.',
    },
    'UK-HCPC-PT': {
      issuingBody: 'Health & Care Professions Council',
      kind: 'protectedTitleRegistration',
      register: 'register of HCPC',
      registerAddress: 'hcpc-uk.org',
    },
    'AU-AMT': {...australian, issuingBody: 'Association of Massage Therapists'},
    'AU-MMA': {...australian, issuingBody: 'Massage & Myotherapy Australia'},
    'AU-ANTA': {
      ...australian,
      issuingBody: 'Australian Natural Therapists Association',
      note: 'ANTA is the Australian Natural Therapists Association: membership counts as certification only with a diploma of remedial massage or higher.',
    },
    'AU-ATMS': {...australian, issuingBody: 'Australian Traditional Medicine Society'},
    'NZ-RMT': {
      issuingBody: 'Massage New Zealand',
      kind: 'associationMembership',
      register: 'directory of Massage New Zealand',
      registerAddress: 'massagenewzealand.org.nz',
      note: 'RMT is the title of an association here, and no licence.',
    },
    'ABMS-SM': {
      issuingBody: 'Member board of the American Board of Medical Specialties',
      kind: 'voluntaryCertification',
      register: 'register of the ABMS boards',
      registerAddress: 'certificationmatters.org',
      note: 'Always name the board: ABIM, ABFM, ABP, ABPN, ABOHNS or ABA.',
    },
    'ABSM-D': {
      issuingBody: 'American Board of Sleep Medicine',
      kind: 'voluntaryCertification',
      register: 'American Board of Sleep Medicine',
      registerAddress: 'absm.org',
      note: 'ABSM is no board of ABMS: the diploma counts only with a current medical licence on file.',
      lifetime: true,
    },
    'AOA-SM': {
      issuingBody: 'Board of the American Osteopathic Association',
      kind: 'voluntaryCertification',
      register: 'American Osteopathic Association',
    },
    'DBSM': {
      issuingBody: 'Board of Behavioral Sleep Medicine',
      kind: 'voluntaryCertification',
      register: 'list of the board',
      registerAddress: 'bsmcredential.org',
      note: 'Researchers hold it without a licence: it counts only with a current clinical licence on file.',
    },
    'CBSM': {
      issuingBody: 'American Board of Sleep Medicine',
      kind: 'voluntaryCertification',
      register: 'American Board of Sleep Medicine',
      registerAddress: 'absm.org',
      note: 'Examined from 2003 to 2014 and for life: it counts only with a current clinical licence on file.',
      lifetime: true,
    },
    'CCSH': {
      issuingBody: 'Board of Registered Polysomnographic Technologists',
      kind: 'voluntaryCertification',
      register: 'directory of BRPT',
      registerAddress: 'brpt.org',
      note: 'Its holders may sign education about sleep, not treatment.',
    },
    'RPSGT': {
      issuingBody: 'Board of Registered Polysomnographic Technologists',
      kind: 'voluntaryCertification',
      register: 'directory of BRPT',
      registerAddress: 'brpt.org',
    },
    'RST': {
      issuingBody: 'American Board of Sleep Medicine',
      kind: 'voluntaryCertification',
      register: 'American Board of Sleep Medicine',
      registerAddress: 'absm.org',
      note: 'Given by ABSM, often wrongly listed under BRPT, and retired on 31 December 2032.',
    },
    'CPSGT': {
      issuingBody: 'Board of Registered Polysomnographic Technologists',
      kind: 'voluntaryCertification',
      register: 'directory of BRPT',
      registerAddress: 'brpt.org',
      note: 'For beginners, three years at most and not renewable: it entitles nobody to sign.',
    },
    'RRT-SDS': {
      issuingBody: 'National Board for Respiratory Care',
      kind: 'voluntaryCertification',
      register: 'NBRC',
      registerAddress: 'nbrc.org',
    },
    'CRT-SDS': {
      issuingBody: 'National Board for Respiratory Care',
      kind: 'voluntaryCertification',
      register: 'NBRC',
      registerAddress: 'nbrc.org',
    },
    'ESRS-SOM': {
      issuingBody: 'European Sleep Research Society',
      kind: 'voluntaryCertification',
      register: 'list of ESRS',
      registerAddress: 'esrs.eu',
      note: 'Scientists hold it too: without a medical or psychology licence on file it stands for education only.',
    },
    'ESRS-TECH': {
      issuingBody: 'European Sleep Research Society',
      kind: 'voluntaryCertification',
      register: 'list of ESRS',
      registerAddress: 'esrs.eu',
    },
    'CLIN-GP': regulated,
    'CLIN-OB': regulated,
    'CLIN-PED': regulated,
    'CLIN-MH': regulated,
    'CLIN-RX': regulated,
    'CLIN-PT': regulated,
    'CLIN-CARD': regulated,
    'CLIN-ONC': regulated,
    'CLIN-GER': regulated,
  }

export function credentialCheck(code: unknown): CredentialCheck | null {
  const checks: Readonly<Record<string, CredentialCheck>> = credentialChecks
  return typeof code === 'string' && Object.hasOwn(checks, code) ? (checks[code] ?? null) : null
}

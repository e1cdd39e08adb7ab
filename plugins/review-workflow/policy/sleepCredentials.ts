import {clinical, medical} from './clinicalLicences.ts'
import {always, type CredentialType, type FamilyRule, usual} from './credentialType.ts'
import {type Family} from './types.ts'

const beside = (anyOf: readonly Family[], family: Family): FamilyRule => ({
  kind: 'licence',
  needs: [{anyOf, family}],
  otherwise: null,
})

/** Somnologists may be scientists who see no patients: the letters alone stand for education. */
const somnologist: FamilyRule = {
  kind: 'licence',
  needs: [
    {anyOf: medical, family: 'SLP-MED'},
    {anyOf: ['CLIN-MH'], family: 'SLP-BEH'},
  ],
  otherwise: 'SLP-EDU',
}

/** What issuers of certifications in sleep have in common: they certify people, wherever those live. */
const certification = {
  ...usual,
  kind: 'voluntaryCertification',
  jurisdictions: 'unneeded',
} as const

const brpt = {
  ...certification,
  issuer: 'BRPT',
  issuingBody: 'Board of Registered Polysomnographic Technologists',
  register: 'directory of BRPT',
  registerAddress: 'brpt.org',
} as const

const absm = {
  ...certification,
  issuingBody: 'American Board of Sleep Medicine',
  register: 'American Board of Sleep Medicine',
  registerAddress: 'absm.org',
} as const

const nbrc = {
  ...certification,
  issuer: 'NBRC',
  issuingBody: 'National Board for Respiratory Care',
  family: always('SLP-TECH'),
  register: 'NBRC',
  registerAddress: 'nbrc.org',
} as const

const esrs = {
  ...certification,
  issuer: 'ESRS',
  issuingBody: 'European Sleep Research Society',
  register: 'list of ESRS',
  registerAddress: 'esrs.eu',
} as const

export const sleepCredentials: {readonly [code: string]: CredentialType} = {
  'ABMS-SM': {
    ...certification,
    name: 'Board Certified in Sleep Medicine',
    abbreviation: 'Sleep Medicine',
    issuer: 'an ABMS member board',
    issuingBody: 'Member board of the American Board of Medical Specialties',
    family: always('SLP-MED'),
    register: 'register of the ABMS boards',
    registerAddress: 'certificationmatters.org',
    note: 'Always name the board: ABIM, ABFM, ABP, ABPN, ABOHNS or ABA.',
  },
  'ABSM-D': {
    ...absm,
    name: 'Diplomate in Sleep Medicine',
    abbreviation: 'D-ABSM',
    issuer: 'ABSM, before 2007',
    family: beside(medical, 'SLP-MED'),
    renewalMonths: 'lifetime',
    note: 'ABSM is no board of ABMS: the diploma counts only with a current medical licence on file.',
  },
  'AOA-SM': {
    ...certification,
    name: 'Board Certified in Sleep Medicine (osteopathic)',
    abbreviation: 'Sleep Medicine',
    issuer: 'an AOA board',
    issuingBody: 'Board of the American Osteopathic Association',
    family: always('SLP-MED'),
    register: 'American Osteopathic Association',
  },
  'DBSM': {
    ...certification,
    name: 'Diplomate in Behavioral Sleep Medicine',
    abbreviation: 'DBSM',
    issuer: 'BBSM',
    issuingBody: 'Board of Behavioral Sleep Medicine',
    family: beside(clinical, 'SLP-BEH'),
    renewalMonths: 60,
    register: 'list of the board',
    registerAddress: 'bsmcredential.org',
    note: 'Researchers hold it without a licence: it counts only with a current clinical licence on file.',
  },
  'CBSM': {
    ...absm,
    name: 'Certified in Behavioral Sleep Medicine',
    abbreviation: 'CBSM',
    issuer: 'ABSM, 2003 to 2014',
    family: beside(clinical, 'SLP-BEH'),
    renewalMonths: 'lifetime',
    note: 'Examined from 2003 to 2014 and for life: it counts only with a current clinical licence on file.',
  },
  'CCSH': {
    ...brpt,
    name: 'Certified in Clinical Sleep Health',
    abbreviation: 'CCSH',
    family: always('SLP-EDU'),
    renewalMonths: 60,
    note: 'Its holders may sign education about sleep, not treatment.',
  },
  'RPSGT': {
    ...brpt,
    name: 'Registered Polysomnographic Technologist',
    abbreviation: 'RPSGT',
    family: always('SLP-TECH'),
    renewalMonths: 60,
  },
  'RST': {
    ...absm,
    name: 'Registered Sleep Technologist',
    abbreviation: 'RST',
    issuer: 'ABSM',
    family: always('SLP-TECH'),
    renewalMonths: 60,
    sunsetOn: '2032-12-31',
    note: 'Given by ABSM, often wrongly listed under BRPT, and retired on 31 December 2032.',
  },
  'CPSGT': {
    ...brpt,
    name: 'Certified Polysomnographic Technician',
    abbreviation: 'CPSGT',
    family: {kind: 'never'},
    note: 'For beginners, three years at most and not renewable: it entitles nobody to sign.',
  },
  'RRT-SDS': {
    ...nbrc,
    name: 'Registered Respiratory Therapist, Sleep Disorders Specialist',
    abbreviation: 'RRT-SDS',
  },
  'CRT-SDS': {
    ...nbrc,
    name: 'Certified Respiratory Therapist, Sleep Disorders Specialist',
    abbreviation: 'CRT-SDS',
  },
  'ESRS-SOM': {
    ...esrs,
    name: 'Somnologist',
    abbreviation: 'Somnologist',
    family: somnologist,
    note: 'Scientists hold it too: without a medical or psychology licence on file it stands for education only.',
  },
  'ESRS-TECH': {
    ...esrs,
    name: 'Sleep Technologist',
    abbreviation: 'Sleep technologist',
    family: always('SLP-TECH'),
  },
}

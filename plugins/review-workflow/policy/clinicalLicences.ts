import {always, type CredentialType, usual} from './credentialType.ts'
import {type Family} from './types.ts'

export const medical: readonly Family[] = [
  'CLIN-GP',
  'CLIN-PED',
  'CLIN-CARD',
  'CLIN-ONC',
  'CLIN-GER',
]
export const clinical: readonly Family[] = [...medical, 'CLIN-OB', 'CLIN-MH', 'CLIN-RX', 'CLIN-PT']

const licence = (family: Family, name: string): CredentialType => ({
  ...usual,
  name,
  abbreviation: name,
  issuer: 'public regulator',
  issuingBody: 'Regulator such as GMC, NMC or GPhC, AHPRA, a state board or a provincial college',
  kind: 'statutoryLicence',
  family: always(family),
  jurisdictions: 'any',
  register: 'public register of the regulator',
  note: 'The speciality on the register must match what the holder is to sign.',
})

export const clinicalLicences: {readonly [code: string]: CredentialType} = {
  'UK-HCPC-PT': {
    ...usual,
    name: 'Registered Physiotherapist',
    abbreviation: 'HCPC',
    issuer: 'HCPC',
    issuingBody: 'Health & Care Professions Council',
    kind: 'protectedTitleRegistration',
    family: always('CLIN-PT'),
    jurisdictions: ['GB'],
    register: 'register of HCPC',
    registerAddress: 'hcpc-uk.org',
  },
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

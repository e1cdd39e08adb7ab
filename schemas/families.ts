import {choices} from './choices.ts'

/** What a credential proves about its holder; the ids are those of the review policy. */
export const familyOptions = choices({
  'MT-REG': 'Massage therapist, regulated by law',
  'MT-CERT': 'Massage therapist, certified or on an accredited register',
  'SLP-MED': 'Sleep physician',
  'SLP-BEH': 'Behavioural sleep specialist',
  'SLP-EDU': 'Sleep educator',
  'CLIN-GP': 'Doctor in general practice',
  'CLIN-OB': 'Obstetrician or midwife',
  'CLIN-PED': 'Paediatric clinician',
  'CLIN-MH': 'Mental health clinician',
  'CLIN-RX': 'Prescriber or pharmacist',
  'CLIN-PT': 'Physiotherapist',
  'CLIN-CARD': 'Cardiology clinician',
  'CLIN-ONC': 'Oncology clinician',
  'CLIN-GER': 'Geriatric clinician',
})

export const pressureOptions = choices({
  veryLight: 'Very light',
  light: 'Light',
  moderate: 'Moderate',
  firm: 'Firm',
  deep: 'Deep',
})

const pressures = pressureOptions.map(({value}) => value)

/** True where the first pressure is not harder than the second, or either is missing. */
export const softerOrEqual = (one: string | undefined, other: string | undefined): boolean =>
  one === undefined || other === undefined || pressures.indexOf(one) <= pressures.indexOf(other)

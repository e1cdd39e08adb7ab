import {type MedicalTherapy, type MedicalWebPage} from 'schema-dts'
import {type TechniqueQueryResult} from '../../sanity.types.ts'
import {type Verdict} from '../verify/verdict.ts'
import {pageNode} from './page.ts'
import {type Site} from './site.ts'

type TechniquePage = NonNullable<TechniqueQueryResult>

/** The page of a technique. One without good evidence is marked up as no therapy, so that markup promises nothing. */
export function techniquePage(page: TechniquePage, verdict: Verdict, site: Site): MedicalWebPage {
  const therapy = medicalTherapy(page)
  return {
    ...pageNode(page, verdict, site),
    name: page.name,
    description: page.definitionText,
    ...(therapy === null ? {} : {mainEntity: therapy}),
  }
}

export function medicalTherapy(page: TechniquePage): MedicalTherapy | null {
  const {schemaType, deliveredBy} = page
  if (schemaType === 'none') return null
  const byPhysiotherapist = schemaType === 'PhysicalTherapy' && deliveredBy === 'physiotherapist'
  return {
    ...therapyNode(page),
    '@type': byPhysiotherapist ? 'PhysicalTherapy' : 'MedicalTherapy',
  }
}

/** Massage is no member of the vocabulary's systems of medicine, save where it belongs to one of them. */
const traditionalChinese: readonly string[] = ['tuina', 'acupressure']

function therapyNode(page: TechniquePage) {
  const {name, alternateNames, definitionText, howPerformedText, bodyRegions} = page
  const {safety, codes, modality} = page
  return {
    name,
    alternateName: alternateNames ?? [],
    description: definitionText,
    howPerformed: howPerformedText,
    ...(bodyRegions === null ? {} : {bodyLocation: bodyRegions.join(', ')}),
    contraindication: (safety?.contraindications ?? []).map(
      (each) => ({'@type': 'MedicalContraindication', 'name': each.name}) as const,
    ),
    adverseOutcome: (safety?.adverseEffects ?? []).map(
      ({effect}) => ({'@type': 'MedicalEntity', 'name': effect}) as const,
    ),
    code: (codes ?? []).map(
      ({system, value}) =>
        ({'@type': 'MedicalCode', 'codingSystem': system, 'codeValue': value}) as const,
    ),
    ...(traditionalChinese.includes(modality)
      ? {medicineSystem: 'https://schema.org/TraditionalChinese' as const}
      : {}),
  }
}

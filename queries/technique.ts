import {defineQuery} from 'groq'
import {evidenceFields} from './fragments/claim.ts'
import {imageOf, onSite, pageFields} from './fragments/page.ts'
import {safetyFields} from './fragments/safety.ts'
import {shortTextFields} from './fragments/text.ts'
import {work} from './fragments/work.ts'

/** A technique with its evidence, its cautions and for whom it is. */
export const techniqueQuery = defineQuery(/* groq */ `
  *[_type == "technique" && slug.current == $slug && ${onSite}] | order(_id asc)[0]{
    ${pageFields},
    name,
    alternateNames,
    modality,
    definition[]{${shortTextFields}},
    "definitionText": pt::text(definition),
    howPerformed[]{${shortTextFields}},
    "howPerformedText": pt::text(howPerformed),
    ${imageOf},
    bodyRegions,
    pressure{min, max},
    sessionLength{minMinutes, maxMinutes},
    typicalCourse{sessions, perWeek, weeks, basis, ${work}},
    clothing,
    position,
    equipment,
    oils[]{_key, name, allergens, avoidIn},
    deliveredBy,
    practitionerRequirement{families, extraTraining},
    "evidence": evidence[]->{${evidenceFields}},
    evidenceVerdicts[]{_key, "outcome": outcome->{_id, name, abbreviation}, verdict, why},
    evidenceNotes[]{${shortTextFields}},
    suitability[]{_key, "population": population->{_id, name}, rating, reason, ${work}},
    safety{${safetyFields}},
    schemaType,
    codes[]{_key, system, value}
  }
`)

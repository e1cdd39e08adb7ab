import {type SchemaTypeDefinition} from 'sanity'
import {articleType} from './article.ts'
import {contraindicationType} from './contraindication.ts'
import {disclaimerType} from './disclaimer.ts'
import {emergencyNoticeType} from './emergencyNotice.ts'
import {evidenceSummaryType, gradeDowngradeType} from './evidenceSummary.ts'
import {faqEntryType} from './faqEntry.ts'
import {glossaryTermType} from './glossaryTerm.ts'
import {
  comparisonRowType,
  jurisdictionNoteType,
  populationNoteType,
  practitionerChecklistType,
} from './objects/articleParts.ts'
import {articleSectionType} from './objects/articleSection.ts'
import {calloutType} from './objects/callout.ts'
import {
  citationIdentifiersType,
  citationResolutionType,
  retractionCheckType,
  studiedInterventionType,
  studyOutcomeType,
} from './objects/citationParts.ts'
import {citationUseType} from './objects/citationUse.ts'
import {claimType} from './objects/claim.ts'
import {cslDateType, cslItemType, cslNameType} from './objects/csl.ts'
import {effectEstimateType} from './objects/effectEstimate.ts'
import {imageWithAltType} from './objects/imageWithAlt.ts'
import {
  callToActionType,
  pendingArticleType,
  seoType,
  supportLinkType,
} from './objects/pageParts.ts'
import {portableTextType, shortTextType} from './objects/portableText.ts'
import {adverseEffectType, redFlagType, safetyBlockType} from './objects/safetyBlock.ts'
import {tableRowType, tableType} from './objects/table.ts'
import {codeType, evidenceVerdictType, oilType, suitabilityType} from './objects/techniqueParts.ts'
import {typicalCourseType} from './objects/typicalCourse.ts'
import {outcomeMeasureType} from './outcomeMeasure.ts'
import {personType} from './person.ts'
import {populationType} from './population.ts'
import {researchCitationType} from './researchCitation.ts'
import {reviewType} from './review.ts'
import {reviewProgressType} from './reviewProgress.ts'
import {reviewSignOffType} from './reviewSignOff.ts'
import {reviewerCredentialType} from './reviewerCredential.ts'
import {siteType} from './site.ts'
import {techniqueType} from './technique.ts'
import {treatmentType} from './treatment.ts'

const documents: SchemaTypeDefinition[] = [
  articleType,
  faqEntryType,
  techniqueType,
  researchCitationType,
  evidenceSummaryType,
  contraindicationType,
  glossaryTermType,
  populationType,
  outcomeMeasureType,
  treatmentType,
  personType,
  reviewerCredentialType,
  disclaimerType,
  emergencyNoticeType,
  siteType,
  reviewType,
  reviewProgressType,
]

const objects: SchemaTypeDefinition[] = [
  adverseEffectType,
  articleSectionType,
  calloutType,
  callToActionType,
  citationIdentifiersType,
  citationResolutionType,
  citationUseType,
  claimType,
  codeType,
  comparisonRowType,
  cslDateType,
  cslItemType,
  cslNameType,
  effectEstimateType,
  evidenceVerdictType,
  gradeDowngradeType,
  imageWithAltType,
  jurisdictionNoteType,
  oilType,
  pendingArticleType,
  populationNoteType,
  portableTextType,
  practitionerChecklistType,
  redFlagType,
  retractionCheckType,
  reviewSignOffType,
  safetyBlockType,
  seoType,
  shortTextType,
  studiedInterventionType,
  studyOutcomeType,
  suitabilityType,
  supportLinkType,
  tableRowType,
  tableType,
  typicalCourseType,
]

export const schemaTypes: SchemaTypeDefinition[] = [...documents, ...objects]

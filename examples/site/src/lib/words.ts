/** Words for the codes of the content, as a reader would say it. A code that we do not know is shown as it is. */
export type Words = {readonly [code: string]: string}

export function said(words: Words, code: string | null | undefined): string {
  if (code === null || code === undefined) return ''
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code
}

export const stances: Words = {
  supports: 'for',
  partiallySupports: 'partly for',
  contextual: 'background',
  mixed: 'mixed',
  null: 'no effect found',
  contradicts: 'against',
}

export const stanceSentences: Words = {
  supports: 'Supports what we say.',
  partiallySupports: 'Supports part of what we say.',
  contextual: 'Gives background only.',
  mixed: 'Points both ways.',
  null: 'Found no effect.',
  contradicts: 'Speaks against what we say.',
}

export const hedges: Words = {
  does: 'The evidence is strong',
  probably: 'It is likely',
  may: 'It may be so',
  unknown: 'We do not know',
  doesNot: 'It does not',
}

export const designs: Words = {
  overviewOfReviews: 'Overview of reviews',
  systematicReviewMetaAnalysisRCT: 'Review that pools trials',
  systematicReviewRCT: 'Review of trials',
  systematicReviewMetaAnalysis: 'Review that pools studies',
  systematicReviewMetaAnalysisCohort: 'Review that pools long-term studies',
  systematicReviewCaseReports: 'Review of case reports',
  rct: 'Randomised trial',
  clusterRct: 'Randomised trial in groups',
  pilotRct: 'Small randomised trial',
  randomisedCrossover: 'Randomised trial, each person tried both',
  crossoverTrial: 'Trial, each person tried both',
  quasiExperimental: 'Trial without drawing lots',
  cohort: 'Study over time',
  caseControl: 'Study that looks back',
  crossSectional: 'Survey at one point in time',
  caseSeries: 'A few cases',
  caseReport: 'One case',
  qualitative: 'Interviews',
  measurementValidity: 'Test of a measure',
  narrativeReview: 'Overview by experts',
  expertConsensus: 'Experts agreed',
  clinicalGuideline: 'Guideline for clinicians',
  mechanistic: 'Study of how it works',
  animal: 'Study in animals',
}

export const retractions: Words = {
  retracted: 'This study has been retracted. Do not rely on it.',
  withdrawn: 'This study has been withdrawn. Do not rely on it.',
  expressionOfConcern: 'The journal has warned of problems with this study.',
  corrected: 'The journal has corrected this study.',
}

export const redFlagActions: Words = {
  stopSession: 'Stop the session',
  seeClinician: 'See a clinician soon',
  urgentCare: 'Get care today',
  emergency: 'Call for help now',
}

export const contraindicationKinds: Words = {
  absolute: 'No massage',
  local: 'Not in that place',
  relative: 'With care',
  askFirst: 'Ask first',
}

export const frequencies: Words = {
  commonlyReported: 'often reported',
  uncommon: 'uncommon',
  rare: 'rare',
  unknown: 'how often is not known',
}

export const certainties: Words = {
  veryLow: 'Very low certainty',
  low: 'Low certainty',
  moderate: 'Moderate certainty',
  high: 'High certainty',
}

export const comparisonBases: Words = {
  headToHead: 'Compared in the same trial',
  indirect: 'Compared across trials',
  guideline: 'A guideline compares them',
  none: 'Nobody has compared them',
}

export const verdicts: Words = {
  likelyHelps: 'Likely helps',
  mayHelp: 'May help',
  uncertain: 'Not certain',
  noGoodEvidence: 'No good evidence',
  likelyNoEffect: 'Likely has no effect',
  harmful: 'Harmful',
}

export const ratings: Words = {
  suitable: 'Suitable',
  suitableWithChanges: 'Suitable with changes',
  askFirst: 'Ask first',
  avoid: 'Avoid',
}

export const pressures: Words = {
  veryLight: 'very light',
  light: 'light',
  moderate: 'moderate',
  firm: 'firm',
  deep: 'deep',
}

export const providers: Words = {
  massageTherapist: 'a massage therapist',
  physiotherapist: 'a physiotherapist',
  nurse: 'a nurse',
  parent: 'a parent',
  self: 'you yourself',
}

export const calloutTones: Words = {
  note: 'Good to know',
  tip: 'Try this',
  caution: 'Take care',
  stop: 'Get help',
}

export const pageTypes: Words = {article: 'Article', faqEntry: 'Question', technique: 'Technique'}

/** Fields whose words changed, as a reader would call them. */
export const changedParts: Words = {
  title: 'the title',
  question: 'the question',
  name: 'the name',
  summary: 'the summary',
  shortAnswer: 'the short answer',
  longAnswer: 'the full answer',
  keyPoints: 'the key points',
  sections: 'the text',
  safety: 'the safety advice',
  faqs: 'the questions',
  evidenceVerdicts: 'what the evidence shows',
  evidenceNotes: 'the notes on evidence',
  definition: 'the description',
  howPerformed: 'how it is done',
  suitability: 'who it is for',
  image: 'the picture',
}

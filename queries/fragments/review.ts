/** One signature as its record says it, with where readers find the person today. */
const signOffFields = /* groq */ `
  "name": reviewer.name,
  "personId": reviewer.personId,
  credentials[]{label, typeCode, families, jurisdiction, expires},
  meaning,
  attestation,
  conflictOfInterest,
  conflictStatement,
  signedAt,
  digest,
  closureDigest,
  carriedTo,
  policyVersion,
  "profile": *[_type == "person" && _id == ^.reviewer.personId][0]{
    "slug": slug.current,
    honorifics,
    orcid,
    sameAs
  }
`

/** Of a review record: everything that a page says about its review, and all that `verify` asks of it. */
export const reviewFields = /* groq */ `
  "subject": subject._ref,
  subjectType,
  live,
  indexed,
  riskClass,
  topics,
  lastReviewed,
  nextReviewDue,
  firstPublishedAt,
  lastChangedAt,
  marks[]{trigger, consequence, at},
  publications[]{at, changed},
  digest,
  closureDigest,
  signOffs[]{${signOffFields}}
`

/** The review of a page, in the page's own query. */
export const review = /* groq */ `
  "review": *[_type == "review" && _id == "review-" + ^._id][0]{${reviewFields}}
`

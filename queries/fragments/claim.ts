import {citationUseFields} from './work.ts'

/** A body of evidence, with how certain it is. */
export const evidenceFields = /* groq */ `
  _id,
  question,
  comparator,
  direction,
  certainty,
  plainStatement,
  searchedOn,
  searchScope,
  "population": population->{_id, name},
  "outcome": outcome->{_id, name, abbreviation},
  citations[]{_key, ${citationUseFields}}
`

/** One statement, the studies for and against it, and what they rest in. */
export const claimFields = /* groq */ `
  _key,
  statement,
  claimType,
  hedge,
  topics,
  "population": population->{_id, name},
  "outcome": outcome->{_id, name, abbreviation},
  citations[]{_key, ${citationUseFields}},
  "evidenceSummary": evidenceSummary->{_id, question, certainty, direction, plainStatement},
  counterEvidenceAcknowledged
`

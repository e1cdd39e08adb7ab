import {imageFields} from './image.ts'

/**
 * Lists start from review records: they are small, only pages that may be listed have `indexed`, and they hold what
 * lists are ordered by. Each order ends with the id, so that it is total and a cursor can go on from any row.
 */
export const listed = /* groq */ `
  live == true && indexed == true && language == $language && (count(sites) == 0 || $site in sites)
`

/** Newest first, from where the last page of the list ended. */
export const sinceFirstPublished = /* groq */ `
  (firstPublishedAt < $before || (firstPublishedAt == $before && _id > "review-" + $afterId))
`

/** A page in a list. */
export const rowFields = /* groq */ `
  "_id": subject._ref,
  "_type": subjectType,
  slug,
  title,
  "summary": coalesce(subject->summary, subject->shortAnswer, pt::text(subject->definition)),
  "modality": subject->modality,
  "image": subject->image{${imageFields}},
  topics,
  firstPublishedAt,
  lastChangedAt,
  lastReviewed,
  nextReviewDue,
  marks[]{trigger, consequence, at},
  "reviewers": signOffs[]{"name": reviewer.name, "credentials": credentials[].label}
`

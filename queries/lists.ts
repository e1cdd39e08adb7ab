import {defineQuery} from 'groq'
import {listed, rowFields, sinceFirstPublished} from './fragments/row.ts'

/** Pages of one type, newest first, twenty at a time. Start with `firstByDate`. */
export const newestQuery = defineQuery(/* groq */ `
  *[
    _type == "review" && subjectType == $type && ${listed} && ${sinceFirstPublished}
  ] | order(firstPublishedAt desc, _id asc)[0...20]{${rowFields}}
`)

/** Pages about a topic, declared or found in their words, newest first, twenty at a time. */
export const byTopicQuery = defineQuery(/* groq */ `
  *[
    _type == "review" && $topic in topics && ${listed} && ${sinceFirstPublished}
  ] | order(firstPublishedAt desc, _id asc)[0...20]{${rowFields}}
`)

/** Pages that say something about a group of people, newest first, twenty at a time. */
export const byPopulationQuery = defineQuery(/* groq */ `
  *[
    _type == "review" && $population in populations && ${listed} && ${sinceFirstPublished}
  ] | order(firstPublishedAt desc, _id asc)[0...20]{${rowFields}}
`)

/** Pages of one type by their titles, fifty at a time. Start with `firstByName`. */
export const byTitleQuery = defineQuery(/* groq */ `
  *[
    _type == "review"
      && subjectType == $type
      && ${listed}
      && (title > $afterName || (title == $afterName && _id > "review-" + $afterId))
  ] | order(title asc, _id asc)[0...50]{${rowFields}}
`)

/** Pages whose words changed last, and what changed in them, twenty at a time. */
export const whatChangedQuery = defineQuery(/* groq */ `
  *[
    _type == "review"
      && ${listed}
      && (lastChangedAt < $before || (lastChangedAt == $before && _id > "review-" + $afterId))
  ] | order(lastChangedAt desc, _id asc)[0...20]{
    ${rowFields},
    publications[]{at, changed}
  }
`)

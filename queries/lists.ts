import {defineQuery} from 'groq'
import {onSite} from './fragments/page.ts'
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
    _type in ["article", "faqEntry", "technique"]
      && references($population)
      && language == $language
      && ${onSite}
  ]{
    "record": *[_type == "review" && _id == "review-" + ^._id && indexed == true]{${rowFields}}
  }.record[][
    firstPublishedAt < $before || (firstPublishedAt == $before && _id > $afterId)
  ] | order(firstPublishedAt desc, _id asc)[0...20]
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

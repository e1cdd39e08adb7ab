import {defineQuery} from 'groq'

/** What search engines may list, a thousand at a time in the order of ids. Start with an empty `$afterId`. */
export const sitemapQuery = defineQuery(/* groq */ `
  *[
    _type == "review"
      && live == true
      && indexed == true
      && (count(sites) == 0 || $site in sites)
      && _id > "review-" + $afterId
      && subject->seo.noindex != true
  ] | order(_id asc)[0...1000]{
    "_id": subject._ref,
    "_type": subjectType,
    slug,
    language,
    lastChangedAt,
    lastReviewed
  }
`)

/** Where a page went that is not at this address any more. Ask for the page itself first: it wins. */
export const redirectQuery = defineQuery(/* groq */ `
  *[
    _type == "review" && subjectType == $type && live == true && $slug in pastSlugs
      && (count(sites) == 0 || $site in sites)
  ] | order(lastChangedAt desc, _id asc)[0]{"_type": subjectType, slug}
`)

/** Every page that had other addresses, a thousand at a time in the order of ids. */
export const redirectsQuery = defineQuery(/* groq */ `
  *[
    _type == "review" && live == true && count(pastSlugs) > 0
      && (count(sites) == 0 || $site in sites)
      && _id > "review-" + $afterId
  ] | order(_id asc)[0...1000]{
    "_id": subject._ref,
    "_type": subjectType,
    slug,
    pastSlugs
  }
`)

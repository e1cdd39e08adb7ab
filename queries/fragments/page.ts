import {imageFields} from './image.ts'
import {review} from './review.ts'

/** On every site, or on this one. `$site` is the id of a site document, or null where there is but one. */
export const onSite = /* groq */ `(coalesce(count(sites), 0) == 0 || $site in sites[]._ref)`

/** Somebody's name, and where readers find them. */
export const personFields = /* groq */ `_id, name, honorifics, "slug": slug.current`

/** What every page has. */
export const pageFields = /* groq */ `
  _id,
  _type,
  "slug": slug.current,
  language,
  ${review}
`

/** What a link to a page shows. */
export const linkFields = /* groq */ `
  _id,
  _type,
  "slug": slug.current,
  "title": coalesce(title, question, name)
`

/** What a page needs at the top and when it is shared. */
export const imageOf = /* groq */ `image{${imageFields}}`

import {defineQuery} from 'groq'
import {listed} from './fragments/row.ts'

/** Topics that some page in the lists is about. `topicTitle` has their names. */
export const topicsQuery = defineQuery(/* groq */ `
  array::unique(*[_type == "review" && ${listed}].topics[]) | order(@ asc)
`)

/** Groups of people, by name. */
export const populationsQuery = defineQuery(/* groq */ `
  *[_type == "population"] | order(name asc, _id asc)[0...500]{_id, name, description}
`)

export const populationQuery = defineQuery(/* groq */ `
  *[_type == "population" && _id == $population][0]{_id, name, description, riskTopics}
`)

/** Terms in plain words, a hundred at a time. Start with `firstByName`. */
export const glossaryQuery = defineQuery(/* groq */ `
  *[
    _type == "glossaryTerm" && (term > $afterName || (term == $afterName && _id > $afterId))
  ] | order(term asc, _id asc)[0...100]{
    _id,
    term,
    abbreviation,
    plainDefinition,
    pronunciation,
    "seeAlso": seeAlso[]->{_id, term},
    "work": source->{"citeKey": citeKey.current, "title": csl.title, "doi": identifiers.doi}
  }
`)

/** One site, and who stands behind it. */
export const siteQuery = defineQuery(/* groq */ `
  *[_type == "site" && _id == $site][0]{_id, name, url, country, language}
`)

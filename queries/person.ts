import {defineQuery} from 'groq'
import {imageFields} from './fragments/image.ts'
import {personFields} from './fragments/page.ts'
import {listed, rowFields, sinceFirstPublished} from './fragments/row.ts'
import {shortTextFields} from './fragments/text.ts'

/**
 * Somebody who signs, writes or edits. Credentials are those of the newest signature that counts, as signed.
 * Before they are shown, `page` is to be verified like any other.
 */
export const personQuery = defineQuery(/* groq */ `
  *[_type == "person" && slug.current == $slug] | order(_id asc)[0]{
    ${personFields},
    photo{${imageFields}},
    bio[]{${shortTextFields}},
    roles,
    languages,
    employer,
    orcid,
    sameAs,
    isDemo,
    "lastSigned": *[
      _type == "review" && live == true && ^._id in signOffs[].reviewer.personId
    ] | order(lastReviewed desc, _id asc)[0]{
      "page": subject._ref,
      "signOffs": signOffs[reviewer.personId == ^.^._id]{
        signedAt,
        credentials[]{label, typeCode, families, jurisdiction, expires}
      }
    }
  }
`)

/** Pages that stand on somebody's signature, newest first, twenty at a time. */
export const reviewedByQuery = defineQuery(/* groq */ `
  *[
    _type == "review"
      && $person in signOffs[].reviewer.personId
      && ${listed}
      && ${sinceFirstPublished}
  ] | order(firstPublishedAt desc, _id asc)[0...20]{${rowFields}}
`)

import {defineQuery} from 'groq'
import {proof} from './fragments/proof.ts'
import {pageFields} from './fragments/page.ts'

/** Every page there is, a thousand at a time in the order of ids. Start with an empty `$afterId`. */
export const pageIdsQuery = defineQuery(/* groq */ `
  *[_type in ["article", "faqEntry", "technique"] && _id > $afterId] | order(_id asc)[0...1000]._id
`)

/** Some pages, each with all that `verify` needs. */
export const pagesToVerifyQuery = defineQuery(/* groq */ `
  *[_type in ["article", "faqEntry", "technique"] && _id in $ids] | order(_id asc){
    ${pageFields},
    ${proof}
  }
`)

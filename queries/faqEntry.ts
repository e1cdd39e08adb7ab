import {defineQuery} from 'groq'
import {claimFields} from './fragments/claim.ts'
import {linkFields, onSite, pageFields} from './fragments/page.ts'
import {shortTextFields} from './fragments/text.ts'

/** One question on a page of its own. */
export const faqEntryQuery = defineQuery(/* groq */ `
  *[_type == "faqEntry" && slug.current == $slug && ${onSite}] | order(_id asc)[0]{
    ${pageFields},
    question,
    shortAnswer,
    longAnswer[]{${shortTextFields}},
    safetyNote,
    askYourClinician,
    claims[]{${claimFields}},
    "population": population->{_id, name},
    "seeAlso": seeAlso[defined(@->_id)]->{${linkFields}}
  }
`)

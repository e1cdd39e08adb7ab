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

/** Questions by their words, fifty at a time. Start with `firstByName`. */
export const faqEntriesQuery = defineQuery(/* groq */ `
  *[
    _type == "faqEntry"
      && language == $language
      && ${onSite}
      && (question > $afterName || (question == $afterName && _id > $afterId))
      && *[_type == "review" && _id == "review-" + ^._id][0].indexed == true
  ] | order(question asc, _id asc)[0...50]{
    ${pageFields},
    "name": question,
    question,
    shortAnswer
  }
`)

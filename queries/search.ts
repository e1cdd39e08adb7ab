import {defineQuery} from 'groq'
import {linkFields, onSite} from './fragments/page.ts'

/** Each page's own record, found by reference: a look at all records for each page would not do for a search. */
const isListed = /* groq */ `count([{"_ref": "review-" + _id}->][indexed == true]) == 1`

/**
 * Pages in which these words occur, best first, twenty at a time. A title counts more than a summary, and both more
 * than the text. Start with `firstByScore`.
 */
export const searchQuery = defineQuery(/* groq */ `
  *[
    _type in ["article", "faqEntry", "technique"]
      && language == $language
      && ${onSite}
      && @ match text::query($words)
      && ${isListed}
  ]
  | score(
    boost([title, question, name] match text::query($words), 4),
    boost([summary, shortAnswer] match text::query($words), 2),
    @ match text::query($words)
  )
  | order(_score desc, _id asc)
  [_score < $belowScore || (_score == $belowScore && _id > $afterId)][0...20]{
    ${linkFields},
    _score,
    "summary": coalesce(summary, shortAnswer, pt::text(definition)),
    "lastReviewed": *[_type == "review" && _id == "review-" + ^._id][0].lastReviewed
  }
`)

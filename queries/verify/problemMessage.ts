import {topicTitle} from '../topicTitle.ts'
import {type Problem} from './verdict.ts'

/** What keeps a page from verifying, in words: what is true, and what to do. */
export function problemMessage(problem: Problem): string {
  switch (problem.code) {
    case 'pageUnreadable':
      return 'There is no page to look at. Ask for it with pagesToVerifyQuery.'
    case 'notGoverned':
      return `Documents of the type “${problem.type}” are not signed. Verify the pages that show them.`
    case 'recordMissing':
      return 'The page has no public review record. Do not show it as reviewed.'
    case 'recordUnreadable':
      return 'The review record lacks something that it must say. Ask for it with the fields of pagesToVerifyQuery.'
    case 'recordOfAnotherPage':
      return `The review record is about another page, “${problem.subject}”.`
    case 'notLive':
      return 'The record says that the page is not in front of readers. Take it off the site.'
    case 'wordsUnreadable':
      return 'The words have no canonical form, so nobody can have signed them.'
    case 'wordsChanged':
      return `These are not the words that were signed: their digest is ${short(problem.found)}, and ${short(problem.signed)} was signed. Fetch the page again; if it stays, tell whoever runs the lake.`
    case 'shownUnreadable':
      return 'A document that the page shows has no canonical form, so nobody can have signed it.'
    case 'shownChanged':
      return `What the page shows is not what was signed with it: the digest is ${short(problem.found)}, and ${short(problem.signed)} was signed. Fetch the page again with everything that it shows.`
    case 'signOffMissing':
      return 'Nobody’s signature holds for these words and what they show.'
    case 'topicsUncovered':
      return `Nobody who signed may sign for ${problem.topics.map(topicTitle).join(', ')}.`
    case 'reviewDateMissing':
      return 'The record does not say when the page was last reviewed.'
    case 'reviewDateUnsigned':
      return `The record says that the page was reviewed on ${problem.lastReviewed}, and nobody signed then or later.`
  }
}

const short = (digest: string): string => `${digest.slice(0, 12)}…`

import {type FAQPage, type MedicalWebPage, type Question} from 'schema-dts'
import {type FaqEntryQueryResult} from '../../sanity.types.ts'
import {type Verdict} from '../verify/verdict.ts'
import {pageNode} from './page.ts'
import {plainText} from './plainText.ts'
import {type Site} from './site.ts'

type FaqEntryPage = NonNullable<FaqEntryQueryResult>
type Entry = Pick<FaqEntryPage, 'question' | 'shortAnswer' | 'longAnswer'>

/** A page with these questions, their answers in full: show both parts of each, since markup says what is visible. */
export function faqPage(entries: readonly Entry[]): FAQPage {
  return {'@type': 'FAQPage', 'mainEntity': entries.map(question)}
}

/** The page of one question. */
export function faqEntryPage(page: FaqEntryPage, verdict: Verdict, site: Site): MedicalWebPage {
  return {
    ...pageNode(page, verdict, site),
    name: page.question,
    description: page.shortAnswer,
    mainEntity: faqPage([page]),
  }
}

function question({question: name, shortAnswer, longAnswer}: Entry): Question {
  const text = [shortAnswer, plainText(longAnswer)].filter((part) => part !== '').join('\n\n')
  return {'@type': 'Question', name, 'acceptedAnswer': {'@type': 'Answer', text}}
}

import {describe, expect, test} from 'vitest'
import {
  defaultPolicy,
  documentTopics,
  riskClassOf,
} from '../../plugins/review-workflow/policy/index.ts'
import {forbiddenClaims} from '../support/claimsLint.ts'
import {readingGrade} from '../support/readability.ts'
import {parts, prose, runningText, starterContent} from '../support/starterContent.ts'

const documents = starterContent()
const pages = documents.filter(({_type}) => ['article', 'faqEntry', 'technique'].includes(_type))
const text = (value: unknown) => prose(value).join('\n')

/** These are signed and published on the first run, each by one demonstration reviewer. */
const forOneReviewer = [
  'faq-massage-tonight',
  'faq-best-type',
  'faq-how-often',
  'faq-after-evening-massage',
  'technique-chair',
  'article-first-massage-session',
  'article-a-calmer-evening',
]

describe('the words of the starter content', () => {
  test.each(pages.map((page) => [page._id, page] as const))('read easily in %s', (_id, page) => {
    expect(readingGrade(runningText(page))).toBeLessThanOrEqual(8.5)
  })

  test.each(
    pages.flatMap(({_id, shortAnswer}) =>
      typeof shortAnswer === 'string' ? [[_id, shortAnswer] as const] : [],
    ),
  )('read easily in the short answer of %s', (_id, shortAnswer) => {
    expect(readingGrade(shortAnswer)).toBeLessThanOrEqual(8)
  })

  test('make no forbidden claim', () => {
    const found = documents
      .filter(({_type}) => _type !== 'glossaryTerm' && _type !== 'researchCitation')
      .flatMap((document) =>
        prose(document).flatMap((line) =>
          forbiddenClaims(line).map((claim) => `${document._id} ${claim}`),
        ),
      )
    expect(found).toEqual([])
  })

  test('say that somebody signed only in records, never in the text', () => {
    const found = pages.filter((page) =>
      /\b(peer|medically|clinically) reviewed\b|\breviewed by\b/i.test(text(page)),
    )
    expect(found.map(({_id}) => _id)).toEqual([])
  })

  test('tell readers about the studies against a claim', () => {
    const silent = pages.flatMap((page) =>
      parts(page).flatMap(({path, value}) => {
        const {statement, counterEvidenceText} = value
        if (typeof statement !== 'string' || typeof counterEvidenceText !== 'string') return []
        const body = text({...page, claims: undefined, sections: undefined}) + runningText(page)
        return body.includes(counterEvidenceText.replace(/\.$/, '')) ? [] : [`${page._id} ${path}`]
      }),
    )
    expect(silent).toEqual([])
  })

  test.each(forOneReviewer)('need one reviewer in %s', (id) => {
    const page = documents.find(({_id}) => _id === id)
    expect(page).toBeDefined()
    expect(defaultPolicy.peopleNeeded[riskClassOf(documentTopics(page))]).toBe(1)
  })
})

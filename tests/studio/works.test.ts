import {expect, test} from 'vitest'
import {today} from '../../plugins/review-workflow/studio/works/checks.ts'
import {registerLink, registers} from '../../plugins/review-workflow/studio/works/registers.ts'
import {retractionStatuses} from '../../plugins/review-workflow/policy/works.ts'
import {isRetracted} from '../../plugins/review-workflow/policy/index.ts'
import {worksWords} from '../../plugins/review-workflow/studio/words/works.ts'
import {choicesOf} from '../../structure/choicesOf.ts'
import {schema} from '../support/documentProblems.ts'

const work = {
  doi: '10.1016/s0140-6736(97)11096-0',
  pmid: '9500320',
  url: 'https://example.org/a',
  title: 'A title & more',
}
const nameless = {doi: '', pmid: '', url: 'javascript:alert(1)', title: 'A title & more'}

test.each([
  [
    'crossref',
    'https://search.crossref.org/search/works?q=10.1016%2Fs0140-6736(97)11096-0&from_ui=yes',
    'https://search.crossref.org/search/works?q=A%20title%20%26%20more&from_ui=yes',
  ],
  [
    'pubmed',
    'https://pubmed.ncbi.nlm.nih.gov/9500320/',
    'https://pubmed.ncbi.nlm.nih.gov/?term=A%20title%20%26%20more',
  ],
  [
    'retractionWatch',
    'https://retractiondatabase.org/RetractionSearch.aspx',
    'https://retractiondatabase.org/RetractionSearch.aspx',
  ],
  ['publisher', 'https://doi.org/10.1016/s0140-6736(97)11096-0', null],
] as const)('a work is looked up at %s by what is known of it', (register, known, unknown) => {
  expect(registerLink(register, work)).toBe(known)
  expect(registerLink(register, nameless)).toBe(unknown)
})

test('the registers are those of the form, by the same words', () => {
  const words: {readonly [key: string]: string} = worksWords
  const listed = registers.map((value) => ({value, title: words[`works.source.${value}`]}))
  expect(choicesOf(schema.get('retractionCheck'), 'source')).toEqual(listed)
})

test('every finding that a look can leave as it is has its words', () => {
  const left = retractionStatuses.filter(
    (status) => status !== 'notChecked' && !isRetracted({status}),
  )
  expect(left.filter((status) => !Object.hasOwn(worksWords, `works.finding.${status}`))).toEqual([])
})

test('a look is of the day that it is for whoever looks, and never ahead of the server', () => {
  const noon = new Date('2026-06-01T12:00:00Z')
  expect(today(noon)).toBe('2026-06-01')
  const late = new Date('2026-06-01T23:59:00Z')
  expect(today(late) <= '2026-06-01').toBe(true)
})

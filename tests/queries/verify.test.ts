import fc from 'fast-check'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {pageIdsQuery, pagesToVerifyQuery, type PageToVerify, verify} from '../../queries/index.ts'
import {openStarterLake, type StarterLake} from './support/starterLake.ts'

interface Record {
  readonly [field: string]: unknown
}

interface Page extends PageToVerify {
  readonly _id: string
  readonly review: Record & {readonly signOffs: readonly Record[]}
  readonly proof: {readonly document: Record; readonly shown: readonly Record[]}
}

let lake: StarterLake
let pages: readonly Page[]
let calm: Page

beforeAll(async () => {
  lake = await openStarterLake()
  const ids = await lake.read(pageIdsQuery, {afterId: ''})
  pages = (await lake.read(pagesToVerifyQuery, {ids})) as unknown as readonly Page[]
  const found = pages.find(({_id}) => _id === 'article-a-calmer-evening')
  if (found === undefined) throw new Error('the article is not live')
  calm = found
})
afterAll(() => lake.close())

test('every live page of the starter content verifies', () => {
  const verdicts = pages.map(({_id}, index) => [_id, verify(pages[index]).valid])
  expect(verdicts).toEqual([
    ['article-a-calmer-evening', true],
    ['article-first-massage-session', true],
    ['faq-after-evening-massage', true],
    ['faq-massage-tonight', true],
    ['technique-chair', true],
  ])
})

test('a verdict says who signed which words, and when', () => {
  const {digest, closureDigest, signOffs} = calm.review
  expect(verify(calm)).toEqual({
    valid: true,
    id: 'article-a-calmer-evening',
    digest,
    closureDigest,
    lastReviewed: '2026-11-24',
    nextReviewDue: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    signOffs,
    marks: [],
  })
})

/** The codes of what speaks against the page once something about it is otherwise. */
const codes = (change: Partial<{[part in keyof Page]: unknown}>) => {
  const verdict = verify({...calm, ...change} as PageToVerify)
  return verdict.valid ? [] : verdict.problems.map(({code}) => code)
}
const record = (fields: Record) => codes({review: {...calm.review, ...fields}})
const words = (fields: Record) =>
  codes({proof: {...calm.proof, document: {...calm.proof.document, ...fields}}})
const shown = (change: (documents: readonly Record[]) => unknown) =>
  codes({proof: {...calm.proof, shown: change(calm.proof.shown)}})
const signOffs = (fields: Record) =>
  record({signOffs: calm.review.signOffs.map((signOff) => ({...signOff, ...fields}))})

describe('a page does not verify', () => {
  test.each<[string, () => readonly string[], readonly string[]]>([
    ['that is not there', () => codes({proof: null}), ['pageUnreadable']],
    ['without a record', () => codes({review: null}), ['recordMissing']],
    ['with half a record', () => record({digest: undefined}), ['recordUnreadable']],
    ['with a signature of nobody', () => signOffs({personId: ''}), ['recordUnreadable']],
    ['with the record of another', () => record({subject: 'other'}), ['recordOfAnotherPage']],
    ['that is not live', () => record({live: false}), ['notLive']],
    ['with one word changed', () => words({summary: 'Better.'}), ['wordsChanged']],
    ['with a hidden field', () => words({seen: true}), ['wordsChanged']],
    ['in half a character', () => words({summary: '\ud800'}), ['wordsUnreadable']],
    ['of another type', () => words({_type: 'person'}), ['notGoverned']],
    ['without what it shows', () => shown(() => null), ['shownChanged']],
    ['with a shown document missing', () => shown((all) => all.slice(1)), ['shownChanged']],
    [
      'with a shown document changed',
      () => shown((all) => all.map((each) => ({...each, name: 'Other'}))),
      ['shownChanged'],
    ],
    ['without signatures', () => record({signOffs: []}), ['signOffMissing']],
    ['with a signature of other words', () => signOffs({digest: 'other'}), ['signOffMissing']],
    ['with a signature of another view', () => signOffs({closureDigest: 'x'}), ['signOffMissing']],
    [
      'signed by somebody out of scope',
      () => signOffs({credentials: [{label: 'GP', families: ['CLIN-GP']}]}),
      ['topicsUncovered'],
    ],
    ['without a date', () => record({lastReviewed: null}), ['reviewDateMissing']],
    [
      'with a date that nobody signed',
      () => record({lastReviewed: '2027-01-01'}),
      ['reviewDateUnsigned'],
    ],
  ])('%s', (_, found, expected) => {
    expect(found()).toEqual(expected)
  })
})

test('more documents than the page shows change nothing, nor does the perspective that served them', () => {
  const stranger = {_id: 'stranger', _type: 'person', name: 'Somebody'}
  expect(shown((all) => [stranger, ...all, stranger])).toEqual([])
  expect(words({_originalId: 'drafts.x', _rev: 'other'})).toEqual([])
})

test('a signature that the server carried over news holds', () => {
  const carriedTo = calm.review['closureDigest']
  expect(signOffs({closureDigest: 'before the news', carriedTo})).toEqual([])
})

test('nothing makes it throw, and nothing that is not a page verifies', () => {
  const anything = fc.anything({withNullPrototype: true, maxDepth: 4})
  const row = fc.record({
    review: anything,
    proof: fc.record({document: anything, shown: anything}),
  })
  fc.assert(
    fc.property(fc.oneof(anything, row), (value) => {
      expect(verify(value as PageToVerify).valid).toBe(false)
    }),
    {seed: 7, numRuns: 500},
  )
})

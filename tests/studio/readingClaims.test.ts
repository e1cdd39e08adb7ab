import {expect, test} from 'vitest'
import {
  citationsInText,
  type Claim,
  claimProblems,
  claimsIn,
} from '../../plugins/review-workflow/studio/reading/claims.ts'
import {pathText} from '../../plugins/review-workflow/studio/reading/paths.ts'
import {webAddress, workOf} from '../../plugins/review-workflow/studio/reading/works.ts'

const use = (_key: string, stance: string, outcomeMatch = 'same') => ({
  _key,
  _type: 'citationUse',
  citation: {_type: 'reference', _ref: `citation-${_key}`},
  stance,
  outcomeMatch,
})

const document = {
  _type: 'article',
  sections: [
    {
      _key: 's',
      body: [
        {
          _key: 'b',
          _type: 'block',
          markDefs: [use('m', 'supports')],
          children: [{_type: 'span', text: 'better sleep', marks: ['m']}],
        },
      ],
      claims: [
        {_key: 'c', _type: 'claim', statement: 'It helps.', citations: [use('x', 'contradicts')]},
      ],
    },
  ],
  populations: [{_key: 'p', claims: [{_key: 'd', _type: 'claim', statement: 'It is safe.'}]}],
}

test('every claim is found, wherever it stands', () => {
  expect(claimsIn(document).map(({path, statement}) => [pathText(path), statement])).toEqual([
    ['sections[_key=="s"].claims[_key=="c"]', 'It helps.'],
    ['populations[_key=="p"].claims[_key=="d"]', 'It is safe.'],
  ])
})

test('citations outside claims are listed with the words that they hang on', () => {
  expect(
    citationsInText(document).map(({quote, use: {work, path}}) => [quote, work, pathText(path)]),
  ).toEqual([
    ['better sleep', 'citation-m', 'sections[_key=="s"].body[_key=="b"].markDefs[_key=="m"]'],
  ])
})

const claim = (claimType: string, uses: readonly object[], acknowledged = false): Claim =>
  ({
    ...(claimsIn({
      claims: [
        {
          _key: 'c',
          _type: 'claim',
          claimType,
          citations: uses,
          counterEvidenceAcknowledged: acknowledged,
        },
      ],
    })[0] as Claim),
  }) as const

const standing = (status: string) => () => workOf({retraction: {status}})

test.each([
  ['without a citation', claim('efficacy', []), 'noneFound', ['citationMissing']],
  ['that needs none', claim('opinion', []), 'noneFound', []],
  [
    'silent about a study against it',
    claim('safety', [use('a', 'null')]),
    'noneFound',
    ['counterEvidenceSilent'],
  ],
  ['that tells of it', claim('safety', [use('a', 'contradicts')], true), 'noneFound', []],
  [
    'carried by surrogates',
    claim('efficacy', [use('a', 'supports', 'surrogate')]),
    'noneFound',
    ['otherOutcomeOnly'],
  ],
  ['on a retracted work', claim('safety', [use('a', 'supports')]), 'retracted', ['workGone']],
  [
    'on a doubted work',
    claim('safety', [use('a', 'supports')]),
    'expressionOfConcern',
    ['workDoubted'],
  ],
])('a claim %s', (_, each, status, problems) => {
  expect(claimProblems(each, standing(status))).toEqual(problems)
})

test('a work is told by authors, year, title and where to look it up', () => {
  expect(
    workOf({
      csl: {
        title: 'A trial',
        author: [
          {family: 'Field', given: 'Tiffany M.'},
          {literal: 'Sleep Group'},
          {family: 'Berg', nonDroppingParticle: 'van den', given: 'Ann-Marie'},
          {family: 'Last'},
        ],
        issued: {year: 2011},
        containerTitle: 'Journal',
      },
      identifiers: {doi: '10.1/a b', pmid: '123', url: 'https://example.org'},
      retraction: {status: 'corrected'},
    }),
  ).toEqual({
    authors: 'Field T. M., Sleep Group, van den Berg A. M. et al.',
    year: '2011',
    title: 'A trial',
    container: 'Journal',
    links: [
      {label: 'DOI 10.1/a b', href: 'https://doi.org/10.1/a%20b'},
      {label: 'PMID 123', href: 'https://pubmed.ncbi.nlm.nih.gov/123/'},
    ],
    retraction: 'corrected',
    standing: 'stands',
  })
})

test('a work that nobody describes has not been checked', () => {
  expect(workOf(null)).toMatchObject({title: '', links: [], standing: 'unchecked'})
})

test('only the web can be linked to', () => {
  expect(['https://a.example', 'javascript:alert(1)', 'data:text/html,x'].map(webAddress)).toEqual([
    'https://a.example',
    null,
    null,
  ])
})

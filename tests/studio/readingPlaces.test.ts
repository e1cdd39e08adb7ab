import {expect, test} from 'vitest'
import {
  leftByKind,
  novelties,
  openedParts,
  unopened,
} from '../../plugins/review-workflow/studio/reading/opened.ts'
import {
  anchorOf,
  pathOf,
  pathText,
  valueAt,
} from '../../plugins/review-workflow/studio/reading/paths.ts'
import {quoteStands, wordsAt} from '../../plugins/review-workflow/studio/reading/quotes.ts'

const document = {
  title: 'Massage and sleep',
  sections: [
    {
      _key: 'a',
      _type: 'articleSection',
      heading: 'What is known',
      body: [
        {
          _key: 'b',
          _type: 'block',
          children: [
            {_type: 'span', text: 'Small trials report '},
            {_type: 'span', text: 'better', marks: ['strong']},
            {_type: 'span', text: ' sleep.'},
          ],
        },
      ],
    },
  ],
  keyPoints: ['One', 'Two'],
}

const blockPath = 'sections[_key=="a"].body[_key=="b"]'

test('a path reads as it was written', () => {
  expect(pathOf(blockPath)).toEqual(['sections', {_key: 'a'}, 'body', {_key: 'b'}])
  for (const text of ['', 'title', blockPath, 'keyPoints[1]', 'seo.metaTitle']) {
    expect(pathText(pathOf(text))).toBe(text)
  }
  expect(pathOf('sections[')).toEqual([])
})

test('a path leads to its value', () => {
  expect(valueAt(document, pathOf('sections[_key=="a"].heading'))).toBe('What is known')
  expect(valueAt(document, pathOf('keyPoints[1]'))).toBe('Two')
  expect(valueAt(document, pathOf('sections[_key=="gone"].heading'))).toBeUndefined()
})

test.each([
  ['stands beside its block', `${blockPath}.children[0].text`, blockPath],
  [
    'stands beside the section when its block is gone',
    'sections[_key=="a"].body[_key=="z"]',
    'sections[_key=="a"].body',
  ],
  ['stands beside the list when its item has no key', 'keyPoints[1]', 'keyPoints'],
  ['is about the whole page when its field is gone', 'gone.field', ''],
])('a remark %s', (_, path, expected) => {
  expect(pathText(anchorOf(document, pathOf(path)))).toBe(expected)
})

test('words are read across marks', () => {
  expect(wordsAt(document, pathOf(blockPath))).toContain('report better sleep.')
})

test.each([
  ['across marks and lines', blockPath, 'trials report\nbetter sleep', true],
  ['in the whole page', '', 'One', true],
  ['that were changed since', blockPath, 'worse sleep', false],
  ['of something that is gone', 'gone', 'better', false],
  ['where there are none to find', 'title', '', true],
  ['of a field that is gone, as a whole', 'gone', '', false],
])('a quote of words %s', (_, path, quote, stands) => {
  expect(quoteStands(document, pathOf(path), quote)).toBe(stands)
})

const closure = [{id: 'citation-a', type: 'researchCitation', digest: 'd'}]

test('everything is new where nobody has signed; else what differs', () => {
  const since = {seq: 1, at: '', name: '', documentId: '', revision: ''}
  expect(
    novelties({changed: {since: null, fields: [], shared: []}, closure}, ['title', 'seo']),
  ).toEqual({fields: ['title', 'seo'], shared: ['citation-a']})
  expect(
    novelties({changed: {since, fields: ['seo'], shared: ['citation-gone']}, closure}, [
      'title',
      'seo',
    ]),
  ).toEqual({fields: ['seo'], shared: []})
})

test('what is new and was not on screen is left to open', () => {
  expect(unopened({fields: ['title', 'seo'], shared: ['citation-a']}, ['seo', 'other'])).toEqual({
    fields: ['title'],
    shared: ['citation-a'],
  })
})

test('what was not opened is told by kind, and what only names something apart', () => {
  const entry = (id: string, type: string | null) => ({id, type, digest: 'd'})
  const shown = [
    entry('citation-a', 'researchCitation'),
    entry('outcome-a', 'outcomeMeasure'),
    entry('citation-b', 'researchCitation'),
    entry('disclaimer-a', 'disclaimer'),
    entry('person-a', 'person'),
  ]
  expect(leftByKind([...shown.map(({id}) => id), 'gone'], shown)).toEqual({
    kinds: [
      {type: 'researchCitation', ids: ['citation-a', 'citation-b']},
      {type: 'disclaimer', ids: ['disclaimer-a']},
      {type: null, ids: ['gone']},
    ],
    names: [
      {type: 'outcomeMeasure', id: 'outcome-a'},
      {type: 'person', id: 'person-a'},
    ],
  })
})

test('a part was on screen once both of its ends were', () => {
  expect(
    openedParts(
      new Map([
        ['title', {start: true, end: true}],
        ['sections', {start: true, end: false}],
      ]),
    ),
  ).toEqual(['title'])
})

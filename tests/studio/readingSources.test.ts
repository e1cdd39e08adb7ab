import {createSchema} from 'sanity'
import {expect, test} from 'vitest'
import {sourceNumbers} from '../../plugins/review-workflow/studio/reading/sources.ts'
import {schemaTypes} from '../../schemas/index.ts'

const schema = createSchema({name: 'restwell', types: schemaTypes})
const isWork = (id: string) => id.startsWith('citation-')
const numbers = (document: unknown) => [
  ...sourceNumbers(document, (name) => schema.get(name), isWork),
]

const reference = (_ref: string) => ({_type: 'reference', _ref})
const use = (_key: string, work: string) => ({
  _key,
  _type: 'citationUse',
  citation: reference(work),
})
const span = (text: string, ...marks: string[]) => ({_type: 'span', text, marks})
const block = (markDefs: readonly unknown[], ...children: unknown[]) => ({
  _type: 'block',
  children,
  markDefs,
})

test('works are numbered through the page, and the same work has the same number', () => {
  expect(
    numbers({
      _type: 'technique',
      definition: [block([use('m', 'citation-a')], span('It eases pain', 'm'))],
      howPerformed: [
        block([use('m', 'citation-b'), use('n', 'citation-a')], span('One', 'm'), span('two', 'n')),
      ],
    }),
  ).toEqual([
    ['citation-a', 1],
    ['citation-b', 2],
  ])
})

test('they are met where the words stand that carry them, not where marks are stored', () => {
  expect(
    numbers({
      definition: [
        block(
          [use('m', 'citation-b'), use('unused', 'citation-c'), use('n', 'citation-a')],
          span('One', 'n'),
          span('two', 'm'),
        ),
      ],
    }),
  ).toEqual([
    ['citation-a', 1],
    ['citation-b', 2],
    ['citation-c', 3],
  ])
})

test('fields are met in the order of their form, and those that no form knows at the end', () => {
  expect(
    numbers({
      _type: 'technique',
      unknownToForms: reference('citation-c'),
      suitability: [{_type: 'suitability', citation: reference('citation-b')}],
      definition: [block([use('m', 'citation-a')], span('One', 'm'))],
    }),
  ).toEqual([
    ['citation-a', 1],
    ['citation-b', 2],
    ['citation-c', 3],
  ])
})

test('what is no work has no number', () => {
  expect(numbers({_type: 'faqEntry', population: reference('population-adults')})).toEqual([])
})

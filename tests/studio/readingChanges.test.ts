import fc from 'fast-check'
import {expect, test} from 'vitest'
import {alignment} from '../../plugins/review-workflow/studio/reading/alignment.ts'
import {besides, runs} from '../../plugins/review-workflow/studio/reading/runs.ts'
import {isSame, wordFields} from '../../plugins/review-workflow/studio/reading/values.ts'
import {wordDiff} from '../../plugins/review-workflow/studio/reading/wordDiff.ts'

const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({kind, text}) => ({same: text, removed: `[-${text}-]`, added: `{+${text}+}`})[kind])
    .join('')

test.each<[string, string, string, string]>([
  ['nothing', 'Sleep well.', 'Sleep well.', 'Sleep well.'],
  ['a word', 'It may help sleep.', 'It does help sleep.', 'It [-may-]{+does+} help sleep.'],
  ['neighbouring words as one', 'a b c d', 'a x y d', 'a [-b c-]{+x y+} d'],
  ['a number as a whole', 'p = 0.05', 'p = 0.5', 'p = [-0.05-]{+0.5+}'],
  ['only an addition', 'Ask first.', 'Ask a doctor first.', 'Ask {+a doctor +}first.'],
  ['punctuation', 'Yes.', 'Yes!', 'Yes[-.-]{+!+}'],
  ['everything', '', 'New', '{+New+}'],
])('a change of %s is marked', (_, before, after, expected) => {
  expect(marked(before, after)).toBe(expected)
})

test('the marks lose nothing: without them both texts are there, whatever they are', () => {
  const text = fc.oneof(
    fc.string({unit: 'binary'}),
    fc
      .array(fc.constantFrom('sleep ', 'may', ' ', 'help', '. ', '0.05', 'CBT-I', '\n'))
      .map((a) => a.join('')),
  )
  fc.assert(
    fc.property(text, text, (before, after) => {
      const passages = wordDiff(before, after)
      const without = (kind: string) =>
        passages.flatMap((each) => (each.kind === kind ? [] : [each.text])).join('')
      expect([without('added'), without('removed')]).toEqual([before, after])
    }),
    {seed: 7},
  )
})

test('texts too long to compare are replaced whole, save how they begin and end', () => {
  const long = (word: string) => `Start ${`${word} `.repeat(3000)}end`
  const passages = wordDiff(long('one'), long('two'))
  expect(passages.map(({kind}) => kind)).toEqual(['same', 'removed', 'added', 'same'])
})

const item = (_key: string, text: string) => ({_key, text})
const shape = (before: readonly unknown[], after: readonly unknown[]) =>
  alignment(before, after).map(({index, before: was, after: is, moved}) => [
    index,
    (was as {text?: string} | undefined)?.text ?? was,
    (is as {text?: string} | undefined)?.text ?? is,
    moved,
  ])

test('items are found by their keys, wherever they stand', () => {
  expect(
    shape(
      [item('a', 'A'), item('b', 'B'), item('c', 'C')],
      [item('b', 'B'), item('a', 'A!'), item('d', 'D')],
    ),
  ).toEqual([
    [0, 'B', 'B', false],
    [null, 'C', undefined, false],
    [1, 'A', 'A!', true],
    [2, undefined, 'D', false],
  ])
})

test('items without keys are found by what they say; what took the place of another is its change', () => {
  expect(shape(['one', 'two', 'three'], ['one', 'second', 'three', 'four'])).toEqual([
    [0, 'one', 'one', false],
    [1, 'two', 'second', false],
    [2, 'three', 'three', false],
    [3, undefined, 'four', false],
  ])
})

test('keys that are there twice tell nothing apart', () => {
  expect(shape([item('a', 'A')], [item('a', 'A'), item('a', 'B')])).toEqual([
    [0, 'A', 'A', false],
    [1, undefined, 'B', false],
  ])
})

const span = (text: string, ...marks: string[]) => ({_type: 'span', text, marks})
const block = (...children: unknown[]) => ({_type: 'block', children})

test('a change of a block keeps the marks of both', () => {
  expect(
    runs(
      block(span('It '), span('does help', 'strong')),
      block(span('It '), span('may help', 'em')),
    ),
  ).toEqual([
    {kind: 'same', text: 'It ', marks: []},
    {kind: 'removed', text: 'may', marks: ['em']},
    {kind: 'added', text: 'does', marks: ['strong']},
    {kind: 'same', text: ' help', marks: ['strong']},
  ])
})

test('nothing that a block carries besides its words goes unseen', () => {
  const image = {_type: 'image', asset: {_ref: 'image-a'}}
  expect(besides(block(span('A'), {...span('B'), secret: 1}, image))).toEqual([
    {_type: 'span', _key: undefined, text: 'B', secret: 1},
    image,
  ])
})

test('values are compared as JSON', () => {
  expect(isSame({a: [1, {b: 2}], c: undefined}, {a: [1, {b: 2}]})).toBe(true)
  expect(isSame({a: 1, b: 2}, {b: 2, a: 1})).toBe(true)
  expect(isSame([], {})).toBe(false)
  expect(isSame({a: null}, {})).toBe(false)
})

test('the fields of a document are those that its digest covers', () => {
  expect(wordFields({_id: 'a', _type: 'article', _rev: '1', title: 'T', _unknown: 1})).toEqual([
    'title',
    '_unknown',
  ])
})

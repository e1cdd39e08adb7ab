import fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {describe, expect, test} from 'vitest'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {diffEffects} from '../../lake/commit/effects.ts'

const base: LakeDocument = {
  _id: 'drafts.a',
  _type: 'article',
  _rev: 't1',
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
}

function withoutRevision(document: LakeDocument): JsonObject {
  const {_rev, ...content} = document
  return content
}

describe('effects', () => {
  const {_rev, ...content} = base

  test('a created document comes from nothing and goes back to nothing', () => {
    expect(diffEffects(null, base)).toEqual({apply: [0, content], revert: [0, null]})
  })

  test('a deleted document goes to nothing and comes back whole', () => {
    expect(diffEffects(base, null)).toEqual({apply: [0, null], revert: [0, content]})
  })

  test('a new revision of the same content has no effects', () => {
    expect(diffEffects(base, {...base, _rev: 't2'})).toEqual({apply: [], revert: []})
  })

  test('a field is set, and removed again by its place among the sorted fields', () => {
    expect(diffEffects(base, {...base, title: 'Sleep'})).toEqual({
      apply: [17, 'Sleep', 'title'],
      revert: [19, 4],
    })
  })

  test('a word added to a paragraph touches only that word', () => {
    const body = (text: string) => [
      {_key: 'a', _type: 'block', children: [{_key: 's', _type: 'span', text}]},
      {_key: 'b', _type: 'block', children: []},
    ]
    const before = {...base, body: body('Massage helps.')}
    const after = {...base, body: body('Massage rarely helps.')}
    expect(diffEffects(before, after).apply).toEqual([
      ...[11, 4, 12, 0, 11, 2, 12, 0, 11, 2],
      ...[23, 0, 8, 22, 'rarely ', 23, 8, 14],
      ...[15, 16, 15, 16, 21, 1, 2, 15],
    ])
  })

  test('of many equal items or many fields are found in one go', () => {
    const items = Array<number>(20_000).fill(0)
    const fields = Object.fromEntries(items.map((_, index) => [`field${index}`, 1]))
    const started = performance.now()
    const {apply} = diffEffects(
      {...base, items, fields},
      {...base, items: items.with(5, 1), fields: {...fields, field7: 2}},
    )
    expect(apply).toEqual([
      ...[10, 4, 17, 2, 'field7', 15],
      ...[11, 5, 21, 0, 5, 20, 1, 21, 6, 20_000, 15],
    ])
    expect(performance.now() - started).toBeLessThan(1000)
  })

  test.each([
    [
      'Massage helps you to sleep well.',
      'Massage rarely helps you to fall asleep well.',
      ['rarely ', 'fall a'],
    ],
    ['one two three four five', 'one 2 three 4 five', ['2', '4']],
    ['a b', 'b a', [' a']],
    ['dèep: one two three', 'deep: one 2 three', ['eep: one 2']],
    // What comes after a letter that is not ASCII is kept at the end only.
    ['it’s one two three four', 'it’s 1 two 3 four', ['1 two 3']],
    ['one two it’s three', '1 two it’s 3', ['1', '3']],
    ['nothing alike', 'QUITE', ['QUITE']],
  ])('from %j to %j only %j is written', (left, right, written) => {
    const {apply} = diffEffects({...base, title: left}, {...base, title: right})
    expect(
      apply
        .flatMap((item, index) => (typeof item === 'string' && index > 0 ? [item] : []))
        .filter((item) => item !== 'title'),
    ).toEqual(written)
  })

  test('an item that moves is copied, not written anew', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((_key) => ({_key, n: 1}))
    const before = {...base, list: [a, b, c] as JsonObject[]}
    const after = {...base, list: [c, a, b] as JsonObject[]}
    expect(diffEffects(before, after).apply).toEqual([11, 4, 21, 2, 3, 21, 0, 2, 15])
  })
})

/** Who wrote what of a string, as the decoder tells that the Studio colours words by. */
function creditsOf(value: unknown): readonly (readonly [text: string, author: string])[] {
  const {data, content, startMeta} = value as {
    data?: string
    content?: {parts: readonly {value: string; startMeta: string}[]}
    startMeta: string
  }
  if (content === undefined) return [[data ?? '', startMeta]]
  return content.parts.map((part) => [part.value, part.startMeta])
}

describe('authors', () => {
  const block = (text: string) => ({
    ...base,
    body: [{_key: 'a', _type: 'block', children: [{_key: 's', _type: 'span', text}]}],
  })

  test('are told for each word, when two of them change a paragraph in several places', () => {
    const texts = [
      'Massage helps most people to sleep well.',
      'Gentle massage helps many people to sleep well.',
      'Gentle massage may help many people to sleep a little.',
    ]
    const authors = ['ada', 'ben', 'cleo']
    let traced = incremental.wrap<string>(withoutRevision(block(texts[0] as string)), 'ada')
    for (const index of [1, 2]) {
      const {apply} = diffEffects(block(texts[index - 1] as string), block(texts[index] as string))
      traced = incremental.applyPatch(traced, [...apply], authors[index] as string)
    }
    type Traced = {content: {fields: Record<string, Traced>; elements: readonly Traced[]}}
    const body = (traced as unknown as Traced).content.fields['body'] as Traced
    const span = body.content.elements[0]?.content.fields['children']?.content.elements[0]
    const text = span?.content.fields['text']
    const credits = creditsOf(text)
    const by = (author: string) =>
      credits.flatMap(([words, name]) => (name === author && words !== '' ? [words] : []))
    expect(credits.map(([words]) => words).join('')).toBe(texts[2])
    expect([by('ben'), by('cleo')]).toEqual([
      ['Gentle massage ', 'many'],
      ['may help ', 'a little'],
    ])
  })
})

const word = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'deep pressure',
    'dèep prëssure',
    '眠り',
    '🛌💤',
    '🛌',
    'a🛌b',
    '\ud83d',
  ),
  fc.string({unit: 'binary'}),
  fc
    .array(fc.constantFrom('deep', 'light', 'it’s', 'zzz', '💤', ',', ' ', 'a'), {maxLength: 12})
    .map((words) => words.join(' ')),
)
const key = fc.constantFrom(
  '_key',
  '_type',
  'a',
  'b',
  'ä',
  'title',
  '__proto__',
  'constructor',
  'length',
)
const {value} = fc.letrec((tie) => ({
  leaf: fc.oneof(word, fc.integer({min: -2, max: 2}), fc.boolean(), fc.constant(null)),
  item: fc.dictionary(key, tie('value'), {maxKeys: 4, noNullPrototype: true}),
  keyed: fc.record({_key: fc.constantFrom('k1', 'k2', 'k3', 'k4'), text: tie('value')}),
  list: fc.oneof(
    fc.array(tie('value'), {maxLength: 5}),
    fc.array(tie('keyed'), {maxLength: 5}),
    fc.array(fc.constantFrom(1, 2, 3), {maxLength: 6}),
  ),
  value: fc.oneof({depthSize: 'small'}, tie('leaf'), tie('item'), tie('list')),
}))
const document = fc
  .dictionary(key, value, {noNullPrototype: true})
  .map((fields) => JSON.parse(JSON.stringify({...fields, ...base})) as LakeDocument)

describe('effects of any two documents', () => {
  test('lead from one to the other and back', () => {
    fc.assert(
      fc.property(document, document, (before, after) => {
        const {apply, revert} = diffEffects(before, after)
        expect(applyPatch(withoutRevision(before), [...apply])).toEqual(withoutRevision(after))
        expect(applyPatch(withoutRevision(after), [...revert])).toEqual(withoutRevision(before))
      }),
      {numRuns: 2000, seed: 42},
    )
  })

  test('read the same in the decoder that keeps track of authors', () => {
    fc.assert(
      fc.property(fc.array(document, {minLength: 2, maxLength: 5}), (documents) => {
        let traced = incremental.wrap<number>(withoutRevision(documents[0] as LakeDocument), 0)
        documents.slice(1).forEach((after, index) => {
          const before = documents[index] as LakeDocument
          const {apply, revert} = diffEffects(before, after)
          traced = incremental.applyPatch(traced, [...apply], index + 1)
          expect(incremental.unwrap(traced)).toEqual(withoutRevision(after))
          const reverted = incremental.applyPatch(traced, [...revert], -1)
          expect(incremental.unwrap(reverted)).toEqual(withoutRevision(before))
        })
      }),
      {numRuns: 1000, seed: 42},
    )
  })
})

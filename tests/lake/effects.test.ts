import fc from 'fast-check'
import {applyPatch, incremental} from 'mendoza'
import {describe, expect, test} from 'vitest'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {diffEffects} from '../../lake/effects.ts'

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

  test('an item that moves is copied, not written anew', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((_key) => ({_key, n: 1}))
    const before = {...base, list: [a, b, c] as JsonObject[]}
    const after = {...base, list: [c, a, b] as JsonObject[]}
    expect(diffEffects(before, after).apply).toEqual([11, 4, 21, 2, 3, 21, 0, 2, 15])
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
          const {apply} = diffEffects(documents[index] as LakeDocument, after)
          traced = incremental.applyPatch(traced, [...apply], index + 1)
          expect(incremental.unwrap(traced)).toEqual(withoutRevision(after))
        })
      }),
      {numRuns: 1000, seed: 42},
    )
  })
})

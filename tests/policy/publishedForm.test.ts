import fc from 'fast-check'
import {createHash} from 'node:crypto'
import {expect, test} from 'vitest'
import {strengthenReferences} from '../../lake/references.ts'
import {type JsonObject} from '../../lake/document.ts'
import {digest} from '../../plugins/review-workflow/policy/index.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const seed = 20261123

/** Documents in which references, wishes and other fields meet, also where no editor would put them. */
const names = fc.constantFrom(
  '_ref',
  '_weak',
  '_strengthenOnPublish',
  '_type',
  '_key',
  'title',
  'body',
)
const {value} = fc.letrec<{value: unknown}>((tie) => ({
  value: fc.oneof(
    {maxDepth: 4},
    fc.constantFrom<unknown>('x', 1, true, null, {type: 'person'}, {weak: true}, {weak: false}),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(names, tie('value'), {maxKeys: 5}),
    fc.record({
      _ref: fc.constant('x'),
      _weak: fc.boolean(),
      _strengthenOnPublish: fc.record({weak: fc.boolean(), type: fc.constant('person')}),
    }),
  ),
}))
const words: fc.Arbitrary<JsonObject> = fc
  .dictionary(names, value, {maxKeys: 6})
  .map((fields) => JSON.parse(JSON.stringify(fields)) as JsonObject)

test('a signed draft has the digest of what publishing leaves', () => {
  let changed = 0
  fc.assert(
    fc.property(words, fc.constantFrom('drafts.page', 'versions.r1.page'), (fields, _id) => {
      const published = strengthenReferences({...fields, _type: 'article', _id: 'page'})
      if (JSON.stringify(published) !== JSON.stringify({...fields, _type: 'article', _id: 'page'}))
        changed += 1
      expect(digest({...fields, _type: 'article', _id})).toMatch(/^[0-9a-f]{64}$/)
      expect(digest({...fields, _type: 'article', _id})).toBe(digest(published))
    }),
    {seed, numRuns: 1000},
  )
  expect(changed).toBeGreaterThan(100)
})

test('of what is published every wish that is left counts', () => {
  const left = {_id: 'page', to: {_ref: 'x', _weak: true, _strengthenOnPublish: {type: 'person'}}}
  expect(digest(left)).toBe(
    sha256(
      '{"_id":"page","to":{"_ref":"x","_strengthenOnPublish":{"type":"person"},"_weak":true}}',
    ),
  )
  expect(digest({...left, _id: 'drafts.page'})).toBe(sha256('{"_id":"page","to":{"_ref":"x"}}'))
})

function reversed(item: unknown): unknown {
  if (Array.isArray(item)) return item.map(reversed)
  if (typeof item !== 'object' || item === null) return item
  return Object.fromEntries(
    Object.entries(item)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  )
}

test('the order of names does not count at any depth', () => {
  fc.assert(
    fc.property(words, (fields) => {
      const page = {...fields, _id: 'page'}
      expect(digest(reversed(page))).toBe(digest(page))
    }),
    {seed},
  )
})

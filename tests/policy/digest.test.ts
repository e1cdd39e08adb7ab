import {createHash} from 'node:crypto'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {publishedId} from '../../lake/document.ts'
import {closureDigest, digest} from '../../plugins/review-workflow/policy/index.ts'
import {hashOf, publishedForm} from '../../plugins/review-workflow/policy/digest.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const page = {_id: 'page', _type: 'article', title: 'A calmer evening', body: [{_key: 'a', n: 1}]}

describe('the canonical form is that of RFC 8785', () => {
  test.each<[string, string, string]>([
    [
      'numbers',
      '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001, -0, 1e21, 1e-7]',
      '[333333333.3333333,1e+30,4.5,0.002,1e-27,0,1e+21,1e-7]',
    ],
    [
      'strings',
      String.raw`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`,
      String.raw`"€$\u000f\nA'B\"\\\\\"/"`,
    ],
    ['literals', '[null, true, false]', '[null,true,false]'],
    [
      'keys in the order of their UTF-16 code units',
      String.raw`{"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7}`,
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    [
      'no space, at any depth',
      '{"b": [ {"d": 1, "c": 2} ], "a": {}}',
      '{"a":{},"b":[{"c":2,"d":1}]}',
    ],
  ])('%s', (_, json, canonical) => {
    expect(hashOf(JSON.parse(json))).toBe(sha256(canonical))
  })
})

describe('the digest of a document', () => {
  test('is the hash of its words under its published id', () => {
    const words =
      '{"_id":"page","_type":"article","body":[{"_key":"a","n":1}],"title":"A calmer evening"}'
    expect(digest(page)).toBe(sha256(words))
  })

  test.each([
    ['in a draft', {...page, _id: 'drafts.page'}],
    ['in a release', {...page, _id: 'versions.r1.page'}],
    [
      'with other stamps',
      {...page, _rev: 'x', _createdAt: 'x', _updatedAt: 'x', _system: {base: 1}},
    ],
    ['with its fields in another order', Object.fromEntries(Object.entries(page).reverse())],
    ['with a field that is not there', {...page, subtitle: undefined}],
  ])('is the same %s', (_, document) => {
    expect(digest(document)).toBe(digest(page))
  })

  test.each([
    ['another word', {...page, title: 'A calm evening'}],
    ['a hidden field', {...page, _hidden: true}],
    ['a field of null', {...page, subtitle: null}],
    ['an empty list', {...page, claims: []}],
    ['another key', {...page, body: [{_key: 'b', n: 1}]}],
    ['another id', {...page, _id: 'page-2'}],
    ['a stamp inside a field', {...page, body: [{_key: 'a', n: 1, _rev: 'x'}]}],
    ['a number as text', {...page, body: [{_key: 'a', n: '1'}]}],
    ['a composed letter taken apart', {...page, title: 'A calmer e\u0301vening'}],
    ['an invisible character', {...page, title: 'A calmer\u200b evening'}],
    ['a field named __proto__', {...page, ...JSON.parse('{"body": {"__proto__": 1}}')}],
  ])('is another with %s', (_, document) => {
    expect(digest(document)).not.toBe(digest(page))
    expect(digest(document)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('sees a reference as publishing leaves it', () => {
    const reference = (fields: object) =>
      publishedForm({_id: 'drafts.page', to: [{_ref: 'x', ...fields}]})
    const wish = {type: 'faqEntry'}
    const strong = {_id: 'page', to: [{_ref: 'x'}]}
    const weak = {_id: 'page', to: [{_ref: 'x', _weak: true}]}
    expect(reference({_weak: true, _strengthenOnPublish: wish})).toEqual(strong)
    expect(reference({_weak: true, _strengthenOnPublish: {...wish, weak: false}})).toEqual(strong)
    expect(reference({_weak: true, _strengthenOnPublish: {...wish, weak: true}})).toEqual(weak)
    expect(reference({_weak: true})).toEqual(weak)
    const served = {_id: 'page', to: [{_ref: 'x', _weak: true, _strengthenOnPublish: wish}]}
    expect(publishedForm(served)).toEqual(served)
  })

  test.each([
    ['half a Unicode pair', {...page, title: 'night \ud83d'}],
    ['half a pair as a field name', {...page, ['\udc00']: 1}],
    ['no id', {_type: 'article'}],
    ['no object', 'page'],
    ['a list', [page]],
    ['null', null],
    ['a number that is none', {...page, n: Number.NaN}],
    ['nesting without end', {...page, deep: nested(100_000)}],
  ])('is none for %s', (_, document) => {
    expect(digest(document)).toBe(null)
  })

  test('names documents by the same published id as the lake', () => {
    const ids = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('drafts', 'versions', 'r1', 'page', '.', '\n'), {maxLength: 6})
        .map((parts) => parts.join('.')),
    )
    fc.assert(
      fc.property(ids, (id) => {
        fc.pre(id.isWellFormed())
        expect(publishedForm({_id: id})).toEqual({_id: publishedId(id)})
      }),
    )
  })

  test('changes with every change of a document', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        fc.pre(JSON.stringify(one).isWellFormed() && JSON.stringify(other).isWellFormed())
        const same = hashOf(one) === hashOf(other)
        const [first, second] = [one, other].map((value) => digest({...page, value}))
        expect(first === second).toBe(same)
      }),
    )
  })
})

function nested(depth: number): unknown {
  let value: unknown = 0
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

describe('the digest of what a page renders', () => {
  const [one, other] = [
    {id: 'citation', type: 'researchCitation', digest: 'a'},
    {id: 'image', type: 'sanity.imageAsset', digest: 'b'},
  ]

  test('does not depend on the order in which it was found', () => {
    expect(closureDigest([one, other])).toBe(closureDigest([other, one]))
    expect(closureDigest([one, other])).toBe(sha256('[["citation","a"],["image","b"]]'))
  })

  test('changes when something changes, goes or comes', () => {
    const missing = {id: 'image', type: null, digest: null}
    const digests = [
      closureDigest([]),
      closureDigest([one]),
      closureDigest([one, other]),
      closureDigest([one, missing]),
      closureDigest([one, {...other, digest: 'c'}]),
      closureDigest([{...one, id: 'other'}, other]),
    ]
    expect(new Set(digests).size).toBe(digests.length)
    expect(digests).not.toContain(null)
  })

  test('is none while something that exists has none', () => {
    expect(closureDigest([one, {...other, digest: null}])).toBe(null)
  })
})

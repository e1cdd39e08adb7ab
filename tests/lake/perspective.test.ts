import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {isPublishedOnly, parsePerspective} from '../../lake/query/perspective.ts'
import {overlay} from '../support/overlay.ts'

function stored(_id: string, fields: object = {}): LakeDocument {
  return {_id, _type: 'article', _rev: 't', _createdAt: 'c', _updatedAt: 'u', ...fields}
}

const documents = [
  stored('_.releases.rSpring', {_type: 'system.release'}),
  stored('both', {title: 'published'}),
  stored('drafts.both', {title: 'draft'}),
  stored('drafts.new'),
  stored('leaving'),
  stored('versions.drafts.fake'),
  stored('versions.published.fake'),
  stored('versions.rSpring.both', {title: 'spring'}),
  stored('versions.rSpring.leaving', {_system: {delete: true}}),
  stored('versions.rSpring.only'),
]

describe('a perspective', () => {
  test.each([
    ['raw', {kind: 'raw'}],
    [['raw'], {kind: 'raw'}],
    ['published', {kind: 'layers', layers: ['published']}],
    ['drafts', {kind: 'layers', layers: ['drafts', 'published']}],
    ['previewDrafts', {kind: 'layers', layers: ['drafts', 'published']}],
    ['rSpring, drafts', {kind: 'layers', layers: ['rSpring', 'drafts', 'published']}],
    [
      ['rSpring', 'drafts', 'published'],
      {kind: 'layers', layers: ['rSpring', 'drafts', 'published']},
    ],
  ])('is read from %j', (value, expected) => {
    expect(parsePerspective(value)).toEqual(expected)
  })

  test.each([
    ['', ''],
    [[], ''],
    ['raw,drafts', 'raw'],
    ['a b', 'a b'],
    ['drafts,,published', ''],
    [[7], ''],
    [null, ''],
    [undefined, ''],
    ['versions.rSpring', 'versions.rSpring'],
  ])('cannot be %j', (value, wrong) => {
    const sentence =
      'The perspective must be raw, published, drafts, or a list of release names; ' +
      `"${wrong}" cannot be part of it.`
    expect(() => parsePerspective(value)).toThrow(new LakeError('malformedRequest', sentence))
  })

  test.each([
    ['published', true],
    ['drafts', false],
    ['raw', false],
    ['rSpring', false],
  ])('%s shows only published documents: %s', (value, expected) => {
    expect(isPublishedOnly(parsePerspective(value))).toBe(expected)
  })
})

describe('the documents', () => {
  test('of raw are as they are stored', () => {
    expect(overlay(documents, parsePerspective('raw'))).toBe(documents)
  })

  test('of published name the id that they are stored under, too', () => {
    expect(overlay(documents, parsePerspective('published'))).toEqual([
      {...stored('_.releases.rSpring'), _type: 'system.release', _originalId: '_.releases.rSpring'},
      {...stored('both'), title: 'published', _originalId: 'both'},
      {...stored('leaving'), _originalId: 'leaving'},
    ])
  })

  test.each([
    ['drafts', ['_.releases.rSpring', 'drafts.both', 'leaving', 'drafts.new']],
    ['rSpring', ['_.releases.rSpring', 'versions.rSpring.both', 'versions.rSpring.only']],
    [
      'rSpring,drafts',
      ['_.releases.rSpring', 'versions.rSpring.both', 'drafts.new', 'versions.rSpring.only'],
    ],
    [
      'drafts,rSpring',
      ['_.releases.rSpring', 'drafts.both', 'drafts.new', 'versions.rSpring.only'],
    ],
    ['published,drafts', ['_.releases.rSpring', 'both', 'leaving', 'drafts.new']],
    ['rNobody', ['_.releases.rSpring', 'both', 'leaving']],
  ])('of %s are the first layer that has them', (value, originals) => {
    const shown = overlay(documents, parsePerspective(value))
    expect(shown.map((document) => document['_originalId'])).toEqual(originals)
  })
})

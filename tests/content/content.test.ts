import {describe, expect, test} from 'vitest'
import type {JsonObject} from '../../lake/document.ts'
import {doi, pmcid, pmid, type Scheme} from '../../schemas/identifiers.ts'
import {documentProblems} from '../support/documentProblems.ts'
import {parts, starterContent} from '../support/starterContent.ts'

const documents = starterContent()
const byId = new Map(documents.map((document) => [document._id, document]))
const citations = documents.filter(({_type}) => _type === 'researchCitation')
const objects = documents.flatMap((document) =>
  parts(document).map(({path, value}) => ({at: `${document._id} ${path}`, value})),
)

/** Fields that the record behind these citations gave from memory, and that no source has confirmed. */
const unconfirmed: readonly (readonly [id: string, field: string])[] = [
  ['citation-moyer-2004', 'pmid'],
  ['citation-diego-2009', 'pmid'],
  ['citation-rapaport-2016', 'doi'],
  ['citation-hou-2010', 'pmid'],
  ['citation-ernst-2003', 'pmid'],
]

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

describe('the starter content', () => {
  test('has unique ids, with a dot only where readers must not look', () => {
    expect(byId.size).toBe(documents.length)
    const dotted = documents.filter(({_id}) => _id.includes('.')).map(({_type}) => _type)
    expect(new Set(dotted)).toEqual(new Set(['reviewerCredential']))
    expect(documents.filter(({_id}) => /^(drafts|versions)\./.test(_id))).toEqual([])
  })

  test('has a key, unique in its array, on every array member', () => {
    const wrong = objects.flatMap(({at, value}) =>
      Object.entries(value).flatMap(([name, list]) => {
        const members = Array.isArray(list) ? list.filter(isObject) : []
        const keys = members
          .map(({_key}) => _key)
          .filter((key) => typeof key === 'string' && key !== '')
        return new Set(keys).size === members.length ? [] : [`${at}.${name}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test('refers only to documents that are there', () => {
    const dangling = objects.filter(
      ({value: {_ref}}) => typeof _ref === 'string' && !byId.has(_ref),
    )
    expect(dangling.map(({at}) => at)).toEqual([])
  })

  test('refers weakly to pages, which may not be live yet, until it is published itself', () => {
    const pages = new Set(['article', 'faqEntry', 'technique'])
    const wrong = objects.filter(({value: {_ref, _weak, _strengthenOnPublish}}) => {
      if (typeof _ref !== 'string') return false
      const type = byId.get(_ref)?._type
      const strengthens = isObject(_strengthenOnPublish) && _strengthenOnPublish.type === type
      return pages.has(type ?? '') ? _weak !== true || !strengthens : _weak !== undefined
    })
    expect(wrong.map(({at}) => at)).toEqual([])
  })

  test('lets its pages be published one after the other', () => {
    const linked = new Map(
      documents.map((document) => [
        document._id,
        parts(document).flatMap(({value: {_ref, _weak}}) =>
          typeof _ref === 'string' && _weak === true ? [_ref] : [],
        ),
      ]),
    )
    const leadsTo = (id: string): readonly string[] =>
      (linked.get(id) ?? []).flatMap((next) => [next, ...leadsTo(next)])
    expect([...linked.keys()].filter((id) => leadsTo(id).includes(id))).toEqual([])
  })

  test('cites no retracted work, though it holds one', () => {
    const retracted = citations
      .filter(({retraction}) => isObject(retraction) && retraction.status === 'retracted')
      .map(({_id}) => _id)
    expect(retracted).toEqual(['citation-miri-2023-retracted'])
    const uses = objects.filter(
      ({value: {_ref}}) => typeof _ref === 'string' && retracted.includes(_ref),
    )
    expect(uses).toEqual([])
  })

  test.each<[string, Scheme]>([
    ['doi', doi],
    ['pmid', pmid],
    ['pmcid', pmcid],
  ])('has well-formed citations by %s', (name, scheme) => {
    const numbers = citations.flatMap(({identifiers}) => {
      const number = isObject(identifiers) ? identifiers[name] : undefined
      return typeof number === 'string' ? [number] : []
    })
    expect(numbers.length).toBeGreaterThan(0)
    expect(
      numbers.filter(
        (number) => scheme.check(number) !== true || scheme.normalise(number) !== number,
      ),
    ).toEqual([])
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  test.each(unconfirmed)('leaves out what nobody has confirmed: %s %s', (id, field) => {
    const citation = byId.get(id)
    expect(citation?.identifiers).toBeDefined()
    expect(citation?.identifiers).not.toHaveProperty(field)
    expect(citation?.unverifiedFields).toContain(field.toUpperCase())
  })

  test('names every person and credential as a demonstration', () => {
    const people = documents.filter(
      ({_type}) => _type === 'person' || _type === 'reviewerCredential',
    )
    expect(people.length).toBe(9)
    expect(
      people.filter(
        ({name, nameOnCredential}) => !/\bDemo-/.test(String(name ?? nameOnCredential)),
      ),
    ).toEqual([])
  })

  test('is what the schemas ask for', async () => {
    const times = {
      _rev: 'r',
      _createdAt: '2026-11-23T00:00:00Z',
      _updatedAt: '2026-11-23T00:00:00Z',
    }
    const dataset = documents.map((document) => ({...times, ...document}))
    const problems = await Promise.all(
      dataset.map(async (document) =>
        (await documentProblems(document, dataset)).map((problem) => `${document._id} ${problem}`),
      ),
    )
    expect(problems.flat().filter((problem) => problem.includes(' error '))).toEqual([])
  }, 60_000)
})

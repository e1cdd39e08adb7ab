import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {parsePerspective} from '../../lake/query/perspective.ts'
import {tagsOfChange, tagsOfReads} from '../../lake/query/syncTags.ts'
import {testDataset} from '../support/queryEngine.ts'

const ids = ['a', 'b', 'c', '_.releases.r1'].flatMap((id) =>
  id.startsWith('_') ? [id] : [id, `drafts.${id}`, `versions.r1.${id}`],
)

const documentOf = fc.record({
  _id: fc.constantFrom(...ids),
  _type: fc.constantFrom('x', 'y', 'system.release'),
  n: fc.integer({min: 0, max: 2}),
  ref: fc.record({_ref: fc.constantFrom('a', 'b', 'c', 'drafts.a')}),
  _system: fc.record({delete: fc.boolean()}),
})

const queries = [
  '1 + 1',
  '*',
  '*[_type == "x"]{_id, n}',
  '*[_type == "x" || _type == "y"]._id',
  '*[_type in ["y", "z"]] | order(n desc)[0]',
  '*[_id == "a"][0]{n, "of": ref->n, "type": ref->_type}',
  '*[_id == "a"][0].ref->ref->ref->n',
  '*[_id in ["b", "drafts.b"]]{_type}',
  '*[_type == "x" && ref->n > 0]._id',
  '*[_type == "x"]{"same": *[_type == "y" && n == ^.n]._id}',
  '{"a": *[_id == "a"][0].n, "y": count(*[_type == "y"])}',
  '*[_type == "x" && references("b")]._id',
  '*[_type == "x"] | score(n > 1){_id, _score}',
  '{"_ref": "c"}->n',
  'releases::all()._id',
  'count(*[n == 1])',
  '*[_id in path("drafts.**")]._id',
  '*[sanity::versionOf("a")]._id',
]
const perspectives = ['raw', 'published', 'drafts', 'r1', 'r1,drafts']
const readers = [
  {identity: 'ada', grants: ['true']},
  {identity: 'vio', grants: ['_type == "x"']},
  {identity: '<anonymous>', grants: 'public' as const},
]

describe('sync tags', () => {
  test('of an answer and of a change meet whenever the change makes the answer another one', async () => {
    const dataset = testDataset()
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(documentOf, {selector: ({_id}) => _id, maxLength: 8}),
        fc.constantFrom(...queries),
        fc.constantFrom(...perspectives),
        fc.constantFrom(...readers),
        documentOf,
        fc.boolean(),
        async (documents, query, perspective, reader, next, isDeletion) => {
          const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}
          dataset.clear()
          for (const document of documents) dataset.put({...stamp, ...document})
          const request = {...reader, query, params: {}, perspective: parsePerspective(perspective)}
          const answer = await dataset.engine().run(request)
          const found = documents.find(({_id}) => _id === next._id)
          const before = found ? {...stamp, ...found} : null
          const after = isDeletion ? null : {...stamp, ...next}
          if (before === null && after === null) return
          if (after === null) dataset.remove(next._id)
          else dataset.put(after)
          const later = await dataset.engine().run(request)
          if (JSON.stringify(later.result) === JSON.stringify(answer.result)) return
          const told = tagsOfChange(before, after)
          expect(answer.syncTags.filter((tag) => told.includes(tag))).not.toEqual([])
        },
      ),
      {numRuns: 6000, seed: 20},
    )
  })

  test('leave alone what a query does not read', async () => {
    const stamp = {_rev: 't', _createdAt: '', _updatedAt: ''}
    const engine = testDataset([{...stamp, _id: 'a', _type: 'x', ref: {_ref: 'b'}}]).engine()
    const perspective = parsePerspective('published')
    const tags = async (query: string) =>
      (await engine.run({...readers[0]!, query, params: {}, perspective})).syncTags
    const told = (_id: string, _type: string) =>
      tagsOfChange({...stamp, _id, _type}, {...stamp, _id, _type})
    const meets = async (query: string, id: string, type: string) =>
      (await tags(query)).some((tag) => told(id, type).includes(tag))
    expect(await meets('*[_type == "x"]', 'c', 'y')).toBe(false)
    expect(await meets('*[_type == "x"]', 'c', 'x')).toBe(true)
    expect(await meets('*[_id == "a"]', 'c', 'x')).toBe(false)
    expect(await meets('*[_id == "a"]{"of": ref->}', 'b', 'y')).toBe(true)
    expect(await meets('*[_id == "a"]{"of": ref->}', 'drafts.b', 'y')).toBe(true)
    expect(await meets('1 + 1', 'a', 'x')).toBe(false)
  })

  test('are opaque, few, and one alone where a plan would name too many', () => {
    const reads = {everything: false, types: ['x'], ids: ['a'], isLayered: false}
    const followed = new Map(Array.from({length: 500}, (_, index) => [`r${index}`, 'y']))
    const tags = tagsOfReads({...reads, followed})
    expect(tags).toHaveLength(3)
    expect(tags.every((tag) => /^s1:[\w-]{8}$/.test(tag))).toBe(true)
    const missing = new Map(Array.from({length: 500}, (_, index) => [`r${index}`, null]))
    expect(tagsOfReads({...reads, followed: missing})).toEqual(
      tagsOfReads({...reads, everything: true, followed: new Map()}),
    )
  })
})

import {evaluateSync, parse, toJS} from 'groq-js'
import {describe, expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {testDataset} from '../support/queryEngine.ts'

const types = ['article', 'person', 'faqEntry']
const documents = Array.from({length: 30}, (_, index): LakeDocument => {
  const _id = `${index % 4 === 0 ? 'drafts.' : ''}d${String(index).padStart(2, '0')}`
  const fields = {_id, _type: types[index % 3] as string, rank: index % 5, author: {_ref: 'd01'}}
  return {...fields, _rev: 't', _createdAt: 'c', _updatedAt: 'u'}
}).sort((a, b) => (a._id < b._id ? -1 : 1))

const engine = testDataset(documents.toReversed()).engine()

describe('a planned query answers what groq-js answers over everything', () => {
  test.each([
    '*',
    '*[_type == "article"]',
    '*["person" == _type]._id',
    '*[_type == "article" && rank > 2]{_id, rank}',
    '*[rank > 2 && (_type == "article" && _id != "d03")]._id',
    '*[_type == "article" || rank == 1]._id',
    '*[_type == "article" || _type == "person" || _type == "article"]._id',
    '*[(_type == "article" || _id == "d07") && rank > 0]._id',
    '*[_id == "d07" || _id == "d02"]._id',
    '*[!(_type == "article")]._id',
    '*[_id == "d05"][0]',
    '*[_id == "nobody"]',
    '*[_id in ["d05", "d01", "d05", 3]]._id',
    '*[_id in $ids]._id',
    '*[_type in ["person", "article"]]._id',
    '*[_type in [...["person"], "article"]]._id',
    '*[_type in [rank, "article"]]._id',
    '*[_type in "article"]._id',
    '*[_type == null]._id',
    '*[author._id == "d01"]._id',
    '*[_id == "d05" && _type == "person"]._id',
    '*[_type == "person"] | order(rank desc, _id asc)[0...3]._id',
    '*[_type == "person"]{_id, "others": *[_type == ^._type && _id != ^._id]._id}',
    '*[_type == "person"]{"same": count(*[_type == "article" && rank == ^.rank])}',
    '{"a": count(*[_type == "article"]), "p": *[_id == "d07"][0].author->_id}',
    'count(*[_type == "article"][rank > 1])',
    '*[_type == "article" && references("d01")]._id',
    '*[_id in path("drafts.**")]._id',
    '{"p": path("a") == 1, "of": *[_type == "person" && _id in *[_type == "article"].author._ref]._id}',
    '{"p": path("a") == 1, "one": *[_type == "person" && _id == *[_id == "d05"][0].author._ref]._id}',
  ])('%s', async (query) => {
    const params = {ids: ['d09', 'd02', 'drafts.d04']}
    const reader = {identity: 'ada', grants: ['true'], perspective: {kind: 'raw'}} as const
    const expected: unknown = evaluateSync(parse(query, {params}), {
      dataset: documents,
      params,
      identity: 'ada',
    }).data
    expect((await engine.run({query, params, ...reader})).result).toEqual(expected)
  })
})

describe('what only groq-js can judge, of more documents than are judged at a time', () => {
  const many = Array.from({length: 200}, (_, index): LakeDocument => {
    const _id = `d${String(index).padStart(3, '0')}`
    const at = new Date(Date.UTC(2026, 0, 1 + (index % 90))).toISOString()
    const fields = {_id, _type: types[index % 3] as string, at, of: {_ref: 'd001'}}
    return {...fields, _rev: 't', _createdAt: at, _updatedAt: at}
  })
  const asked = testDataset(many).engine()

  test.each([
    '*[_id in path("d1*")]._id',
    '*[_type == "person" && _id in path("d05*")]{_id, at}',
    'count(*[_id in path("d1*")])',
    '*[_id in path("d1*") && of->_id in path("d00*")] | order(_id desc)[0...4]._id',
    '*[_id == "d050"]{"alike": *[_id in path(string::split(^._id, "0")[0] + "01*")]._id}',
    '*[_id in *[_id in path("d1*")]._id && _type == "article"]._id',
    '*[string(path(_type)) == "person" && string(path(_id)) > "d150"]._id',
    '*[string(path(nothing)) == "person"]',
  ])('%s', async (query) => {
    const request = {query, params: {}, perspective: {kind: 'raw'}, identity: 'x', grants: ['true']}
    const {result} = await asked.run(request as Parameters<typeof asked.run>[0])
    const dereference = ({_ref}: {_ref: string}) => many.find(({_id}) => _id === _ref) ?? null
    const expected: unknown = toJS(evaluateSync(parse(query), {dataset: many, dereference}))
    expect(result).toEqual(expected)
    expect(JSON.stringify(result)).not.toBe('null')
  })
})

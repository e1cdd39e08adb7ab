import {evaluateSync, parse, toJS} from 'groq-js'
import {expect, test} from 'vitest'
import {groqJsTree} from '../../lake/query/groqJsTree.ts'

const documents = [
  {_id: 'a', _type: 'x', n: 1, r: {_ref: 'b'}, l: [{_ref: 'c'}, {_ref: 'a', o: {k: 'b'}}]},
  {_id: 'b', _type: 'x', n: 3, r: {_ref: 'c'}},
  {_id: 'c', _type: 'y', n: 2, r: {_ref: 'none'}, l: [{_ref: 'b'}]},
  {_id: 'of-a', _type: 'of', n: 4},
]

test.each([
  '*[_type == "x"]{"of": *[_type == "of" && _id == "of-" + ^._id][0].n}',
  '*{"r": *[_id == ^.r._ref]{_id, "on": *[^.r._ref == _id && n > 1]._id}}',
  '*{"r": *[_id == ^.r._ref]{"up": *[_id == ^.^._id][0].n}}',
  '*.r{"n": *[_id == ^._ref][0].n}',
  '*{"l": l[]{"n": *[_id == ^._ref][0].n, "o": o{"n": *[_id == ^.k][0].n}}}',
  '*{"l": l[].o{"n": *[_id == ^.k][0].n}}',
  '*{"l": l[]{"all": *[_id == ^.^._id]._id}}',
  '*{"l": l[count(*[_id == ^._ref]) > 0]._ref}',
  '*{"l": l[].x[*[_id == ^._id]]}',
  '* | order(*[_id == ^.r._ref][0].n desc)._id',
  '*[n == 1 || *[_id == ^.r._ref][0].n == 2]._id',
  '*{"none": *[_id == ^.nothing]}',
])('what groq-js is given instead of a join has the same answer: %s', (query) => {
  const {tree, candidates} = groqJsTree(query, {})
  const params = Object.fromEntries(candidates.map(({name}) => [name, documents]))
  const dereference = ({_ref}: {_ref: string}) => documents.find(({_id}) => _id === _ref) ?? null
  const answer = toJS(evaluateSync(tree, {dataset: documents, params, dereference}))
  expect(answer).toEqual(toJS(evaluateSync(parse(query), {dataset: documents})))
  expect(JSON.stringify(tree).match(/"compact"/g)).not.toBeNull()
})

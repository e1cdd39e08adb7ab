import {expect, test} from 'vitest'
import {misfits, queryType} from './support/queryType.ts'

const type = queryType(
  `*[_type == "population"]{_id, "kind": select(defined(name) => "named", "nameless"), description}`,
)
const row = {_id: 'a', kind: 'named', description: null}

test.each<[string, unknown, readonly string[]]>([
  ['what fits', [row], []],
  ['no list', null, ['it is null, and should be array']],
  ['what is missing', [{_id: 'a', kind: 'named'}], ['[0].description is not there']],
  ['what is too much', [{...row, more: 1}], ['[0].more is not in the type']],
  ['another kind of value', [{...row, _id: 1}], ['[0]._id is 1, and should be string']],
])('the type of a query tells %s', (_, value, expected) => {
  expect(misfits(value, type)).toEqual(expected)
})

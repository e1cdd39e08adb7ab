import {expect, test} from 'vitest'
import {parametersOf} from '../../lake/groq/parameters.ts'

test.each([
  ['*[_type == $type && slug.current == $slug][0]', {type: 'free', slug: 'free'}],
  [
    '*[$topic in topics && _id in $ids && _id > "review-" + $after]',
    {topic: 'free', ids: 'free', after: 'free'},
  ],
  ['*[references($id) || title match $words]', {id: 'free', words: 'free'}],
  ['*[@ match text::query($words)]', {words: 'fixed'}],
  ['*[0...$end]', {end: 'fixed'}],
  ['*[_id == $id]{"at": list[$id], "by": $other}', {id: 'fixed', other: 'fixed'}],
  ['*[n in $low..$high]', {low: 'fixed', high: 'fixed'}],
  ['*[1 + $n]', {n: 'fixed'}],
  ['*[_id == $a.b]', {a: 'fixed'}],
  ['*[_id == "$id"] // $id', {}],
  ['fn a::b($x) = $x{name}; *[_id == $x]', {x: 'fixed'}],
])('parameters of %s', (query, expected) => {
  expect(Object.fromEntries(parametersOf(query))).toEqual(expected)
})

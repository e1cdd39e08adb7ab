import {expect, test} from 'vitest'
import {closureReached} from '../../plugins/review-workflow/policy/closureReached.ts'
import {type Facts} from '../../plugins/review-workflow/policy/index.ts'

const check = (from: string, to: string) => ({from, to, marks: false})
const badNews = (from: string, to: string) => ({from, to, marks: true})

type Steps = Facts['carried']

test.each<[string, Steps, string | null, {readonly publishing: boolean; readonly live: boolean}]>([
  ['the same', [], 'a', {publishing: true, live: true}],
  ['another', [], 'b', {publishing: false, live: false}],
  ['one without a canonical form', [check('a', 'b')], null, {publishing: false, live: false}],
  ['a check later', [check('a', 'b')], 'b', {publishing: true, live: true}],
  ['two checks later', [check('b', 'c'), check('a', 'b')], 'c', {publishing: true, live: true}],
  ['what was before a check', [check('b', 'a')], 'b', {publishing: false, live: false}],
  ['a check of something else', [check('b', 'c')], 'c', {publishing: false, live: false}],
  ['bad news later', [badNews('a', 'b')], 'b', {publishing: false, live: true}],
  [
    'a check after bad news',
    [badNews('a', 'b'), check('b', 'c')],
    'c',
    {publishing: false, live: true},
  ],
  [
    'bad news after a check',
    [check('a', 'b'), badNews('b', 'c')],
    'c',
    {publishing: false, live: true},
  ],
  [
    'what came of it both ways',
    [badNews('a', 'b'), check('a', 'c'), check('c', 'b')],
    'b',
    {publishing: true, live: true},
  ],
  [
    'steps in a circle end',
    [check('a', 'b'), check('b', 'a'), check('b', 'b')],
    'c',
    {publishing: false, live: false},
  ],
])('a sign-off of one closure reaches %s', (_name, carried, closureDigest, reached) => {
  const at = (moment: 'publishing' | 'live') =>
    closureReached({closureDigest: 'a'}, {closureDigest}, {carried}, moment)
  expect({publishing: at('publishing'), live: at('live')}).toEqual(reached)
})

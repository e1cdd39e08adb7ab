import {expect, test} from 'vitest'
import {topicWords} from '../../plugins/review-workflow/policy/index.ts'
import {plainWords} from '../../plugins/review-workflow/studio/policyPage/plainWords.ts'

test.each<[RegExp, readonly string[] | null]>([
  [/\b(stroke|DVT)\b/, ['stroke', 'DVT']],
  [/\b(clots?)\b/, ['clot(s)']],
  [/\b(pregnan\w*|prescri\w+)\b/, ['pregnan…', 'prescri…']],
  [/\b(child(ren)?|bab(y|ies))\b/, ['child', 'children', 'baby', 'babies']],
  [/\b(pa?ediatric\w*|CBT-?I)\b/, ['pediatric…', 'paediatric…', 'CBTI', 'CBT-I']],
  [/\b(anxiety( disorder\w*)?)\b/, ['anxiety', 'anxiety disorder…']],
  [/\b(older (adults?|people))\b/, ['older adult(s)', 'older people']],
  [/\b(stop)\b[^.]{0,60}\b(pills?)\b/, null],
  [/\b(a+)\b/, null],
  [/(?:a)/, null],
])('%s in plain words', (pattern, words) => {
  expect(plainWords(pattern.source)).toEqual(words)
})

test('every pattern of the policy finds its own plain words, and all but one are plain', () => {
  const unplain = topicWords.filter(([, {source}]) => plainWords(source) === null)
  expect(unplain.map(([topic]) => topic)).toEqual(['medication'])
  const missed = topicWords.flatMap(([, pattern]) =>
    (plainWords(pattern.source) ?? [])
      .map((word) => word.replace('…', 'x').replace('(s)', ''))
      .filter((word) => !pattern.test(word)),
  )
  expect(missed).toEqual([])
})

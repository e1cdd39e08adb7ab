import {evaluateSync, parse, toJS} from 'groq-js'
import {expect, test} from 'vitest'
import {stages} from '../../schemas/review.ts'
import {choicesOf} from '../../structure/choicesOf.ts'
import {stageFilters} from '../../structure/stages.ts'
import {commonWords} from '../../plugins/review-workflow/studio/words/common.ts'
import {schema} from '../support/documentProblems.ts'

/** The lists that a page stands in, by what the server keeps about it. */
function listsOf(progress: object): readonly string[] {
  return stageFilters
    .filter(({filter}) => {
      const found: unknown = toJS(evaluateSync(parse(`count(*[${filter}])`), {dataset: [progress]}))
      return found === 1
    })
    .map(({id}) => id)
}

test.each([
  ['draft', {stage: 'draft', live: false}, ['drafts']],
  ['inReview', {stage: 'inReview', live: false}, ['waiting']],
  ['changesRequested', {stage: 'changesRequested', live: false}, ['changes']],
  ['signed', {stage: 'signed', live: false, schedule: {at: 'x'}}, ['signed', 'scheduled']],
  ['published', {stage: 'published', live: true, marks: []}, ['live']],
  ['reviewDue', {stage: 'reviewDue', live: true, marks: [{}]}, ['live', 'marked', 'due']],
  ['expired', {stage: 'expired', live: true, marks: []}, ['live', 'due']],
  ['withdrawn', {stage: 'withdrawn', live: false}, ['withdrawn']],
])('a page that is %s is in its lists', (_stage, progress, lists) => {
  expect(listsOf(progress)).toEqual(lists)
})

test('every stage has its words', () => {
  expect(choicesOf(schema.get('reviewProgress'), 'stage')).toEqual(stages)
})

test('a stage goes by one name: in lists, in what the server keeps, and on badges', () => {
  const labels: {readonly [key: string]: string} = commonWords
  const onBadges = stages.map(({value}) => ({value, title: labels[`stage.${value}.label`]}))
  expect(stages).toEqual(onBadges)
  const lists = stageFilters.flatMap(({title, filter}) => {
    const value = /^stage == "(\w+)"$/.exec(filter)?.[1]
    return value === undefined ? [] : [{value, title}]
  })
  expect(lists).toEqual(onBadges.filter(({value}) => lists.some((list) => list.value === value)))
})

import {expect, test} from 'vitest'
import {
  dueSummary,
  refusalsSummary,
  reviewersSummary,
  stagesOnTheWay,
  stagesSummary,
  timeSummary,
} from '../../plugins/review-workflow/studio/dashboard/summaries.ts'
import {type DashboardRead} from '../../plugins/review-workflow/studio/reads.ts'

const stages: DashboardRead['stages'] = [
  {stage: 'draft', count: 3, medianDays: 2, oldestDays: 8.6},
  {stage: 'inReview', count: 0, medianDays: null, oldestDays: null},
  {stage: 'signed', count: 1, medianDays: 1, oldestDays: 1},
  {stage: 'published', count: 9, medianDays: 90, oldestDays: 300},
]

test('pages on their way leave out live ones and stages without pages', () => {
  expect(stagesOnTheWay(stages).map(({stage}) => stage)).toEqual(['draft', 'signed'])
})

test('the stage with most pages is named', () => {
  expect(stagesSummary(stages, (stage) => stage.toUpperCase())).toEqual({
    key: 'dashboard.stages.summary',
    values: {count: 13, stage: 'PUBLISHED', most: 9},
  })
})

test('the page that waits longest is told in whole days', () => {
  expect(timeSummary(stagesOnTheWay(stages), (stage) => stage)).toEqual({
    key: 'dashboard.time.summary',
    values: {stage: 'draft', count: 9},
  })
  expect(timeSummary([], (stage) => stage).key).toBe('dashboard.time.none')
})

test('the reviewer with most waiting is named, where anything waits', () => {
  const ada = {personId: 'a', name: 'Ada', waiting: 0, signed90: 2, objections90: 0}
  const ben = {personId: 'b', name: 'Ben', waiting: 4, signed90: 1, objections90: 1}
  const busy = [ada, ben].map((each) => ({...each, medianHoursToSign: null}))
  expect(reviewersSummary(busy)).toEqual({
    key: 'dashboard.reviewers.summary',
    values: {name: 'Ben', waiting: 4, count: 3},
  })
  expect(reviewersSummary(busy.slice(0, 1))).toEqual({
    key: 'dashboard.reviewers.idle',
    values: {count: 2},
  })
  expect(reviewersSummary([]).key).toBe('dashboard.reviewers.idle')
})

test('reviews that fall due are counted, the first month by itself', () => {
  const month = (name: string, count: number) => ({
    month: name,
    count,
    riskClasses: {R1: count, R2: 0, R3: 0, R4: 0},
  })
  expect(dueSummary([month('2026-11', 2), month('2026-12', 3)], (name) => `in ${name}`)).toEqual({
    key: 'dashboard.due.summary',
    values: {count: 5, first: 2, month: 'in 2026-11'},
  })
  expect(dueSummary([month('2026-11', 0)], (name) => name).key).toBe('dashboard.due.none')
})

test('the reason that is given most is named', () => {
  const refusals = [
    {code: 'outOfScope', count: 1},
    {code: 'signOffMissing', count: 4},
  ]
  expect(refusalsSummary(refusals, (code) => `“${code}”`)).toEqual({
    key: 'dashboard.refusals.summary',
    values: {count: 5, reason: '“signOffMissing”'},
  })
})

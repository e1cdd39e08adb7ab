import {type Stage} from '../../policy/index.ts'
import {type DashboardRead} from '../reads.ts'

/** A sentence as its key among the words, with what it names. */
export interface Sentence {
  readonly key: string
  readonly values: {readonly [name: string]: string | number}
}

type Stages = DashboardRead['stages']

/** Stages in which somebody has something to do before words can go live. */
const onTheWay: readonly Stage[] = ['draft', 'inReview', 'changesRequested', 'signed']

export function stagesOnTheWay(stages: Stages): Stages {
  return stages.filter(({stage, count}) => onTheWay.includes(stage) && count > 0)
}

export function stagesSummary(stages: Stages, stageTitle: (stage: Stage) => string): Sentence {
  const most = largest(stages, ({count}) => count)
  return {
    key: 'dashboard.stages.summary',
    values: {
      count: sum(stages.map(({count}) => count)),
      stage: most === null ? '' : stageTitle(most.stage),
      most: most?.count ?? 0,
    },
  }
}

export function timeSummary(stages: Stages, stageTitle: (stage: Stage) => string): Sentence {
  const oldest = largest(stages, ({oldestDays}) => oldestDays ?? -1)
  return oldest === null || oldest.oldestDays === null
    ? {key: 'dashboard.time.none', values: {}}
    : {
        key: 'dashboard.time.summary',
        values: {stage: stageTitle(oldest.stage), count: Math.round(oldest.oldestDays)},
      }
}

export function reviewersSummary(reviewers: DashboardRead['reviewers']): Sentence {
  const waiting = largest(reviewers, (each) => each.waiting)
  const signed = sum(reviewers.map(({signed90}) => signed90))
  return waiting === null || waiting.waiting === 0
    ? {key: 'dashboard.reviewers.idle', values: {count: signed}}
    : {
        key: 'dashboard.reviewers.summary',
        values: {name: waiting.name, waiting: waiting.waiting, count: signed},
      }
}

export function dueSummary(
  due: DashboardRead['due'],
  monthTitle: (month: string) => string,
): Sentence {
  const total = sum(due.map(({count}) => count))
  const [first] = due
  return total === 0 || first === undefined
    ? {key: 'dashboard.due.none', values: {}}
    : {
        key: 'dashboard.due.summary',
        values: {count: total, first: first.count, month: monthTitle(first.month)},
      }
}

export function refusalsSummary(
  refusals: DashboardRead['refusals30'],
  reason: (code: string) => string,
): Sentence {
  const most = largest(refusals, ({count}) => count)
  return {
    key: 'dashboard.refusals.summary',
    values: {
      count: sum(refusals.map(({count}) => count)),
      reason: most === null ? '' : reason(most.code),
    },
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

/** The first of the largest; `null` of nothing. */
function largest<Each>(all: readonly Each[], size: (each: Each) => number): Each | null {
  return all.reduce<Each | null>(
    (most, each) => (most === null || size(each) > size(most) ? each : most),
    null,
  )
}

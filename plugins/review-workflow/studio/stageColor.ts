import {type Stage} from '../policy/index.ts'

type BadgeColor = 'primary' | 'success' | 'warning' | 'danger'

export const stageColor: {readonly [stage in Stage]: BadgeColor | undefined} = {
  draft: undefined,
  inReview: 'primary',
  changesRequested: 'warning',
  signed: 'success',
  published: 'success',
  reviewDue: 'warning',
  expired: 'danger',
  withdrawn: 'danger',
}

/** The same in the words of `Card` and `Badge`. */
export const stageTone = {
  draft: 'default',
  inReview: 'primary',
  changesRequested: 'caution',
  signed: 'positive',
  published: 'positive',
  reviewDue: 'caution',
  expired: 'critical',
  withdrawn: 'critical',
} as const satisfies {readonly [stage in Stage]: string}

import {type CredentialStanding} from '../../policy/index.ts'

/** How urgent a standing looks, in the words of `Card` and `Badge`. */
export const standingTone = {
  pending: 'caution',
  active: 'positive',
  expiring: 'caution',
  lifetime: 'positive',
  grace: 'critical',
  expired: 'critical',
  suspended: 'critical',
  revoked: 'critical',
} as const satisfies {readonly [standing in CredentialStanding]: string}

/** The same in the words of document badges. */
export const standingColor = {
  caution: 'warning',
  positive: 'success',
  critical: 'danger',
} as const

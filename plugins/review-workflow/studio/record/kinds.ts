type Tone = 'default' | 'primary' | 'positive' | 'caution' | 'critical'

/** Every kind of entry that we have words for, with how it weighs. */
export const kinds = {
  submitted: 'primary',
  requestCancelled: 'default',
  claimed: 'default',
  delegated: 'default',
  changesRequested: 'caution',
  refusedToSign: 'critical',
  recused: 'default',
  commented: 'default',
  commentResolved: 'default',
  signedOff: 'positive',
  renewed: 'positive',
  scheduled: 'primary',
  unscheduled: 'default',
  scheduleFailed: 'critical',
  published: 'positive',
  sharedPublished: 'positive',
  unpublished: 'caution',
  withdrawn: 'critical',
  voided: 'caution',
  revoked: 'critical',
  marked: 'caution',
  unmarked: 'default',
  carried: 'default',
  stageReached: 'default',
  pagesChecked: 'default',
  refused: 'critical',
  credentialVerified: 'positive',
  credentialSuspended: 'critical',
  credentialRevoked: 'critical',
  policyProposed: 'primary',
  policyAdopted: 'positive',
  policyDeclined: 'caution',
} as const satisfies {readonly [kind: string]: Tone}

export function isKnownKind(kind: string): kind is keyof typeof kinds {
  return Object.hasOwn(kinds, kind)
}

export function kindTone(kind: string): Tone {
  return isKnownKind(kind) ? kinds[kind] : 'default'
}

/** Entries that the server makes by itself when somebody's commit, or the calendar, gives cause. */
const byServer: readonly string[] = ['carried', 'marked', 'unmarked', 'voided']

export function isByServer(kind: string): boolean {
  return byServer.includes(kind)
}

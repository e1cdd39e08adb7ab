/**
 * What the policy is told and what it answers. Everything here is plain JSON: the lake assembles `Facts`
 * inside the transaction that it is about to commit, and sends the same to the Studio.
 */
export type * from './types/command.ts'
export type * from './types/credential.ts'
export type * from './types/denial.ts'
export type * from './types/facts.ts'
export type * from './types/people.ts'
export type * from './types/policySettings.ts'
export type * from './types/request.ts'
export type * from './types/signOff.ts'
export type * from './types/vocabulary.ts'
export type * from './types/words.ts'

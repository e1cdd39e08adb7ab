import {type Decision, type DenialCode} from '../../policy/index.ts'

/** Of words that nobody, or not everybody who has to, has signed yet. */
export const signatureCodes: readonly DenialCode[] = [
  'signOffMissing',
  'secondPersonMissing',
  'signOffUnusable',
]

/** Whether somebody's signature is among what is wanting. */
export function lacksSignature(decision: Decision): boolean {
  return !decision.allowed && decision.denials.some(({code}) => signatureCodes.includes(code))
}

/** Whether cited works have to be looked up first. */
export function hasUnchecked(decision: Decision): boolean {
  return !decision.allowed && decision.denials.some(({code}) => code === 'citationUnchecked')
}

const objections: readonly DenialCode[] = ['changesRequested', 'refused']

/** The rest of a no, where the reviewer's own is shown in full beside it. */
export function withoutObjection(decision: Decision): Decision {
  return decision.allowed
    ? decision
    : {allowed: false, denials: decision.denials.filter(({code}) => !objections.includes(code))}
}

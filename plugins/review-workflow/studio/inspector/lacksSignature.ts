import {type Decision, type DenialCode} from '../../policy/index.ts'

const codes: readonly DenialCode[] = ['signOffMissing', 'secondPersonMissing', 'signOffUnusable']

/** Whether somebody's signature is among what is wanting. */
export function lacksSignature(decision: Decision): boolean {
  return !decision.allowed && decision.denials.some(({code}) => codes.includes(code))
}

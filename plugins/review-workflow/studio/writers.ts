import {decide, type DenialCode, type Facts} from '../policy/index.ts'

/** Whether the page is the reader's to write and to submit, as far as the policy asks who they are. */
export function isWriter(facts: Facts): boolean {
  const submit = {type: 'submit', to: null, due: null, note: '…', shared: []} as const
  const decision = decide(facts, submit)
  return decision.allowed || !decision.denials.some(({code}) => othersOnly.includes(code))
}

const othersOnly: readonly DenialCode[] = ['notSignedIn', 'roleMissing']

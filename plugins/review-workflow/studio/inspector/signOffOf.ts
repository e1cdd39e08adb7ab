import {type Facts, type SignOff} from '../../policy/index.ts'

/** Which words a signature is under: only says so, whether it counts is the policy's to decide. */
export function signOffOf(
  {digest}: SignOff,
  {subject}: Facts,
): 'ofBoth' | 'ofDraft' | 'ofLive' | 'ofOther' {
  const ofDraft = digest === subject.draft?.digest
  const ofLive = digest === subject.live?.digest
  if (ofDraft && (ofLive || subject.live === null)) return 'ofBoth'
  if (ofLive && subject.draft === null) return 'ofBoth'
  return ofDraft ? 'ofDraft' : ofLive ? 'ofLive' : 'ofOther'
}

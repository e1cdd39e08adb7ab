import {credentialLabel} from './credentialTypes.ts'
import {day, dayIn} from './days.ts'
import {recordProblem} from './families.ts'
import {isPerson, isSame} from './rules.ts'
import {earliestZone} from './timeZones.ts'
import {type Command, type Denial, type Facts} from './types.ts'

/** The rules about keeping credentials. The subject is the credential's document. */

type Verification = Extract<Command, {type: 'verifyCredential'}>

export function credentialThere({subject, credentials}: Facts): readonly Denial[] {
  if (subject.type !== 'reviewerCredential') return [{code: 'notACredential'}]
  if (subject.live === null) return [{code: 'documentMissing'}]
  if (subject.live.digest === null) return [{code: 'contentUnreadable'}]
  return credentials.some(({id}) => id === subject.id) ? [] : [{code: 'documentMissing'}]
}

/** A check counts for some months only, so looking again on a later day is no repetition. */
export function credentialVerifiable(
  {actor, subject, credentials, contributors, now}: Facts,
  {checkedOn}: Pick<Verification, 'checkedOn'>,
): readonly Denial[] {
  const credential = credentials.find(({id}) => id === subject.id)
  if (credential === undefined) return []
  const {id, holder, state, expires, verifiedOn} = credential
  const problem = holder === '' ? 'noHolder' : recordProblem(credential, now)
  const checked = state === 'active' && verifiedOn !== null && checkedOn <= verifiedOn
  const wrote = contributors.some((party) => isSame(party, actor))
  return [
    ...(isPerson(actor, holder) ? [{code: 'ownCredential'} as const] : []),
    ...(wrote ? [{code: 'wroteTheCredential'} as const] : []),
    ...(checked ? [{code: 'alreadyVerified'} as const] : []),
    ...(problem === null
      ? []
      : [
          {
            code: 'credentialUnusable',
            id,
            label: credentialLabel(credential),
            problem,
            expires,
          } as const,
        ]),
  ]
}

/** What was checked is what is on file. */
export function credentialAsSeen(
  {subject}: Facts,
  {digest: seen}: Verification,
): readonly Denial[] {
  const current = subject.live?.digest ?? null
  return current === null || current === seen ? [] : [{code: 'contentChanged', seen, current}]
}

const methods = ['publicRegister', 'emailIssuer', 'documentOnly', 'demonstration']

/** How, where and when somebody looked. */
export function sourceNamed(
  {now}: Facts,
  {method, sourceUrl, checkedOn}: Verification,
): readonly Denial[] {
  // It may be tomorrow already where the registrar sits.
  const today = dayIn(now, earliestZone)
  const looked = day(checkedOn)
  const named =
    methods.includes(method) &&
    /^https?:\/\/\S+$/.test(sourceUrl) &&
    looked !== null &&
    today !== null &&
    looked <= today
  return named ? [] : [{code: 'sourceMissing'}]
}

export function notRevoked({subject, credentials}: Facts): readonly Denial[] {
  return credentials.some(({id, state}) => id === subject.id && state === 'revoked')
    ? [{code: 'alreadyRevoked'}]
    : []
}

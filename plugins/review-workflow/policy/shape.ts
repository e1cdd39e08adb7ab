import {isObject} from './object.ts'
import {defaultPolicy} from './policy.ts'
import {isPolicy} from './policyProblems.ts'
import {type Command, type Facts} from './types.ts'
import {retractionStatuses} from './works.ts'

/**
 * Whether a value from outside has the shape that the rules rely on. Without it a list of roles that is really a
 * string would answer `includes` by substring.
 */
export function isFacts(value: unknown): value is Facts {
  return facts(value)
}

export function isCommand(value: unknown): value is Command {
  return (
    isObject(value) &&
    typeof value['type'] === 'string' &&
    commands.get(value['type'])?.(value) === true
  )
}

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
const yesOrNo: Check = (value) => typeof value === 'boolean'
const count: Check = (value) => Number.isSafeInteger(value)
const isNull: Check = (value) => value === null
const either =
  (...checks: readonly Check[]): Check =>
  (value) =>
    checks.some((check) => check(value))
const only =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check)
const shape =
  (fields: {readonly [field: string]: Check}): Check =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([field, check]) => check(value[field]))

const textOrNull = either(text, isNull)
const party = shape({userId: text, personId: textOrNull})
const told = shape({at: text, by: text, reason: text})

const person = shape({personId: text, name: text})

const actor = either(
  shape({kind: only('anonymous')}),
  shape({kind: only('person'), userId: text, personId: textOrNull, name: text, roles: list(text)}),
  shape({kind: only('robot'), userId: text, name: text, roles: list(text)}),
  shape({kind: only('operator', 'clock'), userId: text, roles: list(text)}),
)

const version = shape({
  digest: textOrNull,
  closureDigest: textOrNull,
  topics: list(text),
  authors: list(text),
  works: list(shape({id: text, status: only(...retractionStatuses), checkedOn: textOrNull})),
})

const credential = shape({
  id: text,
  holder: text,
  typeCode: text,
  jurisdiction: textOrNull,
  discipline: textOrNull,
  issued: textOrNull,
  expires: textOrNull,
  noExpiryReason: textOrNull,
  state: only('pending', 'active', 'suspended', 'revoked'),
  verifiedBy: either(party, isNull),
  verifiedOn: textOrNull,
  numberTaken: yesOrNo,
})

const signedCredential = shape({
  id: text,
  typeCode: text,
  label: text,
  families: list(text),
  jurisdiction: textOrNull,
  discipline: textOrNull,
  issued: textOrNull,
  expires: textOrNull,
})

const signOff = shape({
  seq: count,
  personId: text,
  name: text,
  at: text,
  digest: text,
  closureDigest: text,
  credentials: list(signedCredential),
  meaning: text,
  policyVersion: text,
  anticipates: list(shape({id: text, digest: text})),
  revoked: either(told, isNull),
  voided: either(shape({at: text, reason: text}), isNull),
})

const comment = shape({
  seq: count,
  personId: text,
  name: text,
  at: text,
  path: text,
  quote: text,
  text,
  blocking: yesOrNo,
  resolved: either(shape({by: text, at: text, answer: text}), isNull),
})

const request = shape({
  by: party,
  byName: text,
  at: text,
  digest: text,
  note: text,
  to: either(person, isNull),
  due: textOrNull,
  claimedBy: either(person, isNull),
  shared: list(text),
})

const facts = shape({
  now: text,
  policyVersion: text,
  policy: isPolicy,
  livePolicy: isPolicy,
  actor,
  subject: shape({
    id: text,
    type: text,
    draft: either(version, isNull),
    live: either(version, isNull),
  }),
  contributors: list(party),
  signOffs: list(signOff),
  carried: list(shape({from: text, to: text, marks: yesOrNo})),
  marks: list(
    shape({
      at: text,
      trigger: only(...Object.keys(defaultPolicy.consequences)),
      about: text,
      consequence: only('none', 'mark', 'deindex', 'withdraw'),
    }),
  ),
  request: either(request, isNull),
  objection: either(
    shape({
      seq: count,
      kind: only('changesRequested', 'refused'),
      personId: text,
      name: text,
      at: text,
      note: text,
    }),
    isNull,
  ),
  comments: list(comment),
  recusals: list(shape({personId: text, at: text, reason: text})),
  schedule: either(shape({at: text, by: party, byName: text, digest: text}), isNull),
  withdrawn: either(told, isNull),
  credentials: list(credential),
  reviewers: list(shape({userId: text, personId: text, name: text, roles: list(text)})),
  proposal: either(
    shape({
      seq: count,
      by: party,
      byName: text,
      at: text,
      reason: text,
      policy: isPolicy,
      hash: text,
    }),
    isNull,
  ),
})

const signature = {
  digest: text,
  closureDigest: text,
  factors: list(text),
  conflictOfInterest: text,
  conflictStatement: textOrNull,
  attestation: text,
  checklist: isObject,
}

const commands: ReadonlyMap<string, Check> = new Map([
  ['submit', shape({to: textOrNull, due: textOrNull, note: text, shared: list(text)})],
  ['cancelRequest', shape({})],
  ['claim', shape({})],
  ['delegate', shape({to: text})],
  ['requestChanges', shape({note: text})],
  ['refuse', shape({reason: text})],
  ['recuse', shape({reason: text})],
  ['comment', shape({text, blocking: yesOrNo})],
  ['resolveComment', shape({comment: count, answer: text})],
  ['signOff', shape({...signature, notes: textOrNull})],
  ['renew', shape(signature)],
  ['publish', shape({})],
  ['schedule', shape({at: text})],
  ['unschedule', shape({})],
  ['revoke', shape({reason: text, signOff: either(count, isNull)})],
  ['withdraw', shape({reason: text})],
  ['verifyCredential', shape({digest: text, method: text, sourceUrl: text, checkedOn: text})],
  ['suspendCredential', shape({reason: text})],
  ['revokeCredential', shape({reason: text})],
  // An unsound policy is for the rule to name, field by field.
  ['proposePolicy', shape({policy: isObject, reason: text, factors: list(text)})],
  ['adoptPolicy', shape({hash: text, factors: list(text)})],
  ['declinePolicy', shape({reason: text})],
])

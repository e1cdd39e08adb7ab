import {type Command, type Facts} from './types.ts'

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

export function isObject(value: unknown): value is {readonly [field: string]: unknown} {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Check = (value: unknown) => boolean

const text: Check = (value) => typeof value === 'string'
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

const actor = either(
  shape({kind: only('anonymous')}),
  shape({kind: only('person'), userId: text, personId: textOrNull, name: text, roles: list(text)}),
  shape({kind: only('robot'), userId: text, name: text, roles: list(text)}),
  shape({kind: only('operator'), userId: text, roles: list(text)}),
)

const version = shape({
  digest: textOrNull,
  closureDigest: textOrNull,
  topics: list(text),
  authors: list(text),
  retracted: list(text),
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
  state: only('pending', 'active', 'suspended'),
  verifiedBy: either(party, isNull),
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
  policyVersion: text,
  revoked: either(told, isNull),
  voided: either(shape({at: text, reason: text}), isNull),
})

const facts = shape({
  now: text,
  policyVersion: text,
  actor,
  subject: shape({
    id: text,
    type: text,
    draft: either(version, isNull),
    live: either(version, isNull),
  }),
  contributors: list(party),
  signOffs: list(signOff),
  request: either(shape({by: party, at: text, digest: text}), isNull),
  changesRequested: either(
    shape({seq: count, personId: text, name: text, at: text, note: text}),
    isNull,
  ),
  withdrawn: either(told, isNull),
  credentials: list(credential),
})

const commands: ReadonlyMap<string, Check> = new Map([
  ['submit', shape({})],
  ['requestChanges', shape({note: text})],
  [
    'signOff',
    shape({
      digest: text,
      closureDigest: text,
      factors: list(text),
      conflictOfInterest: text,
      conflictStatement: textOrNull,
      attestation: text,
    }),
  ],
  ['publish', shape({})],
  ['revoke', shape({reason: text, signOff: either(count, isNull)})],
  ['withdraw', shape({reason: text})],
  ['verifyCredential', shape({method: text, sourceUrl: text})],
  ['suspendCredential', shape({reason: text})],
])

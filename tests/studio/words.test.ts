import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {
  checklistItems,
  type Consequence,
  type CredentialProblem,
  type CredentialStanding,
  denialMessage,
  type Objection,
  type Stage,
  type Trigger,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  editorGroupNames,
  reviewerGroupNames,
} from '../../plugins/review-workflow/studio/inbox/groups.ts'
import {type OwnPart} from '../../plugins/review-workflow/studio/reading/ownPart.ts'
import {commonWords} from '../../plugins/review-workflow/studio/words/common.ts'
import {readingWords} from '../../plugins/review-workflow/studio/words/reading.ts'

const studio = join(import.meta.dirname, '../../plugins/review-workflow/studio')

/** Those that the bundle is made of; what they take in from others is theirs. */
const files = [
  ...readFileSync(join(studio, 'words.ts'), 'utf8').matchAll(/from '\.\/words\/(\w+\.ts)'/g),
].map(([, file = '']) => file)

/** Every word by its key, with the files that say it. */
const said = new Map<string, readonly string[]>()
for (const file of files) {
  const exported: Record<string, Record<string, string>> = await import(join(studio, 'words', file))
  for (const key of Object.values(exported).flatMap((words) => Object.keys(words))) {
    said.set(key, [...(said.get(key) ?? []), file])
  }
}

const isSaid = (key: string) => [key, `${key}_one`, `${key}_other`].some((form) => said.has(form))

/** Every member of a union of the policy's: one that is added has to be put in words. */
const members = <T extends string>(all: {readonly [member in T]: true}): readonly string[] =>
  Object.keys(all)

const consequences = members<Consequence>({none: true, mark: true, deindex: true, withdraw: true})
const triggers = members<Trigger>({
  workRetracted: true,
  workDoubted: true,
  credentialSuspended: true,
  credentialRevoked: true,
  credentialExpired: true,
  reviewOverdue: true,
})
const standings = members<CredentialStanding>({
  pending: true,
  active: true,
  expiring: true,
  lifetime: true,
  grace: true,
  expired: true,
  suspended: true,
  revoked: true,
})
const problems = members<CredentialProblem>({
  pending: true,
  suspended: true,
  expired: true,
  notYetIssued: true,
  undated: true,
  revoked: true,
  verificationStale: true,
  retired: true,
  numberTaken: true,
  selfVerified: true,
  unknownType: true,
  wrongJurisdiction: true,
  wrongDiscipline: true,
  licenceMissing: true,
  noFamily: true,
  noHolder: true,
})
const stages = members<Stage>({
  draft: true,
  inReview: true,
  changesRequested: true,
  signed: true,
  published: true,
  reviewDue: true,
  expired: true,
  withdrawn: true,
})
const dialogs = [
  ...['submit', 'cancelRequest', 'claim', 'delegate', 'requestChanges', 'refuse', 'recuse'],
  ...['signOff', 'renew', 'schedule', 'unschedule', 'revoke', 'withdraw'],
  ...['verifyCredential', 'suspendCredential', 'revokeCredential'],
]
const missing = [
  ...['submit', 'delegate', 'requestChanges', 'refuse', 'recuse', 'revoke', 'withdraw'],
  ...['comment', 'resolveComment', 'verifyCredential', 'suspendCredential', 'revokeCredential'],
]
const methods = ['publicRegister', 'emailIssuer', 'documentOnly', 'demonstration']
const objections = members<Objection['kind']>({changesRequested: true, refused: true})
const parts = members<Exclude<OwnPart['kind'], 'none'>>({
  signed: true,
  changesRequested: true,
  refused: true,
  recused: true,
  holds: true,
  heldByOther: true,
  wantedBeside: true,
})
const left = ['questions', 'notes', 'statement', 'password']
const groups = ['toVerify', 'lapsing', 'inForce', 'ended']

const keys = (names: readonly string[], ...of: readonly ((name: string) => string)[]) =>
  names.flatMap((name) => of.map((key) => key(name)))

const needed = [
  ...keys(
    stages,
    (name) => `stage.${name}.label`,
    (name) => `stage.${name}.title`,
  ),
  ...keys(
    standings,
    (name) => `standing.${name}.label`,
    (name) => `standing.${name}.title`,
  ),
  ...keys(
    standings.filter((name) => name !== 'active' && name !== 'lifetime'),
    (name) => `standing.${name}.advice`,
  ),
  ...keys(problems, (name) => `credential.problem.${name}`),
  ...keys(
    triggers,
    (name) => `mark.${name}`,
    (name) => `mark.${name}.remedy`,
  ),
  ...keys(
    consequences,
    (name) => `mark.consequence.${name}`,
    (name) => `shared.consequence.${name}`,
    (name) => `credentials.outcome.${name}`,
    (name) => `credentials.fate.${name}`,
  ),
  ...keys(
    dialogs,
    (name) => `${name}.label`,
    (name) => `${name}.header`,
    (name) => `${name}.explanation`,
    (name) => `${name}.done`,
  ),
  ...keys(
    [...objections, ...objections.map((name) => `${name}.own`), 'signature'],
    (name) => `reading.since.${name}`,
    (name) => `reading.compare.${name}`,
  ),
  ...keys(
    objections,
    (name) => `reading.objection.${name}`,
    (name) => `reading.objection.${name}.own`,
  ),
  ...keys(parts, (name) => `reading.part.${name}`),
  ...keys(missing, (name) => `${name}.missing`),
  ...keys(left, (name) => `signOff.left.${name}`),
  ...keys(
    methods,
    (name) => `verifyCredential.method.${name}`,
    (name) => `verifyCredential.method.${name}.note`,
  ),
  ...keys(
    groups,
    (name) => `credentials.${name}`,
    (name) => `credentials.${name}.lead`,
    (name) => `credentials.${name}.empty`,
  ),
  ...keys(
    [...reviewerGroupNames, ...editorGroupNames],
    (name) => `inbox.${name}.title`,
    (name) => `inbox.${name}.lead`,
    (name) => `inbox.${name}.empty`,
  ),
]

test('everything that is named by a code is put in words', () => {
  expect(needed.filter((key) => !isSaid(key))).toEqual([])
})

test('no two files say the same thing', () => {
  expect([...said].filter(([, files]) => files.length > 1)).toEqual([])
})

function sources(folder: string): readonly string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'words' ? [] : sources(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}

test('what components ask for by its whole name is there', () => {
  const asked = sources(studio).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.]+)'/g)].map(([, key = '']) => key),
  )
  expect(asked.filter((key) => !isSaid(key))).toEqual([])
})

test('whoever alone can change something is called as the policy calls them', () => {
  expect(commonWords['who.you']).toBe(denialMessage({code: 'conflictUnanswered'}).who)
})

test('whoever found something wanting is told so in the words of the question', () => {
  for (const item of checklistItems) {
    const {message} = denialMessage({code: 'checklistFailed', items: [item]})
    expect(message).toContain(`“${readingWords[`signOff.checklist.item.${item}`]}”`)
  }
})

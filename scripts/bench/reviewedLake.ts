import {scryptSync} from 'node:crypto'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {type Actor} from '../../lake/actor.ts'
import {type LakeDocument} from '../../lake/document.ts'
import {type Lake} from '../../lake/lake.ts'
import {reviewExtension} from '../../plugins/review-workflow/lake/index.ts'
import {benchLake, operator} from './benchLake.ts'

type Person = Extract<Actor, {kind: 'person'}>

/** A governed lake, with somebody who writes and somebody who may sign. */
export interface ReviewedLake {
  readonly lake: Lake
  readonly editor: Person
  readonly therapist: Person
}

const password = 'a password of the bench'
const today = new Date().toISOString().slice(0, 10)
const credential = {
  _id: 'credential.therapist',
  _type: 'reviewerCredential',
  holder: {_type: 'reference', _ref: 'person-therapist'},
  credentialType: 'BCTMB',
  jurisdiction: 'US-CA',
  number: 'BENCH-1',
  nameOnCredential: 'therapist',
  issued: '2025-01-01',
  expires: '2100-01-01',
}

/** A lake with the real extension in an empty folder, and a therapist whose credential a registrar has verified. */
export async function reviewedLake(dir: string): Promise<ReviewedLake> {
  const empty = await benchLake(dir, reviewExtension)
  const person = async (name: string, role: string): Promise<Person> => {
    const account = {email: `${name}@bench.example`, name, role, password}
    const {id: userId, personId} = await empty.accounts.add({
      ...account,
      personId: `person-${name}`,
    })
    return {kind: 'person', userId, personId, name, roles: [role]}
  }
  const editor = await person('editor', 'editor')
  const therapist = await person('therapist', 'reviewer')
  const registrar = await person('registrar', 'registrar')
  await empty.close()
  checkPasswordsQuickly(dir)
  const lake = await benchLake(dir, reviewExtension)
  const dataset = lake.dataset('production')
  const document = {_id: therapist.personId, _type: 'person', name: therapist.name}
  await dataset.mutate(operator, {mutations: [{create: document}, {create: credential}]})
  const {digest} = dataset.read(registrar, 'review', credential._id) as {readonly digest: string}
  const verification = {
    actionType: 'review.action.verifyCredential',
    publishedId: credential._id,
    digest,
    method: 'publicRegister',
    sourceUrl: 'https://register.example',
    checkedOn: today,
  }
  await dataset.act(registrar, {actions: [verification]})
  return {lake, editor, therapist}
}

/** Each signature takes a password, which takes a tenth of a second to check: with these hashes it does not. */
function checkPasswordsQuickly(dir: string): void {
  const [N, r, p] = [2, 1, 1]
  const salt = Buffer.from('bench')
  const key = scryptSync(password, salt, 32, {N, r, p})
  const hash = ['scrypt', N, r, p, salt.toString('base64'), key.toString('base64')].join('$')
  const accounts = new DatabaseSync(join(dir, 'accounts.sqlite'))
  accounts.prepare('update users set password_hash = ?').run(hash)
  accounts.close()
}

/** What articles show with their words. */
export async function putShared(
  {lake}: ReviewedLake,
  documents: readonly LakeDocument[],
): Promise<void> {
  const mutations = documents.map((document) => ({createOrReplace: checked(document)}))
  await lake.dataset('production').mutate(operator, {mutations})
}

function checked({_rev, _createdAt, _updatedAt, ...document}: LakeDocument): object {
  if (document._type !== 'citation') return document
  const retraction = {_type: 'retractionCheck', status: 'noneFound', checkedOn: today}
  return {...document, _type: 'researchCitation', retraction}
}

/** Writes drafts of these articles as an editor does. */
export async function write(
  {lake, editor}: ReviewedLake,
  articles: readonly LakeDocument[],
): Promise<void> {
  const mutations = articles.map(({_rev, _createdAt, _updatedAt, ...article}) => ({
    create: {...(weak(article) as object), _id: `drafts.${article._id}`},
  }))
  await lake.dataset('production').mutate(editor, {mutations})
}

/** The therapist signs drafts as they are. */
export async function sign(
  {lake, therapist}: ReviewedLake,
  articles: readonly LakeDocument[],
): Promise<void> {
  const dataset = lake.dataset('production')
  const signatures = articles.map(({_id: publishedId}) => {
    const {digest, closureDigest, attestation} = dataset.read(
      therapist,
      'review',
      publishedId,
    ) as unknown as Shown
    return {
      actionType: 'review.action.signOff',
      publishedId,
      digest,
      closureDigest,
      attestation: attestation.id,
      conflictOfInterest: 'none',
      password,
    }
  })
  await dataset.act(therapist, {actions: signatures})
}

interface Shown {
  readonly digest: string
  readonly closureDigest: string
  readonly attestation: {readonly id: string}
}

/** Articles refer to each other before all of them are there. */
export function weak(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(weak)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, each]) => [name, weak(each)] as const)
  const isReference = '_ref' in value
  return {...Object.fromEntries(fields), ...(isReference ? {_type: 'reference', _weak: true} : {})}
}

export async function publish({lake, editor}: ReviewedLake, ids: readonly string[]): Promise<void> {
  const actions = ids.map((publishedId) => ({
    actionType: 'sanity.action.document.publish',
    publishedId,
    draftId: `drafts.${publishedId}`,
  }))
  await lake.dataset('production').act(editor, {actions})
}

import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Actor} from '../../lake/actor.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {isPublished, type JsonObject} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {type Lake, openLake, servedDataset} from '../../lake/lake.ts'
import {factsOf} from '../../plugins/review-workflow/lake/facts.ts'
import {reviewExtension} from '../../plugins/review-workflow/lake/index.ts'
import {isGoverned, standsSigned} from '../../plugins/review-workflow/policy/index.ts'

export type Person = Extract<Actor, {kind: 'person'}>

export const password = 'correct horse battery staple'
const names = {
  editor: 'editor',
  therapist: 'reviewer',
  sleep: 'reviewer',
  uncredentialed: 'reviewer',
  registrar: 'registrar',
  administrator: 'administrator',
  viewer: 'viewer',
} as const
export type PersonName = keyof typeof names

export interface ReviewedLake {
  readonly lake: Lake
  readonly dataset: Dataset
  readonly people: {readonly [name in PersonName]: Person}
  readonly robot: Actor
  readonly robotToken: string
  readonly operator: Actor
  readonly clock: {time: string}
  readonly dir: string
  /** A new id, the same in every run. */
  readonly nextId: () => string
  close(): Promise<void>
}

/** Made once for each test file, since passwords are slow to hash on purpose; every house is a copy of it. */
let template:
  | Promise<{readonly dir: string; readonly people: ReviewedLake['people']; readonly token: string}>
  | undefined

const startTime = '2026-06-01T12:00:00.000Z'
const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'reviewed-lake-'))
}

async function makeTemplate() {
  const dir = folder()
  let ids = 0
  const lake = await openLake({
    dir,
    now: () => new Date(startTime),
    newId: () => `template${(ids += 1)}`,
    extension: reviewExtension,
  })
  const dataset = lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
  const people = Object.fromEntries(
    await Promise.all(
      Object.entries(names).map(async ([name, role]) => {
        const account = await lake.accounts.add({
          email: `${name}@example.org`,
          name,
          role,
          password,
          personId: `person-${name}`,
        })
        const {id: userId, personId} = account
        return [name, {kind: 'person', userId, personId, name, roles: [role]}] as const
      }),
    ),
  ) as unknown as ReviewedLake['people']
  const {token} = lake.accounts.createToken({label: 'robot', role: 'editor'})
  await dataset.mutate(operator, {
    mutations: [
      ...Object.keys(names).map((name) => ({
        create: {_id: `person-${name}`, _type: 'person', name},
      })),
      {create: credential('therapist', 'BCTMB')},
      {create: credential('sleep', 'ABMS-SM')},
    ],
  })
  for (const name of ['therapist', 'sleep']) {
    await verify({dataset, people}, `credential.${name}`, '2026-05-30')
  }
  await lake.close()
  return {dir, people, token}
}

/** A governed lake in a folder of its own, with people of every role and two reviewers with verified credentials. */
export async function openReviewedLake(): Promise<ReviewedLake> {
  template ??= makeTemplate()
  const {dir: source, people, token} = await template
  const dir = folder()
  cpSync(source, dir, {recursive: true})
  const clock = {time: startTime}
  let ids = 0
  const nextId = () => `id${(ids += 1)}`
  const lake = await openLake({
    dir,
    now: () => new Date(clock.time),
    newId: nextId,
    extension: reviewExtension,
  })
  const robot = lake.accounts.authenticate(token)
  if (robot === null) throw new Error('the token of the template is not known')
  return {
    lake,
    dataset: lake.dataset(servedDataset),
    people,
    robot,
    robotToken: token,
    operator,
    clock,
    dir,
    nextId,
    async close() {
      await lake.close()
      rmSync(dir, {recursive: true})
    },
  }
}

function credential(name: string, credentialType: string): JsonObject {
  return {
    _id: `credential.${name}`,
    _type: 'reviewerCredential',
    holder: {_type: 'reference', _ref: `person-${name}`},
    credentialType,
    jurisdiction: 'US-CA',
    number: `TEST-${name}`,
    nameOnCredential: name,
    issued: '2025-01-01',
    expires: '2027-01-01',
  }
}

/** The registrar checks a credential as it reads now. */
export async function verify(
  {dataset, people}: Pick<ReviewedLake, 'dataset' | 'people'>,
  publishedId: string,
  checkedOn: string,
) {
  const {digest} = dataset.read(people.registrar, 'review', publishedId) as {digest: string}
  const action = {
    actionType: 'review.action.verifyCredential',
    publishedId,
    digest,
    method: 'publicRegister',
    sourceUrl: 'https://example.org/register',
    checkedOn,
  }
  return dataset.act(people.registrar, {actions: [action]})
}

/** An article about nothing risky. */
export function article(
  id: string,
  title = 'A calm evening',
): JsonObject & {readonly _id: string; readonly _type: string} {
  return {_id: id, _type: 'article', title, summary: 'Dim the lights and put screens away.'}
}

export async function signOff(
  {dataset}: ReviewedLake,
  who: Person,
  publishedId: string,
  fields: JsonObject = {},
) {
  const shown = dataset.read(who, 'review', publishedId) as {
    readonly digest: string
    readonly closureDigest: string
    readonly attestation: {readonly id: string}
  }
  const {digest, closureDigest, attestation} = shown
  const actionType = 'review.action.signOff'
  const action = {
    actionType,
    publishedId,
    digest,
    closureDigest,
    attestation: attestation.id,
    conflictOfInterest: 'none',
    password,
  }
  return dataset.act(who, {actions: [{...action, ...fields}]})
}

export function publishAction(publishedId: string): JsonObject {
  return {
    actionType: 'sanity.action.document.publish',
    publishedId,
    draftId: `drafts.${publishedId}`,
  }
}

/** One review command. */
export function command(
  {dataset}: Pick<ReviewedLake, 'dataset'>,
  who: Actor,
  name: string,
  publishedId: string,
  fields: JsonObject = {},
) {
  const action = {actionType: `review.action.${name}`, publishedId, ...fields}
  return dataset.act(who, {actions: [action]})
}

/** The codes of a refusal: of its denials, or its own. */
export async function refusalOf(attempt: Promise<unknown>): Promise<readonly string[]> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof LakeError)) return [`no refusal: ${String(error)}`]
  const denials = (error.details['denials'] ?? []) as unknown as readonly {code: string}[]
  return denials.length === 0 ? [error.code] : denials.map(({code}) => code)
}

export function projectionOf({dataset}: ReviewedLake, id: string): JsonObject {
  return dataset.store.document(`review-${id}`) ?? {}
}

export function progressOf({dataset}: ReviewedLake, id: string): JsonObject {
  return dataset.store.document(`progress.${id}`) ?? {}
}

export function kindsOf({dataset}: ReviewedLake, id: string): readonly string[] {
  return dataset.store.ledger(id).map(({kind}) => kind)
}

/** The promise, checked on what is stored: the published pages that do not stand on usable sign-offs. Always none. */
export function unsignedPages({dataset, operator}: ReviewedLake): readonly string[] {
  const view = dataset.view(operator)
  return [...dataset.store.documents()]
    .filter(
      ({_id, _type}) =>
        isPublished(_id) && isGoverned(_type) && !standsSigned(factsOf(view, operator, _id)),
    )
    .map(({_id}) => _id)
}

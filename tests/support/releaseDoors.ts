import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {type Door, type Target} from './door.ts'
import {type ReviewedLake} from './reviewedLake.ts'

/** One attempt with a release of its own; an editor prepares what the attacker may not. */
interface Attempt {
  readonly house: ReviewedLake
  readonly who: Actor
  readonly wanted: Target
  /** Of the version, in the release. */
  readonly id: string
  release(verb: string, fields?: JsonObject): JsonObject
  version(verb: string, fields?: JsonObject): JsonObject
  act(...actions: readonly JsonObject[]): Promise<unknown>
  mutate(...mutations: readonly JsonObject[]): Promise<unknown>
  /** The same by an editor. */
  prepare(...actions: readonly JsonObject[]): Promise<unknown>
}

function attemptOf(house: ReviewedLake, who: Actor, wanted: Target): Attempt {
  const {dataset, people} = house
  const name = `r${house.nextId()}`
  const id = `versions.${name}.${wanted._id}`
  return {
    house,
    who,
    wanted,
    id,
    release: (verb, fields = {}) => ({
      actionType: `sanity.action.release.${verb}`,
      releaseId: name,
      ...fields,
    }),
    version: (verb, fields = {}) => ({
      actionType: `sanity.action.document.version.${verb}`,
      publishedId: wanted._id,
      versionId: id,
      ...fields,
    }),
    act: (...actions) => dataset.act(who, {actions}),
    mutate: (...mutations) => dataset.mutate(who, {mutations}),
    prepare: (...actions) => dataset.act(people.editor, {actions}),
  }
}

function door(name: string, enter: (attempt: Attempt) => Promise<unknown>): Door {
  return {name, enter: (house, who, wanted) => enter(attemptOf(house, who, wanted))}
}

/** Something that changes nothing when it goes live: the words that are there, or the end of a page that is not. */
function harmless({house, wanted, id}: Attempt): JsonObject {
  const live = house.dataset.store.document(wanted._id)
  return {...(live ?? {_type: 'note', _system: {delete: true}}), _id: id}
}

/** The clock looks again in a minute; a refusal of the attempt before it is told afterwards. */
async function thenTick({house}: Attempt, attempt: Promise<unknown>): Promise<void> {
  const failure: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  house.clock.time = minutesOn(house, 2)
  house.dataset.tick()
  if (failure !== null) throw failure
}

function minutesOn({dataset}: ReviewedLake, minutes: number): string {
  return new Date(Date.parse(dataset.now()) + minutes * 60_000).toISOString()
}

const created = ({wanted, id, version}: Attempt): JsonObject =>
  version('create', {document: {...wanted, _id: id}})

/** Every way in front of readers that leads through a release. */
export const releaseDoors: readonly Door[] = [
  door('a release that is published at once', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    return attempt.act(created(attempt), attempt.release('publish'))
  }),
  door('a release that the attacker makes', (attempt) =>
    attempt.act(attempt.release('create'), created(attempt), attempt.release('publish')),
  ),
  door('a release with a version that was mutated', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    await attempt.mutate({createOrReplace: {...attempt.wanted, _id: attempt.id}})
    return attempt.act(attempt.release('publish'))
  }),
  door('a release in which a version was replaced', async (attempt) => {
    await attempt.prepare(
      attempt.release('create'),
      attempt.version('create', {document: harmless(attempt)}),
    )
    return attempt.act(
      attempt.version('replace', {document: {...attempt.wanted, _id: attempt.id}}),
      attempt.release('publish'),
    )
  }),
  door('a release whose moment comes', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    const publishAt = minutesOn(attempt.house, 1)
    return thenTick(
      attempt,
      attempt.act(created(attempt), attempt.release('schedule', {publishAt})),
    )
  }),
  door('a release whose moment was long ago', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    const publishAt = '2020-01-01T00:00:00Z'
    return attempt.act(created(attempt), attempt.release('schedule', {publishAt}))
  }),
  door('words swapped after scheduling', async (attempt) => {
    const publishAt = minutesOn(attempt.house, 1)
    await attempt.prepare(
      attempt.release('create'),
      attempt.version('create', {document: harmless(attempt)}),
      attempt.release('schedule', {publishAt}),
    )
    return thenTick(
      attempt,
      attempt.mutate({createOrReplace: {...attempt.wanted, _id: attempt.id}}),
    )
  }),
  door('words swapped between two schedules', async (attempt) => {
    const schedule = () => attempt.release('schedule', {publishAt: minutesOn(attempt.house, 1)})
    await attempt.prepare(
      attempt.release('create'),
      attempt.version('create', {document: harmless(attempt)}),
      schedule(),
    )
    return thenTick(
      attempt,
      attempt.act(
        attempt.release('unschedule'),
        attempt.version('replace', {document: {...attempt.wanted, _id: attempt.id}}),
        schedule(),
      ),
    )
  }),
  door('a release that comes out of the archive', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    await attempt.act(created(attempt))
    await attempt.prepare(attempt.release('archive'))
    return attempt.act(attempt.release('unarchive'), attempt.release('publish'))
  }),
  door('a release that was imported as published', async (attempt) => {
    const {wanted, id} = attempt
    const attributes = {
      ...wanted,
      state: 'published',
      finalDocumentStates: [{_key: 'a', id}],
    }
    return attempt.act(
      created(attempt),
      attempt.release('import', {attributes, ifExists: 'replace'}),
      attempt.release('publish'),
    )
  }),
  door('a release that was imported as due', async (attempt) => {
    const {wanted} = attempt
    const attributes = {...wanted, state: 'scheduled', publishAt: '2020-01-01T00:00:00Z'}
    return thenTick(
      attempt,
      attempt.act(created(attempt), attempt.release('import', {attributes, ifExists: 'fail'})),
    )
  }),
  door('a release with the page marked to come down, and created anew', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    const system = {_system: {delete: true}}
    return attempt.act(
      attempt.version('create', {document: {...attempt.wanted, ...system, _id: attempt.id}}),
      attempt.version('replace', {document: {...attempt.wanted, _id: attempt.id}}),
      attempt.release('publish'),
    )
  }),
  door('publish of a version that lies in a release', async (attempt) => {
    await attempt.prepare(attempt.release('create'))
    return attempt.act(created(attempt), {
      actionType: 'sanity.action.document.publish',
      draftId: attempt.id,
      publishedId: attempt.wanted._id,
    })
  }),
  door('a version under the published id', (attempt) => {
    const {wanted} = attempt
    return attempt.act(attempt.version('create', {document: wanted}))
  }),
]

import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type Actor} from '../../lake/actor.ts'
import {draftId, type JsonObject} from '../../lake/document.ts'
import {createApp} from '../../lake/http/app.ts'
import {runCommand} from '../../scripts/control.ts'
import {type Door, type Target} from './door.ts'
import {releaseDoors} from './releaseDoors.ts'
import {password, type Person, publishAction, type ReviewedLake} from './reviewedLake.ts'

const mutate =
  (mutations: (wanted: Target) => readonly JsonObject[]): Door['enter'] =>
  ({dataset}, who, wanted) =>
    dataset.mutate(who, {mutations: mutations(wanted)})

const act =
  (actions: (wanted: Target) => readonly JsonObject[]): Door['enter'] =>
  ({dataset}, who, wanted) =>
    dataset.act(who, {actions: actions(wanted)})

const fieldsOf = ({_id, _type, ...fields}: Target): JsonObject => fields
const draftOf = (wanted: Target): JsonObject => ({...wanted, _id: draftId(wanted._id)})
const versionId = ({_id}: Target) => `versions.r1.${_id}`

/** Puts the words in a draft (always allowed, for who may write), then tries to get that in front of readers. */
const fromDraft =
  (then: Door['enter']): Door['enter'] =>
  async (house, who, wanted) => {
    await house.dataset.mutate(who, {mutations: [{createOrReplace: draftOf(wanted)}]})
    return then(house, who, wanted)
  }

/** Over HTTP with a session or token of theirs; whoever has none has no such door. */
async function overHttp(
  house: ReviewedLake,
  who: Actor,
  path: string,
  body: JsonObject,
): Promise<void> {
  const {lake, robotToken} = house
  const token =
    who.kind === 'robot' ? robotToken : who.kind === 'person' ? await session(house, who) : ''
  const app = createApp({
    lake,
    config: {projectId: 'restwell', title: 'Restwell', version: '1.2.3', log: () => {}},
  })
  const response = await app.request(path, {
    method: 'POST',
    headers: {'content-type': 'application/json', 'authorization': `Bearer ${token}`},
    body: JSON.stringify(body),
  })
  if (response.status >= 400) throw new Error(`${response.status} ${await response.text()}`)
}

const sessions = new WeakMap<ReviewedLake, Map<string, string>>()

/** Signing in is slow on purpose: once for each person is enough. */
async function session(house: ReviewedLake, {name}: Person): Promise<string> {
  const known = sessions.get(house) ?? new Map<string, string>()
  sessions.set(house, known)
  const token =
    known.get(name) ?? (await house.lake.accounts.login(`${name}@example.org`, password)).token
  known.set(name, token)
  return token
}

export const doors: readonly Door[] = [
  ...releaseDoors,
  {name: 'create', enter: mutate((wanted) => [{create: wanted}])},
  {name: 'createOrReplace', enter: mutate((wanted) => [{createOrReplace: wanted}])},
  {name: 'createIfNotExists', enter: mutate((wanted) => [{createIfNotExists: wanted}])},
  {
    name: 'delete and create',
    enter: mutate((wanted) => [{delete: {id: wanted._id}}, {create: wanted}]),
  },
  {
    name: 'patch by id',
    enter: mutate((wanted) => [
      {createIfNotExists: {_id: wanted._id, _type: wanted._type}},
      {patch: {id: wanted._id, set: fieldsOf(wanted)}},
    ]),
  },
  {
    name: 'patch by query',
    enter: mutate((wanted) => [
      {createIfNotExists: {_id: wanted._id, _type: wanted._type}},
      {patch: {query: '*[_id == $id]', params: {id: wanted._id}, set: fieldsOf(wanted)}},
    ]),
  },
  {
    name: 'delete by query and create',
    enter: mutate((wanted) => [
      {delete: {query: `*[_id == "${wanted._id}"]`}},
      {createOrReplace: wanted},
    ]),
  },
  {
    name: 'a change of type',
    enter: mutate((wanted) => [
      {createOrReplace: {...wanted, _type: 'note'}},
      {patch: {id: wanted._id, set: {_type: wanted._type}}},
    ]),
  },
  {
    name: 'a transaction with harmless company',
    enter: mutate((wanted) => [
      {createOrReplace: {_id: 'n1', _type: 'note'}},
      {createOrReplace: wanted},
      {createOrReplace: {_id: 'n2', _type: 'note'}},
    ]),
  },
  {
    name: 'the create action',
    enter: act((wanted) => [
      {
        actionType: 'sanity.action.document.create',
        publishedId: wanted._id,
        attributes: wanted,
      },
    ]),
  },
  {
    name: 'the edit action on the published id',
    enter: act((wanted) => [
      {
        actionType: 'sanity.action.document.edit',
        draftId: wanted._id,
        publishedId: wanted._id,
        patch: {set: fieldsOf(wanted)},
      },
    ]),
  },
  {name: 'publish', enter: fromDraft(act(({_id}) => [publishAction(_id)]))},
  {
    name: 'edit and publish in one request',
    enter: fromDraft(
      act((wanted) => [
        {
          actionType: 'sanity.action.document.edit',
          draftId: draftId(wanted._id),
          publishedId: wanted._id,
          patch: {set: fieldsOf(wanted)},
        },
        publishAction(wanted._id),
      ]),
    ),
  },
  {
    name: 'restore of an earlier revision, and publish',
    enter: act((wanted) => [
      {
        actionType: 'sanity.action.document.replaceDraft',
        publishedId: wanted._id,
        attributes: draftOf(wanted),
      },
      publishAction(wanted._id),
    ]),
  },
  {
    name: 'publish of a signed page’s draft under this id',
    enter: act(({_id}) => [
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.signed',
        publishedId: _id,
      },
    ]),
  },
  {
    name: 'publish of a version in a release',
    enter: async (house, who, wanted) => {
      await house.dataset.mutate(who, {
        mutations: [{createOrReplace: {...wanted, _id: versionId(wanted)}}],
      })
      return house.dataset.act(who, {
        actions: [
          {
            actionType: 'sanity.action.document.publish',
            draftId: versionId(wanted),
            publishedId: wanted._id,
          },
        ],
      })
    },
  },
  ...[
    'sanity.action.release.publish',
    'sanity.action.release.schedule',
    'sanity.action.release.import',
    'sanity.action.document.version.create',
    'sanity.action.document.variant.publish',
    'sanity.action.document.forcePublish',
    'review.action.forcePublish',
  ].map((actionType) => ({
    name: `the action ${actionType}`,
    enter: act((wanted) => [
      {
        actionType,
        releaseId: 'r1',
        publishedId: wanted._id,
        versionId: versionId(wanted),
        attributes: wanted,
      },
    ]),
  })),
  {
    name: 'a schedule whose moment comes',
    enter: fromDraft(async (house, who, wanted) => {
      const now = Date.parse(house.dataset.now())
      const at = new Date(now + 60_000).toISOString()
      const attempt = house.dataset.act(who, {
        actions: [{actionType: 'review.action.schedule', publishedId: wanted._id, at}],
      })
      const failure = await attempt.then(
        () => null,
        (reason: unknown) => reason,
      )
      house.clock.time = new Date(now + 120_000).toISOString()
      house.dataset.tick()
      if (failure !== null) throw failure
    }),
  },
  {
    name: 'POST /data/mutate',
    enter: (house, who, wanted) =>
      overHttp(house, who, '/v2025-02-19/data/mutate/production', {
        mutations: [{createOrReplace: wanted}],
      }),
  },
  {
    name: 'POST /data/actions',
    enter: fromDraft((house, who, {_id}) =>
      overHttp(house, who, '/v2025-02-19/data/actions/production', {
        actions: [publishAction(_id)],
      }),
    ),
  },
  {
    name: 'dataset import',
    enter: async ({lake}, _who, wanted) => {
      const folder = mkdtempSync(join(tmpdir(), 'import-'))
      const file = join(folder, 'words.ndjson')
      writeFileSync(file, JSON.stringify(wanted))
      const answer = await runCommand(lake, 'dataset import', {
        words: ['dataset', 'import', 'production', file],
        options: {},
        input: '',
      })
      rmSync(folder, {recursive: true})
      return answer
    },
  },
]

import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {type ReleaseState} from '../../lake/releases/release.ts'
import {openTestLake, type TestLake} from '../support/openTestLake.ts'
import {addEditor, release, version} from '../support/releaseActions.ts'

let house: TestLake
let dataset: Dataset
let editor: Actor

beforeEach(async () => {
  house = await openTestLake()
  dataset = house.lake.dataset('production')
  editor = await addEditor(house.lake)
})
afterEach(() => house.close())

const fromBase = (baseId: string, name = 'r1') =>
  version('create', {publishedId: 'page', baseId, versionId: `versions.${name}.page`})
const schedule = (publishAt: string) => release('schedule', {publishAt})

const act = (...actions: readonly JsonObject[]) => dataset.act(editor, {actions})
const mutate = (...mutations: readonly JsonObject[]) => dataset.mutate(editor, {mutations})
const read = (id: string): LakeDocument | null => dataset.store.document(id)
const words = (id: string) => read(id)?.['title'] ?? null

async function codeOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  )
  return error instanceof LakeError ? error.code : `no refusal: ${String(error)}`
}

/** A live page, other words for it in a release, and a page that is only there. */
async function filled(): Promise<void> {
  await mutate({create: {_id: 'page', _type: 'note', title: 'Live'}})
  await act(
    release('create', {metadata: {title: 'Spring', releaseType: 'scheduled'}}),
    fromBase('page'),
    version('create', {
      publishedId: 'new',
      document: {_id: 'versions.r1.new', _type: 'note', title: 'New'},
    }),
  )
  await mutate({patch: {id: 'versions.r1.page', set: {title: 'Spring'}}})
}

test('a release is made with what is said of it', async () => {
  await act(release('create', {metadata: {title: 'Spring'}}))
  expect(read('_.releases.r1')).toEqual({
    _id: '_.releases.r1',
    _type: 'system.release',
    _rev: expect.any(String),
    _createdAt: dataset.now(),
    _updatedAt: dataset.now(),
    name: 'r1',
    state: 'active',
    metadata: {title: 'Spring', releaseType: 'undecided'},
    publishAt: null,
    finalDocumentStates: null,
    userId: editor.kind === 'person' ? editor.userId : '',
  })
})

test('a version says what it is and what it was made from', async () => {
  await mutate({create: {_id: 'page', _type: 'note', title: 'Live'}})
  const {_rev: rev = ''} = read('page') ?? {}
  await act(fromBase('page'))
  expect(read('versions.r1.page')?.['_system']).toEqual({
    base: {id: 'page', rev},
    bundleId: 'r1',
    scopeId: 'r1',
    release: {_ref: '_.releases.r1', _weak: true},
    group: {_ref: 'page', _weak: true},
  })
  expect(read('page')?.['_system']).toBeUndefined()
  expect(await codeOf(act(fromBase('page')))).toBe('documentAlreadyExists')
  const stale = {...fromBase('page', 'r2'), ifBaseRevisionId: 'older'}
  expect(await codeOf(act(stale))).toBe('revisionDoesNotMatch')
})

test('everything in a release goes live in one transaction', async () => {
  await filled()
  const {transactionId} = await act(release('publish'))
  expect(['page', 'new'].map((id) => [words(id), read(id)?._rev])).toEqual([
    ['Spring', transactionId],
    ['New', transactionId],
  ])
  expect(dataset.store.versions('r1')).toEqual([])
  expect(read('page')?.['_system']).toBeUndefined()
  expect(read('_.releases.r1')).toMatchObject({
    state: 'published',
    publishedAt: dataset.now(),
    finalDocumentStates: [
      {_key: expect.any(String), id: 'versions.r1.new'},
      {_key: expect.any(String), id: 'versions.r1.page'},
    ],
  })
})

test('one document that cannot go live keeps the whole release back', async () => {
  await filled()
  await mutate({create: {_id: 'holder', _type: 'note', to: {_ref: 'page'}}})
  await act(version('unpublish', {publishedId: 'page', versionId: 'versions.r1.page'}))
  expect(await codeOf(act(release('publish')))).toBe('documentHasReferences')
  expect([words('page'), words('new'), read('_.releases.r1')?.['state']]).toEqual([
    'Live',
    null,
    'active',
  ])
})

test('a release can take a page down, and that can be taken back', async () => {
  await mutate({create: {_id: 'page', _type: 'note', title: 'Live'}})
  await act(release('create'))
  const down = version('unpublish', {publishedId: 'page', versionId: 'versions.r1.page'})
  const system = () => (read('versions.r1.page')?.['_system'] ?? {}) as JsonObject
  await act(down)
  expect([system()['delete'], words('versions.r1.page')]).toEqual([true, 'Live'])
  await act({
    actionType: 'sanity.action.document.edit',
    draftId: 'versions.r1.page',
    publishedId: 'page',
    patch: {unset: ['_system.delete']},
  })
  expect(system()['delete']).toBeUndefined()
  await act(down)
  await act(release('publish'))
  expect([read('page'), read('versions.r1.page'), words('drafts.page')]).toEqual([
    null,
    null,
    'Live',
  ])
})

describe('a scheduled release', () => {
  const inAnHour = '2026-03-01T10:00:00.000Z'

  test('goes live by the clock, with the name of whoever scheduled it', async () => {
    await filled()
    await act(schedule(inAnHour))
    expect(dataset.tick()).toEqual([])
    house.pass(3_600_000)
    expect(dataset.tick()).toEqual([
      {subject: '_.releases.r1', name: 'release.clock.publish', outcome: 'done'},
    ])
    expect([words('page'), read('_.releases.r1')?.['state']]).toEqual(['Spring', 'published'])
    expect(dataset.tick()).toEqual([])
  })

  test('goes live at once when its time is past', async () => {
    await filled()
    await act(schedule('2026-02-01T00:00:00Z'))
    expect([words('page'), read('_.releases.r1')?.['state']]).toEqual(['Spring', 'published'])
  })

  test('goes live in datasets without reviews, too', async () => {
    house.lake.createDataset({name: 'notes', policy: 'open', aclMode: 'public'})
    dataset = house.lake.dataset('notes')
    await filled()
    await act(schedule(inAnHour))
    house.pass(3_600_000)
    dataset.tick()
    expect(words('page')).toBe('Spring')
  })

  test('can be put off, and opened again', async () => {
    await filled()
    await act(schedule(inAnHour))
    await act(schedule('2026-03-02T10:00:00.000Z'))
    house.pass(3_600_000)
    expect(dataset.tick()).toEqual([])
    await act(release('unschedule'))
    expect(read('_.releases.r1')).toMatchObject({state: 'active', publishAt: null})
    await mutate({patch: {id: 'versions.r1.page', set: {title: 'Other'}}})
    expect(words('versions.r1.page')).toBe('Other')
  })

  test('that cannot go live is open again and says why', async () => {
    await filled()
    await act(schedule(inAnHour))
    const userId = editor.kind === 'person' ? editor.userId : ''
    house.lake.accounts.setRole(userId, 'viewer')
    house.pass(3_600_000)
    expect(dataset.tick()).toMatchObject([{outcome: 'refused'}])
    expect([words('page'), words('new'), words('versions.r1.page')]).toEqual([
      'Live',
      null,
      'Spring',
    ])
    expect(read('_.releases.r1')).toMatchObject({
      state: 'active',
      publishAt: null,
      error: {message: expect.stringContaining('may not')},
    })
    expect(dataset.store.ledger('new')).toMatchObject([
      {kind: 'refused', actor: userId, body: {door: 'release.clock.publish'}},
    ])
    expect(dataset.tick()).toEqual([])
  })

  test('does not go live for an account that is closed', async () => {
    await filled()
    await act(schedule(inAnHour))
    house.lake.accounts.setActive(editor.kind === 'person' ? editor.userId : '', false)
    house.pass(3_600_000)
    expect(dataset.tick()).toMatchObject([{outcome: 'refused'}])
    expect(words('page')).toBe('Live')
    expect(dataset.store.ledger('new')).toMatchObject([{kind: 'refused', actor: 'clock'}])
  })
})

describe.each<[ReleaseState, readonly JsonObject[]]>([
  ['scheduled', [schedule('2026-04-01T00:00:00Z')]],
  ['published', [release('publish')]],
  ['archived', [release('archive')]],
])('while a release is %s', (_state, steps) => {
  const words = {_id: 'versions.r1.page', _type: 'note', title: 'Swapped'}
  test.each<[string, () => Promise<unknown>]>([
    ['createOrReplace', () => mutate({createOrReplace: words})],
    ['createIfNotExists', () => mutate({createIfNotExists: words})],
    ['patch', () => mutate({patch: {id: words._id, set: {title: 'Swapped'}}})],
    ['delete', () => mutate({delete: {id: words._id}})],
    ['a further document', () => mutate({create: {...words, _id: 'versions.r1.more'}})],
    ['version.create', () => act(fromBase('page'))],
    ['version.replace', () => act(version('replace', {document: words}))],
    ['version.discard', () => act(version('discard', {versionId: words._id}))],
    [
      'document.edit',
      () =>
        act({
          actionType: 'sanity.action.document.edit',
          draftId: words._id,
          publishedId: 'page',
          patch: {set: {title: 'Swapped'}},
        }),
    ],
    [
      'document.publish',
      () =>
        act({
          actionType: 'sanity.action.document.publish',
          draftId: words._id,
          publishedId: 'page',
        }),
    ],
  ])('nobody changes what is in it by %s', async (_name, attempt) => {
    await filled()
    await act(...steps)
    const before = [...dataset.store.documents()]
    expect(await codeOf(attempt())).toMatch(
      /^(releaseLocked|documentNotFound|documentAlreadyExists)$/,
    )
    expect([...dataset.store.documents()]).toEqual(before)
  })
})

test('words are not swapped after scheduling, in one request either', async () => {
  await filled()
  const edit = {
    actionType: 'sanity.action.document.edit',
    draftId: 'versions.r1.page',
    publishedId: 'page',
    patch: {set: {title: 'Swapped'}},
  }
  expect(await codeOf(act(schedule('2026-04-01T00:00:00Z'), edit))).toBe('releaseLocked')
  await act(edit, schedule('2026-04-01T00:00:00Z'))
  expect(words('versions.r1.page')).toBe('Swapped')
})

test.each<[string, readonly JsonObject[], readonly string[]]>([
  ['active', [], ['unschedule', 'unarchive', 'delete']],
  ['scheduled', [schedule('2026-04-01T00:00:00Z')], ['publish', 'archive', 'unarchive', 'delete']],
  ['archived', [release('archive')], ['publish', 'schedule', 'unschedule', 'archive', 'edit']],
  [
    'published',
    [release('publish')],
    ['publish', 'schedule', 'unschedule', 'archive', 'unarchive', 'edit'],
  ],
])('a release that is %s refuses what is not its next step', async (_state, steps, refused) => {
  await filled()
  if (steps.length > 0) await act(...steps)
  for (const verb of refused) {
    const action = release(verb, {publishAt: '2026-05-01T00:00:00Z', patch: {set: {}}})
    expect([verb, await codeOf(act(action))]).toEqual([verb, 'releaseLocked'])
  }
})

test('an archived release comes back as it was, and goes for good', async () => {
  await filled()
  await act(version('unpublish', {publishedId: 'page', versionId: 'versions.r1.page'}))
  const before = dataset.store.versions('r1')
  await act(release('archive'))
  expect(dataset.store.versions('r1')).toEqual([])
  expect(read('_.releases.r1')).toMatchObject({state: 'archived'})
  await act(release('unarchive'))
  expect(read('_.releases.r1')).toMatchObject({state: 'active', finalDocumentStates: null})
  const plain = ({_rev, _updatedAt, ...rest}: LakeDocument) => rest
  expect(dataset.store.versions('r1').map(plain)).toEqual(before.map(plain))
  await act(release('archive'))
  await act(release('delete'))
  expect(read('_.releases.r1')).toBeNull()
})

describe('what is said of a release', () => {
  test('is edited', async () => {
    await act(release('create'))
    const metadata = {title: 'Summer', releaseType: 'asap'}
    await act(release('edit', {patch: {set: {metadata}, unset: ['metadata.description']}}))
    expect(read('_.releases.r1')?.['metadata']).toEqual(metadata)
  })

  test.each<[string, JsonObject]>([
    ['its state', {set: {state: 'published'}}],
    ['who answers for it', {set: {userId: 'somebody'}}],
    ['its moment', {set: {publishAt: '2026-01-01T00:00:00Z'}}],
    ['a type that there is not', {set: {'metadata.releaseType': 'soon'}}],
    ['no metadata at all', {unset: ['metadata']}],
    ['a field of one’s own', {set: {note: 'x'}}],
  ])('is not %s', async (_what, patch) => {
    await act(release('create'))
    const before = read('_.releases.r1')
    expect(await codeOf(act(release('edit', {patch})))).toBe('malformedRequest')
    expect(read('_.releases.r1')).toEqual(before)
  })
})

test.each([
  ['create', {create: {_id: '_.releases.r2', _type: 'system.release', state: 'published'}}],
  ['createOrReplace', {createOrReplace: {_id: '_.releases.r1', _type: 'system.release'}}],
  ['patch', {patch: {id: '_.releases.r1', set: {state: 'published'}}}],
  ['delete', {delete: {id: '_.releases.r1'}}],
  ['another document of the lake’s', {create: {_id: '_.groups.all', _type: 'system.group'}}],
])('a mutation does not write what the lake keeps: %s', async (_name, mutation) => {
  await act(release('create'))
  const before = [...dataset.store.documents()]
  expect(await codeOf(mutate(mutation))).toBe('insufficientPermissions')
  expect([...dataset.store.documents()]).toEqual(before)
})

test('a release that was brought along waits for somebody here to decide on it', async () => {
  const attributes = {
    _id: '_.releases.r1',
    _type: 'system.release',
    name: 'r1',
    state: 'scheduled',
    publishAt: '2020-01-01T00:00:00Z',
    userId: 'somebody',
    metadata: {title: 'Spring', releaseType: 'scheduled'},
  }
  await act(release('import', {attributes, ifExists: 'fail'}))
  expect(read('_.releases.r1')).toMatchObject({
    state: 'active',
    publishAt: null,
    metadata: attributes.metadata,
  })
  expect(dataset.tick()).toEqual([])
  expect(await codeOf(act(release('import', {attributes, ifExists: 'fail'})))).toBe(
    'documentAlreadyExists',
  )
  await act(release('import', {attributes: {...attributes, metadata: {}}, ifExists: 'ignore'}))
  expect(read('_.releases.r1')?.['metadata']).toEqual(attributes.metadata)
})

test.each([
  ['no name', {releaseId: undefined}],
  ['a dotted name', {releaseId: 'a.b'}],
  ['a name of a perspective', {releaseId: 'drafts'}],
  ['a type that there is not', {metadata: {releaseType: 'soon'}}],
  ['a title that is no text', {metadata: {title: 7}}],
  ['a date that is none', {metadata: {intendedPublishAt: 'soon'}}],
])('a release is not made with %s', async (_name, fields) => {
  const action = {...release('create'), ...fields} as JsonObject
  expect(await codeOf(act(action))).toBe('malformedRequest')
})

test.each([{id: 'another'}, {query: '*'}, {id: 'another', query: '*'}])(
  'an edit that says it is about something else changes nothing but what is said of the release: %j',
  async (selection) => {
    await filled()
    const before = read('_.releases.r1')
    for (const set of [{state: 'scheduled', publishAt: '2020-01-01T00:00:00Z'}, {userId: 'ada'}]) {
      const edit = release('edit', {patch: {...selection, set}})
      expect(await codeOf(act(edit))).toBe('malformedRequest')
    }
    expect(read('_.releases.r1')).toEqual(before)
  },
)

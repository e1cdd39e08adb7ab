import {afterEach, beforeEach, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type JsonObject} from '../../lake/document.ts'
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

const page = {publishedId: 'page', versionId: 'versions.r1.page'}

/** One transaction a minute. */
async function act(transactionId: string, ...actions: readonly JsonObject[]) {
  house.pass(60_000)
  await dataset.act(editor, {transactionId, actions})
}

const inAnHour = '2026-03-01T10:30:00.000Z'
const inTwoHours = '2026-03-01T11:30:00.000Z'

/** A page that is live and has other words in a release, which is scheduled, opened, scheduled again, and published. */
async function throughARelease() {
  await dataset.mutate(editor, {
    transactionId: 'live',
    mutations: [{create: {_id: 'page', _type: 'article', title: 'Live'}}],
  })
  await act('made', release('create', {metadata: {title: 'Spring', releaseType: 'scheduled'}}))
  await act('added', version('create', {...page, baseId: 'page'}))
  await act('scheduled', release('schedule', {publishAt: inAnHour}))
  await act('opened', release('unschedule'))
  await act('again', release('schedule', {publishAt: inTwoHours}))
}

const said = (events: readonly object[]) =>
  events.map((event) => {
    const {timestamp, author, ...rest} = event as {timestamp: string; author: string}
    return rest
  })

test('the release tells its life, newest first', async () => {
  await throughARelease()
  house.pass(3 * 60 * 60_000)
  house.lake.tick()
  const {events, nextCursor} = await dataset.history.releaseEvents(editor, 'r1')
  const releaseName = 'r1'
  expect(said(events)).toEqual([
    {type: 'publishRelease', releaseName},
    {type: 'scheduleRelease', releaseName, publishAt: inTwoHours},
    {type: 'unscheduleRelease', releaseName},
    {type: 'scheduleRelease', releaseName, publishAt: inAnHour},
    {
      type: 'addDocumentToRelease',
      releaseName,
      documentId: 'page',
      documentType: 'article',
      versionId: 'versions.r1.page',
      versionRevisionId: 'added',
      revisionId: 'added',
    },
    {type: 'createRelease', releaseName},
  ])
  expect(nextCursor).toBe('')
  expect(events.map(({author}) => author)).toEqual(
    Array(6).fill((editor as {userId: string}).userId),
  )
})

test('what is discarded, archived and brought back is told as what it was', async () => {
  await throughARelease()
  await act('opened-again', release('unschedule'))
  await act(
    'new',
    version('create', {publishedId: 'other', document: {_id: 'versions.r1.other', _type: 'note'}}),
  )
  await act('gone', version('discard', {publishedId: 'page', versionId: 'versions.r1.other'}))
  await act('archived', release('archive'))
  await act('back', release('unarchive'))
  const {events} = await dataset.history.releaseEvents(editor, 'r1', {limit: 4})
  expect(said(events)).toEqual([
    {type: 'unarchiveRelease', releaseName: 'r1'},
    {type: 'archiveRelease', releaseName: 'r1'},
    {
      type: 'discardDocumentFromRelease',
      releaseName: 'r1',
      documentId: 'other',
      documentType: 'note',
      versionId: 'versions.r1.other',
      versionRevisionId: 'new',
    },
    {
      type: 'addDocumentToRelease',
      releaseName: 'r1',
      documentId: 'other',
      documentType: 'note',
      versionId: 'versions.r1.other',
      versionRevisionId: 'new',
      revisionId: 'new',
    },
  ])
})

test('a release that never was has no events', async () => {
  expect(await dataset.history.releaseEvents(editor, 'unheard-of')).toEqual({
    events: [],
    nextCursor: '',
  })
})

test('the version tells when it was scheduled, and what came of it', async () => {
  await throughARelease()
  const ofVersion = {
    documentId: 'page',
    versionId: 'versions.r1.page',
    versionRevisionId: 'added',
    releaseId: 'r1',
  }
  const soFar = [
    {type: 'unscheduleDocumentVersion', ...ofVersion},
    {
      type: 'scheduleDocumentVersion',
      ...ofVersion,
      publishAt: inAnHour,
      state: 'unscheduled',
    },
    {type: 'createDocumentVersion', ...ofVersion},
  ]
  const again = {type: 'scheduleDocumentVersion', ...ofVersion, publishAt: inTwoHours}
  const before = await dataset.history.events(editor, 'versions.r1.page')
  expect(said(before.events)).toEqual([{...again, state: 'pending'}, ...soFar])

  house.pass(3 * 60 * 60_000)
  house.lake.tick()
  const after = await dataset.history.events(editor, 'versions.r1.page')
  const published = {
    type: 'publishDocumentVersion',
    ...ofVersion,
    revisionId: dataset.store.document('page')?._rev,
    publishCause: 'release.schedule',
  }
  expect(said(after.events)).toEqual([published, {...again, state: 'published'}, ...soFar])
  expect(said((await dataset.history.events(editor, 'page')).events)).toEqual([
    published,
    {type: 'createLiveDocument', documentId: 'page', revisionId: 'live'},
  ])
})

test('a page that a release takes down tells so, on its own and as a version', async () => {
  await dataset.mutate(editor, {
    transactionId: 'live',
    mutations: [{create: {_id: 'page', _type: 'article', title: 'Live'}}],
  })
  await act('made', release('create', {metadata: {title: 'Away', releaseType: 'asap'}}))
  await act('marked', version('unpublish', page))
  await act('down', release('publish'))
  const taken = {
    type: 'unpublishDocument',
    documentId: 'page',
    versionId: 'drafts.page',
    versionRevisionId: 'down',
    releaseId: 'r1',
  }
  for (const id of ['page', 'drafts.page', 'versions.r1.page']) {
    expect(said((await dataset.history.events(editor, id)).events)[0]).toEqual(taken)
  }
})

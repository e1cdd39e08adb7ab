import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {createApp} from '../../lake/http/app.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type Json} from '../../lake/document.ts'
import {type Extension} from '../../lake/guard.ts'
import {type Lake, openLake} from '../../lake/lake.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {into} from '../support/followers.ts'
import {permissive} from '../support/openTestLake.ts'
import {until} from '../support/wire.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}
const reader: Actor = {kind: 'anonymous'}

let dir: string
let lake: Lake
let dataset: Dataset
let ids = 0

async function open(unverified: Extension['unverified']): Promise<void> {
  lake = await openLake({
    dir,
    now: () => new Date('2026-03-01T09:00:00.000Z'),
    newId: () => `id${(ids += 1)}`,
    extension: {...permissive, unverified},
  })
  if (lake.datasets().length === 0)
    lake.createDataset({name: 'production', policy: 'reviewed', aclMode: 'public'})
  dataset = lake.dataset('production')
}

/** Writes past the lake, while it is closed. */
async function behindItsBack(sql: string): Promise<void> {
  await lake.close()
  const database = new DatabaseSync(join(dir, 'datasets', 'production.sqlite'))
  database.exec(sql)
  database.close()
}

/** What the extension says of the words that somebody slipped in. */
const notices: Extension['unverified'] = ({ofType}) =>
  ofType('article')
    .filter(({title}) => title === 'Massage cures everything')
    .map(({_id}) => _id)

const tampered = `update documents set body = replace(body, 'A calm evening', 'Massage cures everything')
  where id = 'page'`

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lake-'))
  await open(() => [])
  await dataset.mutate(editor, {
    mutations: [
      {create: {_id: 'page', _type: 'article', title: 'A calm evening'}},
      {create: {_id: 'drafts.page', _type: 'article', title: 'A calmer evening'}},
      {create: {_id: 'other', _type: 'article', title: 'Sleep', see: {_ref: 'page'}}},
    ],
  })
})
afterEach(async () => {
  await lake.close()
  rmSync(dir, {recursive: true})
})

async function titles(actor: Actor, perspective?: string): Promise<Json> {
  const query = '*[_type == "article"]{"id": _id, title, "sees": see->title}'
  return (await dataset.query(actor, {query, perspective})).result
}

const other = (sees: string | null) => ({id: 'other', title: 'Sleep', sees})
const cure = {id: 'page', title: 'Massage cures everything', sees: null}
const draft = (id: string) => ({id, title: 'A calmer evening', sees: null})

describe('a page that was changed behind the lake’s back', () => {
  beforeEach(async () => {
    await behindItsBack(tampered)
    await open(notices)
  })

  test.each<[string, Actor, string | undefined, Json]>([
    ['a reader', reader, undefined, [other(null)]],
    ['a reader who asks for raw documents', reader, 'raw', [other(null)]],
    ['an editor who reads what is published', editor, 'published', [other(null)]],
    ['an editor who reads drafts', editor, 'drafts', [other('A calmer evening'), draft('page')]],
    [
      'an editor who reads what is stored',
      editor,
      'raw',
      [draft('drafts.page'), other('Massage cures everything'), cure],
    ],
  ])('is told to %s as it should be', async (_who, actor, perspective, expected) => {
    expect(await titles(actor, perspective)).toEqual(expected)
  })

  test('does not exist to readers, one by one or all together', () => {
    expect(dataset.withheld()).toEqual(['page'])
    expect(dataset.documents(reader, ['page', 'other'])).toEqual({
      documents: [expect.objectContaining({_id: 'other'})],
      omitted: [{id: 'page', reason: 'existence'}],
    })
    expect([...dataset.export(reader)].map(({_id}) => _id)).toEqual(['other'])
    expect([...dataset.export(editor)].map(({_id}) => _id)).toEqual([
      'drafts.page',
      'other',
      'page',
    ])
  })

  test('is counted where the server says how it is', async () => {
    const app = createApp({
      lake,
      config: {projectId: 'restwell', title: 'Restwell', version: '1.2.3'},
    })
    const response = await app.request('/healthz')
    expect([response.status, await response.json()]).toEqual([200, {status: 'ok', withheld: 1}])
  })

  test('is served again when somebody writes it, and its words before are told to no reader', async () => {
    const events: ListenEvent[] = []
    const request = {query: '*', includeResult: true, includePreviousRevision: true}
    dataset.listen(reader, {...request, effectFormat: 'mendoza'}, into(events))
    await titles(reader)
    await dataset.mutate(editor, {mutations: [{patch: {id: 'page', set: {title: 'Better'}}}]})

    expect(dataset.withheld()).toEqual([])
    expect(await titles(reader)).toEqual([
      other('Better'),
      {id: 'page', title: 'Better', sees: null},
    ])
    await until('the event', () => events.length > 0)
    expect(events).toEqual([
      expect.objectContaining({
        documentId: 'page',
        transition: 'appear',
        result: expect.objectContaining({title: 'Better'}) as unknown,
        previous: null,
      }),
    ])
    expect(JSON.stringify(events)).not.toContain('cures')
  })

  test('is no more withheld when it is deleted', async () => {
    await dataset.mutate(editor, {
      mutations: [{patch: {id: 'other', unset: ['see']}}, {delete: {id: 'page'}}],
    })
    expect(dataset.withheld()).toEqual([])
    expect(await titles(editor, 'published')).toEqual([other(null)])
  })

  test('stays withheld when the commit that would mend it is refused or only tried', async () => {
    const patch = {patch: {id: 'page', set: {title: 'Better'}}}
    await dataset.mutate(editor, {mutations: [patch], dryRun: true})
    await expect(
      dataset.mutate(editor, {mutations: [patch, {create: {_id: 'other', _type: 'article'}}]}),
    ).rejects.toMatchObject({code: 'documentAlreadyExists'})
    expect(dataset.withheld()).toEqual(['page'])
    expect(await titles(reader)).toEqual([other(null)])
  })

  test('is served again once it is sound', async () => {
    await behindItsBack(
      `update documents set body = replace(body, 'Massage cures everything', 'Calm')`,
    )
    await open(notices)
    expect(dataset.withheld()).toEqual([])
    expect(await titles(reader)).toEqual([other('Calm'), {id: 'page', title: 'Calm', sees: null}])
  })
})

test('what is judged anew while the lake serves reaches readers with their next query', async () => {
  await lake.close()
  let doubted: readonly string[] = []
  await open(() => doubted)
  const page = {id: 'page', title: 'A calm evening', sees: null}
  expect(await titles(reader)).toEqual([other('A calm evening'), page])
  doubted = ['page', 'nowhere']
  expect(dataset.verify()).toEqual(['page'])
  expect(await titles(reader)).toEqual([other(null)])
  doubted = []
  expect(dataset.verify()).toEqual([])
  expect(await titles(reader)).toEqual([other('A calm evening'), page])
})

test('a row that pretends to be another document stands in for nothing', async () => {
  await behindItsBack(`insert into documents
    select 'zzz', 'zzz', kind, release, type, public, seq, replace(body, 'A calm', 'A wild')
    from documents where id = 'page'`)
  await open(() => [])
  expect(dataset.withheld()).toEqual(['zzz'])
  const page = {id: 'page', title: 'A calm evening', sees: null}
  expect(await titles(reader)).toEqual([other('A calm evening'), page])
  expect(await titles(editor, 'raw')).toEqual([draft('drafts.page'), other('A calm evening'), page])
})

test('a draft that somebody marked as public is a draft', async () => {
  await behindItsBack(`update documents set public = 1`)
  await open(() => [])
  expect(await titles(reader, 'raw')).toEqual([
    other('A calm evening'),
    {id: 'page', title: 'A calm evening', sees: null},
  ])
})

test('a page of an open dataset is nobody’s to vouch for', async () => {
  await lake.close()
  await open(() => ['page'])
  const scratch = lake.createDataset({name: 'scratch', policy: 'open', aclMode: 'public'})
  await scratch.mutate(editor, {mutations: [{create: {_id: 'page', _type: 'article'}}]})
  expect(scratch.verify()).toEqual([])
})

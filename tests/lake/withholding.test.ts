import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {createApp} from '../../lake/http/app.ts'
import {type Dataset} from '../../lake/dataset.ts'
import {type Json, type LakeDocument} from '../../lake/document.ts'
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

async function open(stands: (document: LakeDocument) => boolean): Promise<void> {
  lake = await openLake({
    dir,
    now: () => new Date('2026-03-01T09:00:00.000Z'),
    newId: () => `id${(ids += 1)}`,
    extension: {
      ...permissive,
      privateTypes: {secret: () => true, record: ({live}) => live !== true},
      vouches: {
        types: ['article'],
        stands: (view) => (id) => {
          const document = view.read(id)
          return document !== null && stands(document)
        },
      },
    },
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
const notices = ({title}: LakeDocument) => title !== 'Massage cures everything'
const trusting = () => true

const tampered = `update documents set body = replace(body, 'A calm evening', 'Massage cures everything')
  where id = 'page'`

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lake-'))
  await open(trusting)
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

/** Asked for as often as it takes for an answer to be kept, and once more. */
async function titles(actor: Actor, perspective?: string): Promise<Json> {
  const query = '*[_type == "article"]{"id": _id, title, "sees": see->title}'
  const ask = async () => (await dataset.query(actor, {query, perspective})).result
  const [first, second, third] = [await ask(), await ask(), await ask()]
  expect([second, third]).toEqual([first, first])
  return first
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
    expect(dataset.references(reader, 'page')).toMatchObject({totalCount: 1})
    expect(dataset.serving.withheld()).toEqual(['page'])
  })

  test('is counted where the server says how it is', async () => {
    const app = createApp({
      lake,
      config: {projectId: 'restwell', title: 'Restwell', version: '1.2.3'},
    })
    await dataset.serving.settle()
    const response = await app.request('/healthz')
    expect([response.status, await response.json()]).toEqual([200, {status: 'ok', withheld: 1}])
  })

  test('is served again when somebody writes it, and its words before are told to no reader', async () => {
    const events: ListenEvent[] = []
    const request = {query: '*', includeResult: true, includePreviousRevision: true}
    dataset.listen(reader, {...request, effectFormat: 'mendoza'}, into(events))
    await titles(reader)
    await dataset.mutate(editor, {mutations: [{patch: {id: 'page', set: {title: 'Better'}}}]})

    expect(dataset.serving.withheld()).toEqual([])
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
    expect(dataset.serving.withheld()).toEqual([])
    expect(await titles(editor, 'published')).toEqual([other(null)])
  })

  test('stays withheld when the commit that would mend it is refused or only tried', async () => {
    await dataset.serving.settle()
    const patch = {patch: {id: 'page', set: {title: 'Better'}}}
    await dataset.mutate(editor, {mutations: [patch], dryRun: true})
    await expect(
      dataset.mutate(editor, {mutations: [patch, {create: {_id: 'other', _type: 'article'}}]}),
    ).rejects.toMatchObject({code: 'documentAlreadyExists'})
    expect(dataset.serving.withheld()).toEqual(['page'])
    expect(await titles(reader)).toEqual([other(null)])
  })

  test('is served again once it is sound', async () => {
    await behindItsBack(
      `update documents set body = replace(body, 'Massage cures everything', 'Calm')`,
    )
    await open(notices)
    expect(dataset.serving.withheld()).toEqual([])
    expect(await titles(reader)).toEqual([other('Calm'), {id: 'page', title: 'Calm', sees: null}])
  })
})

test('what is judged anew while the lake serves reaches readers with their next query', async () => {
  await lake.close()
  let doubted = ''
  await open(({_id}) => _id !== doubted)
  const page = {id: 'page', title: 'A calm evening', sees: null}
  expect(await titles(reader)).toEqual([other('A calm evening'), page])
  doubted = 'page'
  expect(dataset.serving.verify()).toEqual(['page'])
  expect(await titles(reader)).toEqual([other(null)])
  doubted = ''
  expect(dataset.serving.verify()).toEqual([])
  expect(await titles(reader)).toEqual([other('A calm evening'), page])
})

const pretenders: readonly [string, string, string][] = [
  ['has another id', 'zzz', `replace(body, 'A calm', 'A wild')`],
  ['has another type', 'zzz', `replace(replace(body, '"page"', '"zzz"'), '"article"', '"note"')`],
  ['has two ids', 'zzz', `replace(replace(body, '"page"', '"zzz"'), '}', ',"\\u005fid":"page"}')`],
  ['is no document', 'zzz', `'{"_id":"zzz",}'`],
]

describe.each(pretenders)(
  'a row that pretends to be another document: its body %s',
  (_, id, body) => {
    beforeEach(async () => {
      await behindItsBack(`insert into documents
      select '${id}', '${id}', kind, release, type, public, seq, ${body} from documents where id = 'page'`)
      await open(trusting)
    })

    test('stands in for nothing', async () => {
      const page = {id: 'page', title: 'A calm evening', sees: null}
      expect(await titles(reader)).toEqual([other('A calm evening'), page])
      expect(await titles(editor, 'raw')).toEqual([
        draft('drafts.page'),
        other('A calm evening'),
        page,
      ])
      expect(dataset.documents(reader, ['zzz']).omitted).toEqual([{id: 'zzz', reason: 'existence'}])
      expect([...dataset.export(editor)].map(({_id}) => _id)).toEqual([
        'drafts.page',
        'other',
        'page',
      ])
    })

    test('is noticed, and still when the lake is opened again', async () => {
      expect(dataset.serving.withheld()).toEqual([])
      await dataset.serving.audit()
      expect(dataset.serving.withheld()).toEqual([id])
      await lake.close()
      await open(trusting)
      expect(dataset.serving.withheld()).toEqual([id])
      expect(dataset.serving.verify()).toEqual([id])
    })

    test('can be written anew', async () => {
      await dataset.serving.audit()
      await dataset.mutate(editor, {
        mutations: [{create: {_id: id, _type: 'article', title: 'New'}}],
      })
      expect(dataset.serving.withheld()).toEqual([])
      expect(dataset.serving.verify()).toEqual([])
      expect(await titles(reader)).toContainEqual({id, title: 'New', sees: null})
    })
  },
)

test.each([
  ['base_id', `'other'`],
  ['kind', `'published'`],
  ['release', `'spring'`],
])('a draft whose %s somebody changed is noticed, and told to no reader', async (column, value) => {
  await behindItsBack(
    `update documents set public = 1, ${column} = ${value} where id = 'drafts.page'`,
  )
  await open(trusting)
  expect(await titles(reader, 'raw')).toEqual([
    other('A calm evening'),
    {id: 'page', title: 'A calm evening', sees: null},
  ])
  await dataset.serving.audit()
  expect(dataset.serving.withheld()).toEqual(['drafts.page'])
})

test('what readers were answered before a row was found out is not given again', async () => {
  await behindItsBack(`update documents set base_id = 'other' where id = 'page'`)
  await open(trusting)
  expect(await titles(reader)).toContainEqual({id: 'page', title: 'A calm evening', sees: null})
  await dataset.serving.audit()
  expect(dataset.serving.withheld()).toEqual(['page'])
  expect(await titles(reader)).toEqual([other(null)])
})

test('who may read a document is not what somebody wrote beside it', async () => {
  await dataset.mutate(editor, {
    mutations: [
      {create: {_id: 'password', _type: 'secret'}},
      {create: {_id: 'record-a', _type: 'record', live: true}},
      {create: {_id: 'record-b', _type: 'record', live: false}},
      {create: {_id: 'hidden.note', _type: 'note'}},
    ],
  })
  const ids = async () =>
    (await dataset.query(reader, {query: '*[]._id', perspective: 'raw'})).result
  const before = ['other', 'page', 'record-a']
  expect(await ids()).toEqual(before)
  for (const isPublic of [1, 0]) {
    await behindItsBack(`update documents set public = ${isPublic}`)
    await open(trusting)
    expect(await ids()).toEqual(before)
    expect((await dataset.query(reader, {query: 'count(*)'})).result).toBe(3)
  }
})

test('a draft that somebody marked as public is a draft', async () => {
  await behindItsBack(`update documents set public = 1`)
  await open(trusting)
  expect(await titles(reader, 'raw')).toEqual([
    other('A calm evening'),
    {id: 'page', title: 'A calm evening', sees: null},
  ])
})

test('a page of an open dataset is nobody’s to vouch for', async () => {
  await lake.close()
  await open(() => false)
  const scratch = lake.createDataset({name: 'scratch', policy: 'open', aclMode: 'public'})
  await scratch.mutate(editor, {mutations: [{create: {_id: 'page', _type: 'article'}}]})
  expect(scratch.serving.verify()).toEqual([])
})

describe('what nobody has judged yet', () => {
  const asked: string[] = []

  beforeEach(async () => {
    await dataset.mutate(editor, {
      mutations: ['a', 'b', 'c'].map((_id) => ({create: {_id, _type: 'article', title: _id}})),
    })
    await lake.close()
    asked.length = 0
    await open(({_id}) => {
      asked.push(_id)
      return _id !== 'b'
    })
  })

  test('is judged when somebody asks for it, and once', async () => {
    const some = '*[_id in ["a", "b"]]._id'
    expect(asked).toEqual([])
    expect((await dataset.query(reader, {query: some})).result).toEqual(['a'])
    expect((await dataset.query(editor, {query: some})).result).toEqual(['a'])
    expect(asked.toSorted()).toEqual(['a', 'b'])
    await dataset.serving.settle()
    expect(asked.toSorted()).toEqual(['a', 'b', 'c', 'other', 'page'])
    expect(dataset.serving.withheld()).toEqual(['b'])
  })

  test('is counted when it was', async () => {
    expect((await dataset.query(reader, {query: 'count(*[_type == "article"])'})).result).toBe(4)
  })

  test('is shown as it is to whoever reads what is stored', async () => {
    const query = '*[_type == "article" && _id == "b"]._id'
    expect((await dataset.query(editor, {query, perspective: 'raw'})).result).toEqual(['b'])
    expect(asked).toEqual([])
  })

  test('is not served by whoever knows nothing of it', () => {
    expect(['a', 'b'].map((id) => dataset.store.isWithheld(id))).toEqual([true, true])
    dataset.documents(reader, ['a', 'b'])
    expect(['a', 'b'].map((id) => dataset.store.isWithheld(id))).toEqual([false, true])
  })

  test('needs no judgement when it is written', async () => {
    await dataset.mutate(editor, {mutations: [{patch: {id: 'a', set: {title: 'A'}}}]})
    await dataset.serving.settle()
    expect(asked).not.toContain('a')
    expect(dataset.serving.withheld()).toEqual(['b'])
  })
})

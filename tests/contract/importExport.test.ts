import {randomUUID} from 'node:crypto'
import {createReadStream, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type SanityClient} from '@sanity/client'
import {exportDataset} from '@sanity/export'
import {sanityImport} from '@sanity/import'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

const folder = mkdtempSync(join(tmpdir(), 'import-export-'))
let house: TestServer
let token: string
let source: SanityClient

beforeAll(async () => {
  house = await startTestServer({
    datasets: ['source', 'stream', 'cursor', 'refused', 'planned', 'arrived'],
  })
  token = (await house.signIn('administrator')).token
  source = raw('source')
  const color = {r: 20, g: 90, b: 80}
  const bytes = await sharp({create: {width: 6, height: 4, channels: 3, background: color}})
    .png()
    .toBuffer()
  const image = await source.assets.upload('image', bytes, {filename: 'calm.png'})
  const file = await source.assets.upload('file', Buffer.from('breathe'), {filename: 'note.txt'})
  await source
    .transaction()
    .create({
      _id: 'author',
      _type: 'author',
      name: 'Åse',
      portrait: {_type: 'image', asset: reference(image._id)},
      handout: {_type: 'file', asset: reference(file._id)},
    })
    .create({_id: 'book', _type: 'book', by: reference('author'), pages: [{_key: 'a', n: 1}]})
    .create({_id: 'drafts.book', _type: 'book', by: reference('author'), pages: []})
    .create({_id: 'old', _type: 'book', by: {...reference('gone'), _weak: true}})
    .commit()
})
afterAll(async () => {
  await house.close()
  rmSync(folder, {recursive: true, force: true})
})

function raw(dataset: string, who = token): SanityClient {
  return house.client(who, {dataset, perspective: 'raw'})
}

function reference(id: string) {
  return {_type: 'reference', _ref: id}
}

/** Everything that must survive the way out and in again: all but revisions, times and addresses. */
function contents(client: SanityClient): Promise<Record<string, unknown>[]> {
  return client
    .fetch<Record<string, unknown>[]>('*[!(_id in path("_.**"))] | order(_id)')
    .then((documents) =>
      documents.map(({_rev, _createdAt, _updatedAt, url, path, uploadId, ...rest}) => rest),
    )
}

async function exported(mode: 'stream' | 'cursor'): Promise<string> {
  const outputPath = join(folder, `${randomUUID()}.tar.gz`)
  const {documentCount, assetCount} = await exportDataset({
    client: source as never,
    dataset: 'source',
    outputPath,
    mode,
  })
  expect({documentCount, assetCount}).toEqual({documentCount: 4, assetCount: 2})
  return outputPath
}

function imported(file: string, client: SanityClient, operation: 'create' | 'createOrReplace') {
  return sanityImport(createReadStream(file), {
    client,
    operation,
    allowAssetsInDifferentDataset: false,
    allowSystemDocuments: false,
    onProgress: () => {},
    releasesOperation: 'fail',
    replaceAssets: false,
    skipCrossDatasetReferences: false,
    tag: 'contract',
  })
}

test.each(['stream', 'cursor'] as const)(
  'what @sanity/export writes (%s) is what @sanity/import brings back: drafts, assets, references',
  async (mode) => {
    const file = await exported(mode)
    const target = raw(mode)
    expect(await imported(file, target, 'create')).toEqual({numDocs: 4, warnings: []})
    expect(await contents(target)).toEqual(await contents(source))
    const portrait = await target.fetch<string>('*[_id == "author"][0].portrait.asset->url')
    expect(portrait).toContain(`/${mode}/`)
    expect((await fetch(portrait)).headers.get('content-type')).toBe('image/png')
    expect(house.app.unknownRoutes).toEqual(new Map())
  },
)

test('a second import over the first leaves the same documents', async () => {
  const file = await exported('stream')
  const target = raw('stream')
  expect(await imported(file, target, 'createOrReplace')).toEqual({numDocs: 4, warnings: []})
  expect(await contents(target)).toEqual(await contents(source))
  await expect(imported(file, target, 'create')).rejects.toThrow('already exists')
})

test('releases and what is planned in them come along', async () => {
  const planned = raw('planned')
  await planned.create({_id: 'page', _type: 'page', title: 'As it is'})
  const {releaseId} = await planned.releases.create({
    metadata: {title: 'Sleep week', releaseType: 'undecided'},
  })
  await planned.createVersion({releaseId, publishedId: 'page', baseId: 'page'})
  await planned.patch(`versions.${releaseId}.page`).set({title: 'As it will be'}).commit()
  const outputPath = join(folder, 'planned.tar.gz')
  await exportDataset({client: planned as never, dataset: 'planned', outputPath})
  const target = raw('arrived')
  expect((await imported(outputPath, target, 'create')).warnings).toEqual([])
  const titles = (dataset: SanityClient) =>
    dataset.fetch<unknown>('*[_type == "page"] | order(_id) {_id, title}')
  expect(await titles(target)).toEqual(await titles(planned))
  const release = '*[_type == "system.release"]{_id, name, state, metadata{title, releaseType}}'
  expect(await target.fetch(release)).toEqual(await planned.fetch(release))
})

test('who may not write imports nothing', async () => {
  const viewer = (await house.signIn('viewer')).token
  const file = await exported('stream')
  const target = raw('refused', viewer)
  await expect(imported(file, target, 'createOrReplace')).rejects.toThrow()
  expect(await contents(target)).toEqual([])
})

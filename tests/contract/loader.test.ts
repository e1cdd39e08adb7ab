import {createRequire} from 'node:module'
import {fileURLToPath} from 'node:url'
import {type SanityClient} from '@sanity/client'
import {stegaClean} from '@sanity/client/stega'
import {createQueryStore} from '@sanity/core-loader'
import {encodeDataAttribute} from '@sanity/core-loader/encode-data-attribute'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'
import {until} from '../support/wire.ts'

// The package that @sanity/client itself hides its links with.
const {vercelStegaDecode} = createRequire(fileURLToPath(import.meta.resolve('@sanity/client')))(
  '@vercel/stega',
) as {vercelStegaDecode: (text: string) => {href: string} | undefined}

const studioUrl = 'https://studio.example'
const query = `*[_type == "page" && _id == $id][0]{
  _id, _originalId, title, "reviewer": reviewer->name, body, "parts": parts[label != "x"]{label}, "kind": "page"
}`

interface Page {
  readonly _id: string
  readonly _originalId: string
  readonly title: string
  readonly reviewer: string
  readonly body: readonly {readonly children: readonly {readonly text: string}[]}[]
  readonly parts: readonly {readonly label: string}[]
  readonly kind: string
}

let server: TestServer
let editor: SanityClient

beforeAll(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token, {perspective: 'drafts'})
  const page = {
    _id: 'page',
    _type: 'page',
    title: 'Sleep',
    reviewer: {_type: 'reference', _ref: 'silas'},
    parts: [
      {_key: 'p0', label: 'x'},
      {_key: 'p1', label: 'One'},
    ],
    body: [
      {_key: 'b0', _type: 'block', children: [{_key: 's0', _type: 'span', text: 'Well said.'}]},
    ],
  }
  await editor
    .transaction()
    .create({_id: 'silas', _type: 'person', name: 'Silas'})
    .create(page)
    .create({...page, _id: 'drafts.page', title: 'Sleep, revised'})
    .commit()
})
afterAll(() => server.close())

/** Where the hidden link of a text leads. */
function linkIn(text: string) {
  const url = new URL(vercelStegaDecode(text)?.href ?? 'about:blank')
  return ['id', 'type', 'path', 'perspective'].map((name) => url.searchParams.get(name))
}

describe('the links that the client hides in texts', () => {
  test('lead to the drafts that are shown', async () => {
    const client = editor.withConfig({stega: {enabled: true, studioUrl}})
    const page = await client.fetch<Page>(query, {id: 'page'})
    expect(stegaClean(page)).toMatchObject({title: 'Sleep, revised', _originalId: 'drafts.page'})
    expect(linkIn(page.title)).toEqual(['page', 'page', 'title', null])
    expect(linkIn(page.parts[0]?.label ?? '')).toEqual([
      'page',
      'page',
      'parts[_key=="p1"].label',
      null,
    ])
    expect(linkIn(page.body[0]?.children[0]?.text ?? '')).toEqual([
      'page',
      'page',
      'body[_key=="b0"].children[_key=="s0"].text',
      null,
    ])
    expect(linkIn(page.reviewer)).toEqual(['silas', 'person', 'name', 'published'])
    // What the query itself says leads nowhere.
    expect(page.kind).toBe('page')
  })

  test('lead to published documents for readers without a token', async () => {
    const client = server.client(undefined, {stega: {enabled: true, studioUrl}})
    const page = await client.fetch<Page>(query, {id: 'page'})
    expect(stegaClean(page.title)).toBe('Sleep')
    expect(linkIn(page.title)).toEqual(['page', 'page', 'title', 'published'])
  })
})

describe('the loader', () => {
  test('gets the map of a draft, which leads each value to the document as it is stored', async () => {
    const client = editor.withConfig({resultSourceMap: 'withKeyArraySelector'})
    const {createFetcherStore} = createQueryStore({client: client as never})
    const store = createFetcherStore<Page, unknown>(query, {id: 'page'})
    const stop = store.subscribe(() => {})
    const loaded = await until('the page', () => store.get().sourceMap && store.get())
    stop()
    expect(loaded.data?.title).toBe('Sleep, revised')
    expect(loaded.sourceMap?.documents).toEqual([
      {_id: 'drafts.page', _type: 'page'},
      {_id: 'silas', _type: 'person'},
    ])
    expect(encodeDataAttribute(loaded.data, loaded.sourceMap, studioUrl, 'parts[0].label')).toBe(
      'id=page;type=page;path=parts:p1.label;base=https%3A%2F%2Fstudio.example',
    )
  })

  test('gets no map unless it asks for one', async () => {
    const answer = await editor.fetch(query, {id: 'page'}, {filterResponse: false})
    expect(answer.resultSourceMap).toBe(undefined)
  })

  test('is told what is no way to ask for a map', async () => {
    const asked = editor.fetch('*', {}, {resultSourceMap: 'perhaps' as never})
    await expect(asked).rejects.toMatchObject({
      statusCode: 400,
      response: {body: {message: '"resultSourceMap" must be true, false or withKeyArraySelector.'}},
    })
  })
})

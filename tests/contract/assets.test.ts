import {type SanityAssetDocument, type SanityClient} from '@sanity/client'
import {createHash} from 'node:crypto'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'

import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient
let token: string
let png: Buffer

beforeAll(async () => {
  server = await startTestServer()
  token = (await server.signIn('editor')).token
  editor = server.client(token)
  png = await sharp({create: {width: 60, height: 40, channels: 3, background: '#1f5f56'}})
    .png()
    .toBuffer()
})
afterAll(() => server.close())

const sha1 = (bytes: Buffer) => createHash('sha1').update(bytes).digest('hex')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script></svg>',
)

test('an image is described by what it is, and can be fetched by anybody', async () => {
  const document = await editor.assets.upload('image', png, {
    filename: 'C:\\photos\\hands.PNG',
    label: 'Hands',
  })
  const hash = sha1(png)
  const path = `images/restwell/production/${hash}-60x40.png`
  expect(document).toEqual({
    _id: `image-${hash}-60x40-png`,
    _type: 'sanity.imageAsset',
    _rev: expect.any(String),
    _createdAt: '2026-03-01T09:00:00.000Z',
    _updatedAt: '2026-03-01T09:00:00.000Z',
    assetId: hash,
    sha1hash: hash,
    sha256hash: sha256(png),
    extension: 'png',
    mimeType: 'image/png',
    originalFilename: 'hands.PNG',
    label: 'Hands',
    size: png.byteLength,
    path,
    url: `${server.url}/${path}`,
    uploadId: hash,
    metadata: {
      _type: 'sanity.imageMetadata',
      dimensions: {_type: 'sanity.imageDimensions', width: 60, height: 40, aspectRatio: 1.5},
      hasAlpha: false,
      isOpaque: true,
      lqip: expect.stringMatching(/^data:image\/png;base64,/) as string,
      blurHash: expect.stringMatching(/^[\w#$%*+,.:;=?@[\]^{|}~-]{20,}$/) as string,
      palette: expect.objectContaining({
        _type: 'sanity.imagePalette',
        dominant: {
          _type: 'sanity.imagePaletteSwatch',
          background: '#1f5f56',
          foreground: '#fff',
          population: 100,
          title: '#fff',
        },
      }) as object,
    },
  })
  const response = await fetch(document.url)
  expect(response.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await response.arrayBuffer()).equals(png)).toBe(true)
  const again = await fetch(document.url, {
    headers: {'If-None-Match': response.headers.get('etag') ?? ''},
  })
  expect(again.status).toBe(304)
  expect((await fetch(document.url, {method: 'HEAD'})).headers.get('content-length')).toBe(
    String(png.byteLength),
  )
})

test('the same bytes are kept once', async () => {
  const first = await editor.assets.upload('image', png)
  const second = await editor.assets.upload('image', png, {filename: 'other.png'})
  expect(second).toEqual(first)
})

test('pictures are made to measure', async () => {
  const {url} = await editor.assets.upload('image', png)
  const made = async (query: string, headers = {}) => {
    const response = await fetch(`${url}?${query}`, {headers})
    const {width, height, format} = await sharp(
      Buffer.from(await response.arrayBuffer()),
    ).metadata()
    return [response.headers.get('content-type'), format, width, height]
  }
  expect(await made('w=30')).toEqual(['image/png', 'png', 30, 20])
  expect(await made('w=15&dpr=2')).toEqual(['image/png', 'png', 30, 20])
  expect(await made('w=10&h=10&fit=crop&fm=jpg')).toEqual(['image/jpeg', 'jpeg', 10, 10])
  expect(await made('rect=10,10,20,20')).toEqual(['image/png', 'png', 20, 20])
  expect(await made('w=30&auto=format', {Accept: 'image/webp,*/*'})).toEqual([
    'image/webp',
    'webp',
    30,
    20,
  ])
  expect(await made('w=3000&fit=max')).toEqual(['image/png', 'png', 60, 40])
})

test.each([
  'w=-1',
  'w=wide',
  'h=1e3',
  'fm=exe',
  'fit=nicely&w=5',
  'fit=constructor&w=5',
  'q=101&w=5',
  'rect=1,2',
  'rect=50,0,50,10',
  'dpr=9&w=5',
])('a picture cannot be asked for with %s', async (query) => {
  const {url} = await editor.assets.upload('image', png)
  const response = await fetch(`${url}?${query}`)
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({code: 'malformedRequest'})
})

test('what can carry a script is handed over, not shown', async () => {
  const drawing = await editor.assets.upload('image', svg, {filename: 'a.svg'})
  expect(drawing.metadata.dimensions).toMatchObject({width: 30, height: 20})
  const page: SanityAssetDocument = await editor.assets.upload(
    'file',
    Buffer.from('<script>alert(1)</script>'),
    {
      filename: 'page.html',
      contentType: 'text/html',
    },
  )
  for (const [url, type] of [
    [drawing.url, 'image/svg+xml'],
    [page.url, 'application/octet-stream'],
  ] as const) {
    const {headers} = await fetch(url)
    expect(headers.get('content-type')).toBe(type)
    expect(headers.get('content-disposition')).toMatch(/^attachment;/)
    expect(headers.get('content-security-policy')).toContain('sandbox')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  }
})

test('a file comes whole, in ranges and under another name', async () => {
  const {url, _id} = await editor.assets.upload('file', Buffer.from('0123456789'), {
    filename: 'digits.txt',
  })
  expect(_id).toBe(`file-${sha1(Buffer.from('0123456789'))}-txt`)
  const range = async (value: string) => {
    const response = await fetch(url, {headers: {Range: value}})
    return [response.status, response.headers.get('content-range'), await response.text()]
  }
  expect(await range('bytes=2-4')).toEqual([206, 'bytes 2-4/10', '234'])
  expect(await range('bytes=7-')).toEqual([206, 'bytes 7-9/10', '789'])
  expect(await range('bytes=-2')).toEqual([206, 'bytes 8-9/10', '89'])
  expect((await range('bytes=10-'))[0]).toBe(416)
  expect(await range('lines=1-2')).toEqual([200, null, '0123456789'])
  const named = await fetch(`${url}?dl=${encodeURIComponent('my "notes"\r\n.txt')}`)
  expect(named.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''my%20%22notes%22%0D%0A.txt`,
  )
})

test('an asset without its document is not served', async () => {
  const {url, _id} = await editor.assets.upload('file', Buffer.from('gone soon'), {
    filename: 'gone.txt',
  })
  await editor.delete(_id)
  expect((await fetch(url)).status).toBe(404)
})

test('a viewer leaves nothing behind', async () => {
  const viewer = server.client((await server.signIn('viewer')).token)
  const bytes = Buffer.from('not allowed')
  await expect(viewer.assets.upload('file', bytes, {filename: 'no.txt'})).rejects.toMatchObject({
    statusCode: 403,
  })
  expect((await fetch(`${server.url}/files/restwell/production/${sha1(bytes)}.txt`)).status).toBe(
    404,
  )
})

test('more than 50 MB is too large', async () => {
  const response = await fetch(
    `${server.url}/v2025-02-19/assets/files/production?filename=big.bin`,
    {
      method: 'POST',
      headers: {'Authorization': `Bearer ${token}`, 'Content-Type': 'application/octet-stream'},
      body: new Uint8Array(50 * 1024 * 1024 + 1),
    },
  )
  expect(response.status).toBe(413)
  expect(await response.json()).toMatchObject({
    code: 'tooLarge',
    message: 'An image or file can be 50 MB at most.',
  })
})

import {type SanityAssetDocument, type SanityClient} from '@sanity/client'
import {decode} from 'blurhash'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient
let photos = 0

beforeAll(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token)
})
afterAll(() => server.close())

/** Another one each time: the same bytes are described once. */
function photograph(): Promise<Buffer> {
  const width = 40 + (photos += 1)
  return sharp({create: {width, height: 30, channels: 3, background: '#3366cc'}})
    .withExif({
      IFD0: {Make: 'Restwell', Model: 'Pinhole'},
      IFD2: {FNumber: '28/10', DateTimeOriginal: '2025:06:01 12:00:00'},
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '33/1 51/1 3600/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '151/1 12/1 0/1',
        GPSAltitude: '58/1',
      },
    })
    .jpeg()
    .toBuffer()
}

type Extract = 'blurhash' | 'lqip' | 'palette' | 'exif' | 'location' | 'image'

function upload(bytes: Buffer, extract?: readonly Extract[]): Promise<SanityAssetDocument> {
  const options = extract === undefined ? {} : {extract: [...extract] as never}
  return editor.assets.upload('image', bytes, options)
}

const served = async ({url}: SanityAssetDocument) =>
  Buffer.from(await (await fetch(url)).arrayBuffer())

test('who asks for nothing in particular gets what a page needs to show a picture', async () => {
  const {metadata} = await upload(await photograph())
  expect(Object.keys(metadata).sort()).toEqual(
    ['_type', 'blurHash', 'dimensions', 'hasAlpha', 'isOpaque', 'lqip', 'palette'].sort(),
  )
  // The first of the decoded pixels; the picture has one color.
  const [red, green, blue] = decode(String(metadata.blurHash), 4, 3)
  const off = [red, green, blue].map((value = 0, index) => value - ([51, 102, 204][index] ?? 0))
  expect(off.filter((each) => Math.abs(each) > 20)).toEqual([])
})

test('an empty list asks for nothing', async () => {
  const {metadata} = await upload(await photograph(), [])
  expect(Object.keys(metadata).sort()).toEqual(['_type', 'dimensions', 'hasAlpha', 'isOpaque'])
})

test('how and with what a picture was taken is told when asked, and where only when asked', async () => {
  const {metadata} = await upload(await photograph(), ['exif', 'image'])
  expect(metadata).toEqual({
    _type: 'sanity.imageMetadata',
    dimensions: expect.any(Object) as object,
    hasAlpha: false,
    isOpaque: true,
    exif: expect.objectContaining({
      _type: 'sanity.imageExifMetadata',
      FNumber: 2.8,
      DateTimeOriginal: '2025-06-01T12:00:00.000Z',
    }) as object,
    image: expect.objectContaining({
      _type: 'sanity.imageExifTags',
      Make: 'Restwell',
      Model: 'Pinhole',
    }) as object,
  })
  const photo = await photograph()
  const located = await upload(photo, ['location'])
  expect(located.metadata).toMatchObject({
    location: {_type: 'geopoint', lat: -33.86, lng: 151.2, alt: 58},
  })
  expect((await served(located)).equals(photo)).toBe(true)
})

test('the place goes from the original too, and nothing else of it', async () => {
  const photo = await photograph()
  const document = await upload(photo)
  const bytes = await served(document)
  expect(document.size).toBe(bytes.byteLength)
  expect(bytes.byteLength).toBe(photo.byteLength)
  expect(bytes.includes(Buffer.from([33, 0, 0, 0, 1, 0, 0, 0, 51, 0, 0, 0]))).toBe(false)
  const pixels = (picture: Buffer) => sharp(picture).raw().toBuffer()
  expect((await pixels(bytes)).equals(await pixels(photo))).toBe(true)
  const again = await upload(bytes, ['exif', 'location'])
  expect(again._id).toBe(document._id)
  const anew = await upload(Buffer.concat([bytes, Buffer.from(' ')]), ['exif', 'location'])
  expect(Object.keys(anew.metadata)).not.toContain('location')
  expect(anew.metadata.exif).toMatchObject({FNumber: 2.8})
})

test('what cannot be told is refused', async () => {
  await expect(upload(await photograph(), ['mood' as never])).rejects.toMatchObject({
    statusCode: 400,
  })
})

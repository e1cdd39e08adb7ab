import exif from 'exif-reader'
import sharp from 'sharp'
import {expect, test} from 'vitest'
import {withoutPosition} from '../../lake/assets/position.ts'

const picture = () =>
  sharp({create: {width: 20, height: 10, channels: 3, background: '#3366cc'}}).withExif({
    IFD0: {Make: 'Restwell'},
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '48/1 8/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '11/1 34/1 0/1',
    },
  })

test.each([
  ['jpeg', () => picture().jpeg().toBuffer()],
  ['png', () => picture().png().toBuffer()],
  ['webp', () => picture().webp({lossless: true}).toBuffer()],
  ['avif', () => picture().avif().toBuffer()],
])('%s loses its place and keeps its pixels and all else', async (_name, make) => {
  const bytes = await make()
  const cleaned = withoutPosition(bytes)
  const notes = async (of: Buffer) => exif((await sharp(of).metadata()).exif as Buffer)
  const before = await notes(bytes)
  expect(before.GPSInfo).toMatchObject({GPSLatitude: [48, 8, 0]})
  const after = await notes(cleaned)
  expect(after.GPSInfo?.GPSLatitude).toBe(undefined)
  expect(after.Image).toEqual({...before.Image})
  expect(after.Image).toMatchObject({Make: 'Restwell'})
  const pixels = (of: Buffer) => sharp(of, {failOn: 'warning'}).raw().toBuffer()
  expect((await pixels(cleaned)).equals(await pixels(bytes))).toBe(true)
  expect(withoutPosition(cleaned)).toBe(cleaned)
})

test('a TIFF, which is a block of EXIF itself, loses its place', async () => {
  const jpeg = await picture().jpeg().toBuffer()
  const block = (await sharp(jpeg).metadata()).exif?.subarray(6) ?? Buffer.alloc(0)
  expect(exif(block).GPSInfo).toMatchObject({GPSLatitude: [48, 8, 0]})
  expect(exif(withoutPosition(block)).GPSInfo?.GPSLatitude).toBe(undefined)
})

test('XMP keeps its length and says nothing of the place', async () => {
  const xmp =
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="48,8.0N" exif:FNumber="28/10"><exif:GPSLongitude>11,34.0E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta>'
  const bytes = await sharp({create: {width: 4, height: 4, channels: 3, background: '#fff'}})
    .withXmp(xmp)
    .jpeg()
    .toBuffer()
  const text = withoutPosition(bytes).toString('latin1')
  expect(text).toHaveLength(bytes.byteLength)
  expect(text).toContain('exif:GPSLatitude="       "')
  expect(text).toContain('<exif:GPSLongitude>        </exif:GPSLongitude>')
  expect(text).toContain('exif:FNumber="28/10"')
})

test('a picture that says nothing stays the very same, and broken notes do no harm', async () => {
  const plain = await sharp({create: {width: 4, height: 4, channels: 3, background: '#fff'}})
    .jpeg()
    .toBuffer()
  expect(withoutPosition(plain)).toBe(plain)
  const bytes = await picture().jpeg().toBuffer()
  for (let end = 0; end < Math.min(bytes.length, 400); end += 7) {
    expect(() => withoutPosition(bytes.subarray(0, end))).not.toThrow()
  }
})

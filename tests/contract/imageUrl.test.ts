import {type SanityAssetDocument, type SanityClient} from '@sanity/client'
import {createImageUrlBuilder, type ImageUrlBuilder} from '@sanity/image-url'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startTestServer, type TestServer} from '../support/openTestLake.ts'

let server: TestServer
let editor: SanityClient
let quarters: SanityAssetDocument

beforeAll(async () => {
  server = await startTestServer()
  editor = server.client((await server.signIn('editor')).token)
  quarters = await editor.assets.upload('image', await quartersOf(60, 40))
})
afterAll(() => server.close())

const colors = {red: '#ff0000', green: '#00ff00', blue: '#0000ff', white: '#ffffff'}

/** Red and green above, blue and white below. */
function quartersOf(width: number, height: number): Promise<Buffer> {
  const [w, h] = [width / 2, height / 2]
  const quarter = (background: string, left: number, top: number) => ({
    input: {create: {width: w, height: h, channels: 3, background}} as const,
    left,
    top,
  })
  return sharp({create: {width, height, channels: 3, background: colors.red}})
    .composite([
      quarter(colors.green, w, 0),
      quarter(colors.blue, 0, h),
      quarter(colors.white, w, h),
    ])
    .png()
    .toBuffer()
}

function urlFor(asset: SanityAssetDocument = quarters): ImageUrlBuilder {
  return createImageUrlBuilder({
    projectId: 'restwell',
    dataset: 'production',
    baseUrl: server.url,
  }).image(asset)
}

interface Picture {
  readonly type: string | null
  readonly width: number
  readonly height: number
  /** The color at a place given in parts of width and height, as a name where it has one. */
  at(x: number, y: number): string
}

async function pictureOf(url: string, headers: Record<string, string> = {}): Promise<Picture> {
  const response = await fetch(url, {headers})
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  const {data, info} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  return {
    type: response.headers.get('content-type'),
    width: info.width,
    height: info.height,
    at(x, y) {
      const place = 4 * (Math.floor(y * info.height) * info.width + Math.floor(x * info.width))
      const [r = 0, g = 0, b = 0, a = 0] = data.subarray(place, place + 4)
      const near = Object.entries({...colors, black: '#000000', gray: '#808080'}).find(([, hex]) =>
        [r, g, b].every(
          (value, index) =>
            Math.abs(value - parseInt(hex.slice(1 + 2 * index, 3 + 2 * index), 16)) < 40,
        ),
      )
      return a < 128 ? 'clear' : (near?.[0] ?? `${r},${g},${b}`)
    },
  }
}

/** Size, and the colors of the four corners, row by row. */
async function cornersOf(builder: ImageUrlBuilder | string) {
  const picture = await pictureOf(typeof builder === 'string' ? builder : builder.url())
  const {width, height} = picture
  const corners = [0.05, 0.95].flatMap((y) => [0.05, 0.95].map((x) => picture.at(x, y)))
  return `${width}x${height} ${corners.join(' ')}`
}

test('the picture is upright, turned, mirrored', async () => {
  expect(await cornersOf(urlFor())).toBe('60x40 red green blue white')
  expect(await cornersOf(urlFor().width(30))).toBe('30x20 red green blue white')
  expect(await cornersOf(urlFor().orientation(90))).toBe('40x60 blue red white green')
  expect(await cornersOf(urlFor().orientation(180))).toBe('60x40 white blue green red')
  expect(await cornersOf(urlFor().orientation(270))).toBe('40x60 green white red blue')
  expect(await cornersOf(urlFor().flipHorizontal())).toBe('60x40 green red white blue')
  expect(await cornersOf(urlFor().flipVertical())).toBe('60x40 blue white red green')
  expect(await cornersOf(urlFor().orientation(90).flipHorizontal())).toBe(
    '40x60 red blue green white',
  )
  expect(await cornersOf(urlFor().orientation(90).flipHorizontal().flipVertical())).toBe(
    '40x60 green white red blue',
  )
})

test('a photograph taken sideways is upright before anything else', async () => {
  const sideways = await sharp(await quartersOf(60, 40))
    .withMetadata({orientation: 6})
    .png()
    .toBuffer()
  const photo = await editor.assets.upload('image', sideways)
  expect(photo.metadata.dimensions).toMatchObject({width: 40, height: 60})
  expect(await cornersOf(urlFor(photo).width(40))).toBe('40x60 blue red white green')
  expect(await cornersOf(urlFor(photo).rect(0, 0, 40, 30))).toBe('40x30 blue red blue red')
  expect(await cornersOf(urlFor(photo).orientation(270))).toBe('60x40 red green blue white')
})

test('it fits the box in each of the ways', async () => {
  const box = (fit: Parameters<ImageUrlBuilder['fit']>[0], width = 20, height = 20) =>
    cornersOf(urlFor().width(width).height(height).fit(fit).format('png').ignoreImageParams())
  expect(await box('clip')).toBe('20x13 red green blue white')
  expect(await box('clip', 120, 120)).toBe('120x80 red green blue white')
  expect(await box('max', 120, 120)).toBe('60x40 red green blue white')
  expect(await box('scale')).toBe('20x20 red green blue white')
  expect(await box('crop')).toBe('20x20 red green blue white')
  expect(await box('crop', 120, 120)).toBe('120x120 red green blue white')
  expect(await box('min', 120, 120)).toBe('40x40 red green blue white')
  expect(await box('fill', 90, 90)).toBe('90x90 white white white white')
  expect(await box('fillmax', 90, 90)).toBe('90x90 white white white white')
  const filled = await pictureOf(
    urlFor().width(90).height(90).fit('fillmax').bg('000000').ignoreImageParams().url(),
  )
  expect([filled.at(0.05, 0.05), filled.at(0.2, 0.3), filled.at(0.2, 0.5)]).toEqual([
    'black',
    'red',
    'blue',
  ])
})

test.each([
  ['top', 'red green red green'],
  ['bottom', 'blue white blue white'],
  ['left', 'red red blue blue'],
  ['right', 'green green white white'],
  ['center', 'red green blue white'],
] as const)('what is cropped keeps its %s', async (crop, corners) => {
  const isWide = crop === 'top' || crop === 'bottom'
  const [width, height] = isWide ? [60, 20] : crop === 'center' ? [20, 20] : [30, 40]
  expect(
    await cornersOf(
      urlFor().width(width).height(height).fit('crop').crop(crop).ignoreImageParams(),
    ),
  ).toBe(`${width}x${height} ${corners}`)
})

test('a focal point stays in the picture, and so does where most happens', async () => {
  const focused = urlFor().size(10, 10).fit('crop').crop('focalpoint').focalPoint(0.9, 0.1)
  expect(await cornersOf(focused.rect(0, 0, 60, 20))).toBe('10x10 green green green green')
  const plain = sharp({create: {width: 80, height: 20, channels: 3, background: '#ffffff'}})
  const noise = Buffer.from(Array.from({length: 20 * 20 * 3}, (_, index) => (index * 97) % 251))
  const busy = await editor.assets.upload(
    'image',
    await plain
      .composite([{input: noise, raw: {width: 20, height: 20, channels: 3}, left: 60, top: 0}])
      .png()
      .toBuffer(),
  )
  const found = await pictureOf(
    urlFor(busy).width(20).height(20).fit('crop').crop('entropy').ignoreImageParams().url(),
  )
  expect(found.at(0.02, 0.5)).not.toBe('white')
})

test('what an editor cropped, and the hotspot, are kept', async () => {
  const source = {
    asset: {_ref: quarters._id},
    crop: {top: 0, bottom: 0, left: 0.5, right: 0},
    hotspot: {x: 0.75, y: 0.9, width: 0.2, height: 0.2},
  }
  const builder = createImageUrlBuilder({
    projectId: 'restwell',
    dataset: 'production',
    baseUrl: server.url,
  }).image(source)
  expect(await cornersOf(builder)).toBe('30x40 green green white white')
  expect(await cornersOf(builder.width(30).height(10))).toBe('30x10 white white white white')
})

test('the missing side keeps within its bounds, by cropping', async () => {
  expect(await cornersOf(urlFor().width(60).maxHeight(20).fit('crop').crop('top'))).toBe(
    '60x20 red green red green',
  )
  expect(await cornersOf(urlFor().height(40).minWidth(80).fit('crop'))).toMatch(/^80x40 /)
})

test('colors, sharpness and blur', async () => {
  const inverted = await pictureOf(urlFor().invert(true).url())
  expect([inverted.at(0.75, 0.75), inverted.at(0.1, 0.1)]).toEqual(['black', '0,255,255'])
  const gray = await pictureOf(urlFor().saturation(-100).url())
  expect([gray.at(0.1, 0.1), gray.at(0.75, 0.75)]).toEqual(['gray', 'white'])
  for (const blur of [20, 2000]) {
    const blurred = await pictureOf(urlFor().blur(blur).url())
    expect([blurred.width, blurred.height]).toEqual([60, 40])
    expect(['red', 'green', 'blue', 'white']).not.toContain(blurred.at(0.5, 0.5))
  }
  expect(await cornersOf(urlFor().sharpen(50))).toBe('60x40 red green blue white')
  expect(await cornersOf(urlFor().pad(10).bg('000'))).toBe('80x60 black black black black')
  expect(await cornersOf(urlFor().pad(10).orientation(90))).toBe('60x80 white white white white')
})

test('where a picture shows through, the background does', async () => {
  const clear = await editor.assets.upload(
    'image',
    await sharp({create: {width: 8, height: 8, channels: 4, background: '#00000000'}})
      .png()
      .toBuffer(),
  )
  expect((await pictureOf(urlFor(clear).width(4).url())).at(0.5, 0.5)).toBe('clear')
  expect((await pictureOf(urlFor(clear).bg('f00').url())).at(0.5, 0.5)).toBe('red')
  expect((await pictureOf(urlFor(clear).bg('ff00ff00').url())).at(0.5, 0.5)).toBe('green')
  expect((await pictureOf(urlFor(clear).format('jpg').url())).at(0.5, 0.5)).toBe('white')
})

test('formats', async () => {
  const typeOf = async (builder: ImageUrlBuilder, accept = '*/*') =>
    (await pictureOf(builder.url(), {Accept: accept})).type
  expect(await typeOf(urlFor().format('jpg'))).toBe('image/jpeg')
  expect(await typeOf(urlFor().format('webp'))).toBe('image/webp')
  expect(await typeOf(urlFor().format('avif' as 'webp'))).toBe('image/avif')
  expect(await typeOf(urlFor().auto('format'), 'image/avif,image/webp,*/*')).toBe('image/avif')
  expect(await typeOf(urlFor().auto('format'), 'image/webp,*/*')).toBe('image/webp')
  expect(await typeOf(urlFor().auto('format'))).toBe('image/png')
  const progressive = await fetch(urlFor().format('pjpg').url())
  const bytes = Buffer.from(await progressive.arrayBuffer())
  expect((await sharp(bytes).metadata()).isProgressive).toBe(true)
})

test('sizes that are too large are made as large as may be, and the device may ask for more', async () => {
  expect(await cornersOf(urlFor().width(20_000).format('jpg'))).toMatch(/^8192x5461 /)
  expect(await cornersOf(urlFor().width(15).dpr(2))).toMatch(/^30x20 /)
})

test('an animation moves on when it is made smaller, and stands still when asked', async () => {
  const frame = (background: string) =>
    sharp({create: {width: 20, height: 10, channels: 3, background}})
      .png()
      .toBuffer()
  const moving = await editor.assets.upload(
    'image',
    await sharp(await Promise.all([frame('#ff0000'), frame('#0000ff')]), {join: {animated: true}})
      .gif({delay: [100, 100]})
      .toBuffer(),
  )
  const read = async (builder: ImageUrlBuilder) => {
    const bytes = Buffer.from(await (await fetch(builder.url())).arrayBuffer())
    const {format, pages = 1, width, pageHeight, height} = await sharp(bytes).metadata()
    return [format, pages, width, pageHeight ?? height]
  }
  expect(await read(urlFor(moving))).toEqual(['gif', 2, 20, 10])
  expect(await read(urlFor(moving).width(10))).toEqual(['gif', 2, 10, 5])
  expect(await read(urlFor(moving).width(10).format('webp'))).toEqual(['webp', 2, 10, 5])
  expect(await read(urlFor(moving).frame(1))).toEqual(['gif', 1, 20, 10])
  expect(await read(urlFor(moving).format('jpg'))).toEqual(['jpeg', 1, 20, 10])
  expect(await read(urlFor(moving).flipVertical())).toEqual(['gif', 1, 20, 10])
})

test('a drawing is drawn when pixels are asked for, as sharp as it is shown', async () => {
  const drawing = await editor.assets.upload(
    'image',
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><image href="file:///etc/passwd"/><rect width="10" height="10" fill="#f00"/><rect x="10" width="10" height="10" fill="#00f"/></svg>',
    ),
  )
  const as = await fetch(urlFor(drawing).width(400).url())
  expect(as.headers.get('content-type')).toBe('image/svg+xml')
  expect(as.headers.get('content-disposition')).toMatch(/^attachment/)
  const drawn = await pictureOf(urlFor(drawing).width(400).format('png').url())
  expect([drawn.type, drawn.width, drawn.height]).toEqual(['image/png', 400, 200])
  expect([drawn.at(0.495, 0.5), drawn.at(0.505, 0.5)]).toEqual(['red', 'blue'])
  expect(await cornersOf(urlFor(drawing).rect(10, 0, 10, 10).width(50).format('png'))).toBe(
    '50x50 blue blue blue blue',
  )
})

test('names for search engines, and answers that need not be given twice', async () => {
  const url = urlFor().width(30).vanityName('calm-hands.png').url()
  expect(url).toContain('/calm-hands.png?')
  const first = await fetch(url)
  expect(first.status).toBe(200)
  expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^"[0-9a-f]{40}"$/)
  expect((await fetch(url, {headers: {'If-None-Match': tag}})).status).toBe(304)
  const other = await fetch(urlFor().width(31).url(), {headers: {'If-None-Match': tag}})
  expect(other.status).toBe(200)
  expect((await fetch(urlFor().vanityName('plain.png').url())).status).toBe(200)
})

test('what is not known is ignored, what is impossible is refused', async () => {
  const plain = await fetch(`${urlFor().url()}?colour=green`)
  expect(plain.headers.get('etag')).toContain(quarters.assetId)
  for (const query of [
    'blur=-1',
    'blur=2001',
    'sharp=101',
    'or=45',
    'flip=x',
    'sat=-101',
    'pad=-1',
    'bg=red',
    'bg=12345',
    'crop=middle&fit=crop&w=5&h=5',
    'fp-x=1.5&w=5',
    'invert=yes',
    'frame=2',
    'min-w=0',
    'max-h=x',
  ]) {
    const response = await fetch(`${urlFor().url()}?${query}`)
    expect([query, response.status]).toEqual([query, 400])
  }
})

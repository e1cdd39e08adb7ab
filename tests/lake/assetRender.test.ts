import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {render} from '../../lake/assets/render.ts'
import {transformOf} from '../../lake/assets/transform.ts'

const folder = mkdtempSync(join(tmpdir(), 'render-'))
const names = ['clear.png', 'moving.gif', 'moving.webp', 'narrow.jpg', 'drawing.svg', 'deep.png']

beforeAll(async () => {
  const plain = (background: string, channels: 3 | 4 = 4) =>
    sharp({create: {width: 37, height: 23, channels, background}})
  const frames = await Promise.all(['#f00', '#00f'].map((color) => plain(color).png().toBuffer()))
  const moving = () => sharp(frames, {join: {animated: true}})
  const pictures: Readonly<Record<string, Buffer>> = {
    'clear.png': await plain('#ff000080').png().toBuffer(),
    'moving.gif': await moving().gif().toBuffer(),
    'moving.webp': await moving().webp().toBuffer(),
    'narrow.jpg': await sharp({create: {width: 1, height: 90, channels: 3, background: '#123'}})
      .withMetadata({orientation: 8})
      .jpeg()
      .toBuffer(),
    'drawing.svg': Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 33 7"><circle r="3" cx="5" cy="3"/></svg>',
    ),
    'deep.png': await plain('#888', 3).toColourspace('rgb16').png().toBuffer(),
  }
  for (const name of names) writeFileSync(join(folder, name), pictures[name] ?? '')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const some = (...values: readonly string[]) =>
  fc.option(fc.constantFrom(...values), {nil: undefined})

const parameters = fc.record({
  'w': fc.constantFrom('1', '10', '120'),
  'h': fc.constantFrom('1', '17', '90'),
  'fit': fc.constantFrom('crop', 'fill', 'fillmax', 'scale'),
  'crop': some('top', 'bottom,right', 'entropy', 'focalpoint'),
  'fp-x': some('0', '0.3', '1'),
  'or': some('90', '180', '270'),
  'flip': some('h', 'v', 'hv'),
  'pad': some('0', '5'),
  'bg': some('fff', '80ff0000'),
  'blur': some('1', '50', '2000'),
  'sharp': some('1', '100'),
  'sat': some('-100', '50'),
  'invert': some('true'),
  'fm': fc.constantFrom('jpg', 'pjpg', 'png', 'webp'),
  'frame': some('1'),
  'rect': some('0,0,1,1'),
})

test('whatever is asked for of whatever picture comes, in exactly the size that was asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), parameters, async (name, asked) => {
      const params = new URLSearchParams(
        Object.entries(asked).flatMap(([key, value]) =>
          value === undefined ? [] : [[key, value]],
        ),
      )
      const transform = transformOf(params, name.split('.')[1] ?? '', '')
      if (transform === null) return expect.fail('something was asked for')
      const made = await sharp(await render(join(folder, name), transform)).metadata()
      const pad = 2 * Number(asked.pad ?? 0)
      expect([made.width, made.pageHeight ?? made.height]).toEqual([
        Number(asked.w) + pad,
        Number(asked.h) + pad,
      ])
    }),
    {numRuns: 150, seed: 20_260_301},
  )
}, 60_000)

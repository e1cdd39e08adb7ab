import {mkdtemp, readdir, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {createAssetCache} from '../../lake/assets/cache.ts'
import {pictureWork} from '../../lake/assets/work.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'))
})
afterEach(() => rm(folder, {recursive: true, force: true}))

test('what two ask for at once is made once, and then kept', async () => {
  const cache = createAssetCache(folder, 1000)
  let made = 0
  const make = () => {
    made += 1
    return Promise.resolve(Buffer.from('picture'))
  }
  const [first, second] = await Promise.all([cache.get('a', make), cache.get('a', make)])
  expect([String(first), String(second), made]).toEqual(['picture', 'picture', 1])
  await createAssetCache(folder, 1000).get('a', make)
  expect(made).toBe(1)
})

test('what fails is not kept, and can be asked for again', async () => {
  const cache = createAssetCache(folder, 1000)
  await expect(cache.get('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  expect(String(await cache.get('a', () => Promise.resolve(Buffer.from('fine'))))).toBe('fine')
})

test('what was used longest ago goes first, until there is room', async () => {
  const cache = createAssetCache(folder, 1000)
  const tenth = () => Promise.resolve(Buffer.alloc(100))
  const later = () => new Promise((resolve) => setTimeout(resolve, 5))
  for (let index = 0; index < 10; index += 1) {
    await cache.get(`k${index}`, tenth)
    await later()
  }
  expect(await readdir(folder)).toHaveLength(10)
  await cache.get('k0', tenth)
  await later()
  await cache.get('new', tenth)
  expect((await readdir(folder)).sort()).toEqual(['k0', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9', 'new'])
})

/** Pictures that are made until they are let go, and who they are made for. */
function atTheEasel() {
  const begun: {readonly who: string; readonly finish: () => void}[] = []
  const paint = (who: string) =>
    pictureWork(who, () => new Promise<void>((finish) => begun.push({who, finish})))
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    begun,
    paint,
    settle,
    async finishAll() {
      for (let index = 0; index < begun.length; index += 1) {
        begun[index]?.finish()
        await settle()
      }
    },
  }
}

test('a few pictures are worked on at once, some wait, and the rest come again', async () => {
  const {begun, paint, settle, finishAll} = atTheEasel()
  const all = Array.from({length: 66}, (_, index) => paint(`reader ${index}`))
  await expect(paint('late')).rejects.toMatchObject({code: 'unavailable'})
  await settle()
  expect(begun.map(({who}) => who)).toEqual(['reader 0', 'reader 1'])
  await finishAll()
  await Promise.all(all)
  expect(begun.map(({who}) => who)).toEqual(all.map((_, index) => `reader ${index}`))
})

test('whoever asks for many pictures keeps nobody else waiting', async () => {
  const {begun, paint, settle, finishAll} = atTheEasel()
  const many = Array.from({length: 49}, () => paint('busy'))
  await expect(paint('busy')).rejects.toMatchObject({code: 'unavailable'})
  const other = paint('other')
  await settle()
  expect(begun.map(({who}) => who)).toEqual(['busy', 'other'])
  await finishAll()
  await Promise.all([...many, other])
})

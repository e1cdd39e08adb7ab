import {createHash, randomUUID} from 'node:crypto'
import {mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile} from 'node:fs/promises'
import {join} from 'node:path'

/** A folder of things that can be made again. */
export interface AssetCache {
  /** Takes what is kept under a key, or makes and keeps it. Two who ask at once get the same. */
  get(key: string, make: () => Promise<Buffer>): Promise<Buffer>
}

const usualBytes = 1_000_000_000
const caches = new Map<string, AssetCache>()

/** The cache in a folder, one for the whole process. */
export function cacheIn(folder: string): AssetCache {
  const known = caches.get(folder)
  if (known !== undefined) return known
  const cache = createAssetCache(folder, usualBytes)
  caches.set(folder, cache)
  return cache
}

/** What a picture is kept under; also says whether two are the same. */
export function cacheKey(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40)
}

/** Keeps up to `mostBytes`; beyond that, what was used longest ago goes until a fifth is free. */
export function createAssetCache(folder: string, mostBytes: number): AssetCache {
  const making = new Map<string, Promise<Buffer>>()
  let size: number | null = null
  let pruning: Promise<void> | null = null

  async function kept(key: string): Promise<Buffer | null> {
    const place = join(folder, key)
    const bytes = await readFile(place).catch(() => null)
    const now = new Date()
    if (bytes !== null) await utimes(place, now, now).catch(() => {})
    return bytes
  }

  async function keep(key: string, bytes: Buffer): Promise<void> {
    await mkdir(folder, {recursive: true})
    const temporary = join(folder, `${key}.${randomUUID()}`)
    await writeFile(temporary, bytes)
    await rename(temporary, join(folder, key))
    size = size === null ? null : size + bytes.byteLength
    if (size === null || size > mostBytes) pruning ??= prune().finally(() => (pruning = null))
    await pruning
  }

  async function prune(): Promise<void> {
    const entries = await Promise.all(
      (await readdir(folder)).map(async (name) => {
        const found = await stat(join(folder, name)).catch(() => null)
        return {name, at: found?.mtimeMs ?? 0, bytes: found?.size ?? 0}
      }),
    )
    entries.sort((a, b) => a.at - b.at)
    let total = entries.reduce((sum, {bytes}) => sum + bytes, 0)
    const goal = total > mostBytes ? mostBytes * 0.8 : mostBytes
    for (const {name, bytes} of entries) {
      if (total <= goal) break
      await rm(join(folder, name), {force: true})
      total -= bytes
    }
    size = total
  }

  return {
    get(key, make) {
      const current = making.get(key)
      if (current !== undefined) return current
      const work = async () => {
        const found = await kept(key)
        if (found !== null) return found
        const bytes = await make()
        await keep(key, bytes)
        return bytes
      }
      const promise = work().finally(() => making.delete(key))
      making.set(key, promise)
      return promise
    },
  }
}

import {createHash, randomUUID} from 'node:crypto'
import {createReadStream} from 'node:fs'
import {link, mkdir, open, rm, stat} from 'node:fs/promises'
import {join} from 'node:path'

import {LakeError} from '../errors.ts'

/** Bytes that have arrived and are safe on disk, but have no name yet. */
export interface Received {
  readonly file: string
  readonly size: number
  readonly sha1: string
  readonly sha256: string
}

const assetLimit = 50 * 1024 * 1024

/** Writes an upload to a temporary file while it hashes it. The caller removes the file. */
export async function receive(
  dir: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Received> {
  const folder = join(dir, 'incoming')
  await mkdir(folder, {recursive: true})
  const file = join(folder, randomUUID())
  const handle = await open(file, 'wx')
  const sha1 = createHash('sha1')
  const sha256 = createHash('sha256')
  let size = 0
  try {
    for await (const chunk of bytes) {
      size += chunk.byteLength
      if (size > assetLimit) {
        throw new LakeError('tooLarge', 'An image or file can be 50 MB at most.')
      }
      sha1.update(chunk)
      sha256.update(chunk)
      await handle.writeFile(chunk)
    }
    if (size === 0) throw new LakeError('malformedRequest', 'The image or file is empty.')
    await handle.sync()
  } catch (error) {
    await handle.close()
    await rm(file, {force: true})
    throw error
  }
  await handle.close()
  return {file, size, sha1: sha1.digest('hex'), sha256: sha256.digest('hex')}
}

/** Puts other bytes where those stood that arrived. */
export async function replaced({file}: Received, bytes: Buffer): Promise<Received> {
  const handle = await open(file, 'w')
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  const hash = (name: string) => createHash(name).update(bytes).digest('hex')
  return {file, size: bytes.byteLength, sha1: hash('sha1'), sha256: hash('sha256')}
}

/**
 * Gives received bytes their place, and never changes bytes that already have one: SHA-1, which names assets,
 * can be made to collide, and a signed page must keep the picture that was signed. True when the bytes are new here.
 */
export async function keep(received: Received, folder: string, name: string): Promise<boolean> {
  await mkdir(folder, {recursive: true})
  const place = join(folder, name)
  try {
    await link(received.file, place)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if ((await sha256Of(place)) === received.sha256) return false
    throw new LakeError(
      'alreadyExists',
      'There is another asset with the same SHA-1. This one cannot be kept.',
    )
  }
  const directory = await open(folder)
  await directory.sync()
  await directory.close()
  return true
}

export async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null)
  return found?.isFile() ? found.size : null
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

import {open} from 'node:fs/promises'

const atOnce = 1_000_000

/**
 * Reads files once, so that the system has them in memory and the first who ask for something do not wait for the disk:
 * an index is read here and there, which takes many times as long. Files that there is no room for are left alone.
 */
export async function atHand(files: readonly string[], isOver = () => false): Promise<void> {
  const buffer = new Uint8Array(atOnce)
  for (const file of files) {
    const handle = await open(file)
    try {
      const {size} = await handle.stat()
      if (size > process.availableMemory() / 2) continue
      while (!isOver() && (await handle.read(buffer)).bytesRead > 0) continue
    } finally {
      await handle.close()
    }
  }
}

import {createReadStream} from 'node:fs'

/** Reads files once, so that the system has them in memory: what is compared is servers, and not disks. */
export async function atHand(files: readonly string[]): Promise<void> {
  for (const file of files)
    for await (const _ of createReadStream(file, {highWaterMark: 1_000_000})) continue
}

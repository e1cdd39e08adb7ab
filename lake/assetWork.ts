import {LakeError} from './errors.ts'

const mostAtOnce = 2
const mostWaiting = 64
let running = 0
const waiting: (() => void)[] = []

/**
 * Unpacking a picture takes memory: a few are worked on at once, some wait, and the rest are told to come again.
 * @throws LakeError unavailable
 */
export async function pictureWork<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) {
      throw new LakeError('unavailable', 'Too many pictures are being made at once. Try again.')
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    // Whoever waits longest takes this place.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

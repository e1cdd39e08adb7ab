import {LakeError} from '../errors.ts'

const mostAtOnce = 2
const mostWaiting = 64
const mostWaitingForOne = 48

interface Waiting {
  readonly who: string
  readonly begin: () => void
}

const atWork = new Set<string>()
const waiting: Waiting[] = []

/**
 * Unpacking a picture takes memory and time: a few are worked on at once, one of each who asks, some wait, and the rest
 * are told to come again. `who` is an account, or the address of somebody without one.
 * @throws LakeError unavailable
 */
export async function pictureWork<Result>(
  who: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (atWork.size >= mostAtOnce || atWork.has(who)) {
    const own = waiting.filter((each) => each.who === who).length
    if (waiting.length >= mostWaiting || own >= mostWaitingForOne) {
      throw new LakeError('unavailable', 'Too many pictures are being made at once. Try again.')
    }
    await new Promise<void>((begin) => waiting.push({who, begin}))
  } else atWork.add(who)
  try {
    return await work()
  } finally {
    atWork.delete(who)
    next()
  }
}

/** Whoever waits longest, of those who have nothing else under way. */
function next(): void {
  const place = waiting.findIndex(({who}) => !atWork.has(who))
  const [chosen] = place < 0 ? [] : waiting.splice(place, 1)
  if (chosen === undefined) return
  atWork.add(chosen.who)
  chosen.begin()
}

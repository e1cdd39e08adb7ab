import {LakeError} from '../errors.ts'

/** How many streams and sockets may be open at once. */
export interface SeatLimits {
  readonly all: number
  /** Of all, what those without an account may take together: they must not leave members standing. */
  readonly strangers: number
  readonly perAddress: number
  readonly perAccount: number
}

export const usualSeats: SeatLimits = {all: 5000, strangers: 4000, perAddress: 200, perAccount: 300}

/** Somebody with an account, or an address. */
export type Holder = {readonly account: string} | {readonly address: string}

export interface Seats {
  /**
   * Takes a seat, and returns how to give it back, once.
   * @throws LakeError tooManyRequests
   */
  take(holder: Holder): () => void
}

export function createSeats(limits: SeatLimits = usualSeats): Seats {
  const taken = new Map<string, number>()
  const count = (key: string) => taken.get(key) ?? 0
  const add = (keys: readonly string[], by: 1 | -1) => {
    for (const key of keys) {
      const now = count(key) + by
      if (now === 0) taken.delete(key)
      else taken.set(key, now)
    }
  }
  return {
    take(holder) {
      const isStranger = 'address' in holder
      const own = isStranger ? `address ${holder.address}` : `account ${holder.account}`
      const keys = isStranger ? ['all', 'strangers', own] : ['all', own]
      if (count(own) >= (isStranger ? limits.perAddress : limits.perAccount)) {
        throw full(
          isStranger
            ? 'Your address has as many streams open as it may have. Close some, or sign in.'
            : 'Your account has as many streams open as it may have. Close some Studio tabs or listeners.',
        )
      }
      if (count('all') >= limits.all || (isStranger && count('strangers') >= limits.strangers)) {
        throw full('The server has as many streams open as it can serve. Try again later.')
      }
      add(keys, 1)
      let isHeld = true
      return () => {
        if (isHeld) add(keys, -1)
        isHeld = false
      }
    },
  }
}

function full(message: string): LakeError {
  return new LakeError('tooManyRequests', message, {retryAfterSeconds: 30})
}

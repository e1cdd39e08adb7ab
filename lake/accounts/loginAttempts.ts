import {type AccountsStore} from './store.ts'
import {LakeError} from '../errors.ts'

const freeAttempts = 5
const firstDelay = 5_000
const longestDelay = 15 * 60_000
const memory = 24 * 60 * 60_000

/**
 * Makes guessing passwords slow: after five wrong ones in a row each further one has to wait, twice as long each
 * time up to a quarter of an hour. It counts by what was asked for, whether there is such an account or not, so
 * that nobody learns which e-mail addresses exist.
 */
export function limitAttempts(store: AccountsStore, now: () => Date) {
  return {
    async guard(subject: string, check: () => Promise<boolean>): Promise<boolean> {
      // Counted before it is checked: a thousand guesses sent at once must not all pass the gate.
      begin(subject)
      const right = await check()
      if (right) store.clearAttempt(subject)
      return right
    },
  }

  function begin(subject: string): void {
    store.transaction(() => {
      const at = now().getTime()
      const {failures, lockedUntil} = store.attempt(subject) ?? {failures: 0, lockedUntil: ''}
      const wait = lockedUntil === '' ? 0 : Date.parse(lockedUntil) - at
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000)
        throw new LakeError(
          'tooManyRequests',
          `Too many wrong passwords. Try again in ${inWords(seconds)}.`,
          {retryAfterSeconds: seconds},
        )
      }
      store.forgetAttempts(new Date(at - memory).toISOString())
      const count = failures + 1
      const delay =
        count < freeAttempts ? 0 : Math.min(firstDelay * 2 ** (count - freeAttempts), longestDelay)
      const until = delay === 0 ? '' : new Date(at + delay).toISOString()
      store.setAttempt(subject, {failures: count, lockedUntil: until}, new Date(at).toISOString())
    })
  }
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'one second' : `${seconds} seconds`
  return `${Math.ceil(seconds / 60)} minutes`
}

import {createHash, randomBytes} from 'node:crypto'

import {type AccountsStore, type UserRow} from './store.ts'
import {untilWritten} from './untilWritten.ts'

const minute = 60_000
const hour = 60 * minute
const idleLimit = 12 * hour
const absoluteLimit = 30 * 24 * hour
const sidLimit = minute

/** 256 bits that nobody can guess. The prefix lets a scanner of leaked secrets know what it found. */
export function secret(kind: 'session' | 'robot' | 'sid'): string {
  return `lake_${kind}_${randomBytes(32).toString('base64url')}`
}

/** Tokens are random, so a fast hash is enough; looking one up by its hash gives no timing away. */
export function digest(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Who is signed in: tokens that end when they lie idle, when they are old, and when they are ended. */
export function keepSessions(store: AccountsStore, now: () => Date) {
  const iso = (offset = 0) => new Date(now().getTime() + offset).toISOString()
  const known = untilWritten(store, (token: string) => {
    const hash = digest(token)
    const session = store.session(hash)
    if (session === undefined) return null
    const seenAt = Date.parse(session.seenAt)
    return {
      hash,
      user: store.userById(session.userId) ?? null,
      seenAt,
      endsAt: Math.min(seenAt + idleLimit, Date.parse(session.startedAt) + absoluteLimit),
    }
  })

  const sessions = {
    open(userId: string): string {
      store.forgetSessions(iso(-idleLimit), iso(-absoluteLimit))
      const token = secret('session')
      store.addSession(digest(token), userId, iso())
      return token
    },

    end: (token: string) => void store.endSession(digest(token)),

    /** Whose session it is. Asking does not count as use unless told so. */
    userOf(token: string, touch = false): UserRow | null {
      const found = known(token)
      if (found === null) return null
      const {hash, user, seenAt, endsAt} = found
      const at = now().getTime()
      if (!(at <= endsAt)) {
        sessions.end(token)
        return null
      }
      // Once a minute is exact enough for a limit of hours, and spares a write at every request.
      if (touch && seenAt + minute < at) store.touchSession(hash, iso())
      return user?.active === 1 ? user : null
    },

    createSid(userId: string): string {
      store.forgetSids(iso())
      const sid = secret('sid')
      store.addSid(digest(sid), userId, iso(sidLimit))
      return sid
    },

    redeemSid(sid: string): string | null {
      const ticket = store.takeSid(digest(sid))
      if (!ticket || ticket.expiresAt <= iso()) return null
      return store.userById(ticket.userId)?.active === 1 ? sessions.open(ticket.userId) : null
    },
  }
  return sessions
}

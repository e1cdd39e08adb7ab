import {validEmail, validName, validPassword, validRole} from './input.ts'
import {openAccountsStore, type UserRow} from './store.ts'
import {type Actor, type Role} from '../actor.ts'
import {LakeError} from '../errors.ts'
import {type Directory} from '../guard.ts'
import {limitAttempts} from './loginAttempts.ts'
import {keepOrigins, type Origins} from './origins.ts'
import {hashPassword, matchesPassword} from './password.ts'
import {keepRobots, type RobotTokens} from './robots.ts'
import {keepSessions} from './sessions.ts'
import {keepSettings, type Settings} from './settings.ts'
import {untilWritten} from './untilWritten.ts'

/** Somebody who can sign in, without the secrets. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: string
  /** The human being: two accounts of one person share it. */
  readonly personId: string
  readonly active: boolean
  readonly createdAt: string
}

export interface NewAccount {
  readonly email: string
  readonly name: string
  readonly role: string
  readonly password: string
  /** The `_id` of their person document. Left out, the account is a person of its own. */
  readonly personId?: string
}

export interface Accounts extends Directory, RobotTokens, Settings {
  /** The roles that an account may have. */
  readonly roles: readonly Role[]
  /** Whose pages may use tokens. */
  readonly origins: Origins
  add(account: NewAccount): Promise<Account>
  list(): readonly Account[]
  find(userId: string): Account | null
  findByEmail(email: string): Account | null
  /** Each of these three ends every session of the account at once. */
  setPassword(userId: string, password: string): Promise<void>
  setRole(userId: string, role: string): Account
  setActive(userId: string, active: boolean): Account

  /** Proves who somebody is, without a session. Throws `unauthenticated` or `tooManyRequests`. */
  checkPassword(email: string, password: string): Promise<Account>
  /** Proves it again, for somebody who is signed in: a signature asks for it. */
  verifyPassword(userId: string, password: string): Promise<boolean>
  login(
    email: string,
    password: string,
  ): Promise<{readonly token: string; readonly account: Account}>
  logout(token: string): void
  /** Who holds this token now; null when it never was, has expired or was ended. Counts as use of the session. */
  authenticate(token: string): Actor | null
  /** Whether it still is good, without counting as use: open streams ask this. */
  isLive(token: string): boolean
  /** A ticket for one session, to be carried in a redirect: single use, one minute. */
  createSid(userId: string): string
  redeemSid(sid: string): string | null

  /** Writes a copy in which everybody is signed out: a session that ended since must not come back with it. */
  backup(file: string): void
  close(): void
}

export function openAccounts(options: {
  readonly file: string
  readonly now: () => Date
  readonly newId: () => string
  readonly roles: readonly Role[]
}): Accounts {
  const {now, newId, roles} = options
  const store = openAccountsStore(options.file)
  const attempts = limitAttempts(store, now)
  const sessions = keepSessions(store, now)
  const userOf = untilWritten(store, (id: string) => store.userById(id) ?? null)
  const people = untilWritten(store, () =>
    store
      .users()
      .filter(({active, personId}) => active === 1 && personId !== '')
      .map(({id, personId, name, role}) => ({userId: id, personId, name, roles: [role]}))
      .sort((a, b) => (a.userId < b.userId ? -1 : 1)),
  )
  const robots = keepRobots({store, now, newId, roles})

  const accounts: Accounts = {
    roles,
    origins: keepOrigins(store.database, now),

    async add({email, name, role, password, personId}) {
      const address = validEmail(email)
      const row = {
        id: `user-${newId()}`,
        email: address,
        name: validName(name),
        role: validRole(role, roles),
        personId: '',
        active: 1,
        passwordHash: await hashPassword(validPassword(password)),
        createdAt: now().toISOString(),
      }
      return store.transaction(() => {
        if (store.userByEmail(address)) {
          throw new LakeError('alreadyExists', `There already is an account for ${address}.`)
        }
        const complete = {...row, personId: personId ?? `person-${row.id}`}
        store.addUser(complete)
        return account(complete)
      })
    },

    list: () => store.users().map(account),
    find: (userId) => accountOrNull(store.userById(userId)),
    findByEmail: (email) => accountOrNull(store.userByEmail(email.trim())),
    personOf: (userId) => userOf(userId)?.personId ?? null,
    people: () => people('all') ?? [],
    actorOf(userId) {
      const user = userOf(userId)
      if (user?.active === 1) return personActor(user)
      return robots.actorOf(userId) ?? {kind: 'anonymous'}
    },

    async setPassword(userId, password) {
      const hash = await hashPassword(validPassword(password))
      change(userId, () => store.setPassword(userId, hash))
    },
    setRole: (userId, role) => change(userId, () => store.setRole(userId, validRole(role, roles))),
    setActive: (userId, active) => change(userId, () => store.setActive(userId, active)),

    async checkPassword(email, password) {
      const address = email.trim().toLowerCase()
      const user = store.userByEmail(address)
      const right = await attempts.guard(address, () =>
        matchesPassword(password, user?.passwordHash ?? null),
      )
      // Read again: the account may have changed while the password was being checked.
      const current = right && user ? store.userById(user.id) : undefined
      if (current?.active !== 1 || current.passwordHash !== user?.passwordHash) {
        throw new LakeError('unauthenticated', 'That e-mail and password do not belong together.')
      }
      return account(current)
    },

    async verifyPassword(userId, password) {
      const user = store.userById(userId)
      if (user?.active !== 1) return false
      // Counted apart from signing in: else strangers could keep somebody who is signed in from signing.
      const right = await attempts.guard(`again ${userId}`, () =>
        matchesPassword(password, user.passwordHash),
      )
      const current = store.userById(userId)
      return right && current?.active === 1 && current.passwordHash === user.passwordHash
    },

    async login(email, password) {
      const found = await accounts.checkPassword(email, password)
      return {token: sessions.open(found.id), account: found}
    },
    logout: (token) => void sessions.end(token),

    authenticate(token) {
      const user = sessions.userOf(token, true)
      if (user) return personActor(user)
      return robots.holderOf(token)
    },
    isLive: (token) => sessions.userOf(token) !== null || robots.holderOf(token) !== null,

    createSid: (userId) => sessions.createSid(userId),
    redeemSid: (sid) => sessions.redeemSid(sid),

    ...robots.tokens,
    ...keepSettings(store),
    backup: (file) => store.backup(file),
    close: () => store.close(),
  }
  return accounts

  function change(userId: string, write: () => unknown): Account {
    return store.transaction(() => {
      if (!store.userById(userId)) {
        throw new LakeError('notFound', `There is no account "${userId}".`)
      }
      write()
      store.endSessionsOf(userId)
      return account(store.userById(userId) as UserRow)
    })
  }
}

function account({id, email, name, role, personId, active, createdAt}: UserRow): Account {
  return {id, email, name, role, personId, active: active === 1, createdAt}
}

function personActor({id, personId, name, role}: UserRow): Actor {
  return {kind: 'person', userId: id, personId, name, roles: [role]}
}

function accountOrNull(row: UserRow | undefined): Account | null {
  return row ? account(row) : null
}

import {DatabaseSync} from 'node:sqlite'

/** An account as it is stored. Secrets are there only as hashes. */
export interface UserRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly personId: string
  readonly active: number
  readonly passwordHash: string
  readonly createdAt: string
}

export interface SessionRow {
  readonly userId: string
  readonly startedAt: string
  readonly seenAt: string
}

export interface TokenRow {
  readonly id: string
  readonly label: string
  readonly role: string
  readonly createdAt: string
}

export interface AttemptRow {
  readonly failures: number
  readonly lockedUntil: string
}

const schema = `
create table if not exists users (
  id text primary key,
  email text not null unique collate nocase,
  name text not null,
  role text not null,
  person_id text not null,
  active integer not null,
  password_hash text not null,
  created_at text not null
) strict;
create table if not exists sessions (
  hash text primary key,
  user_id text not null references users (id),
  started_at text not null,
  seen_at text not null
) strict;
create index if not exists sessions_by_user on sessions (user_id);
create table if not exists sids (
  hash text primary key,
  user_id text not null references users (id),
  expires_at text not null
) strict;
create table if not exists tokens (
  id text primary key,
  hash text not null unique,
  label text not null,
  role text not null,
  created_at text not null
) strict;
create table if not exists attempts (
  subject text primary key,
  failures integer not null,
  locked_until text not null,
  last_at text not null
) strict;
create table if not exists keyvalues (
  user_id text not null,
  key text not null,
  value text not null,
  primary key (user_id, key)
) strict;
`

const userColumns = `id, email, name, role, person_id as "personId", active,
  password_hash as "passwordHash", created_at as "createdAt"`

export type AccountsStore = ReturnType<typeof openAccountsStore>

/** The one place that knows how accounts are kept. */
export function openAccountsStore(file: string) {
  const database = new DatabaseSync(file)
  // Exclusive: nobody else writes here, and no statement has to look whether somebody did.
  database.exec(
    'pragma locking_mode = exclusive; pragma journal_mode = wal; pragma foreign_keys = on; pragma busy_timeout = 5000',
  )
  database.exec(schema)
  const sql = (text: string) => database.prepare(text)

  const userById = sql(`select ${userColumns} from users where id = ?`)
  const userByEmail = sql(`select ${userColumns} from users where email = ?`)
  const allUsers = sql(`select ${userColumns} from users order by email`)
  const insertUser = sql('insert into users values (?, ?, ?, ?, ?, ?, ?, ?)')
  const updatePassword = sql('update users set password_hash = ? where id = ?')
  const updateRole = sql('update users set role = ? where id = ?')
  const updateActive = sql('update users set active = ? where id = ?')

  const sessionByHash = sql(
    `select user_id as "userId", started_at as "startedAt", seen_at as "seenAt" from sessions where hash = ?`,
  )
  const insertSession = sql('insert into sessions values (?, ?, ?, ?)')
  const touchSession = sql('update sessions set seen_at = ? where hash = ?')
  const deleteSession = sql('delete from sessions where hash = ?')
  const deleteSessionsOf = sql('delete from sessions where user_id = ?')
  const deleteIdleSessions = sql('delete from sessions where seen_at < ? or started_at < ?')
  const insertSid = sql('insert into sids values (?, ?, ?)')
  const takeSid = sql(
    `delete from sids where hash = ? returning user_id as "userId", expires_at as "expiresAt"`,
  )
  const deleteSidsOf = sql('delete from sids where user_id = ?')
  const deleteOldSids = sql('delete from sids where expires_at < ?')

  const tokenByHash = sql(
    `select id, label, role, created_at as "createdAt" from tokens where hash = ?`,
  )
  const allTokens = sql(
    `select id, label, role, created_at as "createdAt" from tokens order by created_at, id`,
  )
  const insertToken = sql('insert into tokens values (?, ?, ?, ?, ?)')
  const updateTokenHash = sql('update tokens set hash = ? where id = ?')
  const deleteToken = sql('delete from tokens where id = ?')

  const attemptOn = sql(
    `select failures, locked_until as "lockedUntil" from attempts where subject = ?`,
  )
  const writeAttempt = sql(
    `insert into attempts values (?, ?, ?, ?) on conflict (subject)
     do update set failures = excluded.failures, locked_until = excluded.locked_until, last_at = excluded.last_at`,
  )
  const deleteAttempt = sql('delete from attempts where subject = ?')
  const deleteOldAttempts = sql('delete from attempts where last_at < ?')

  const valueOf = sql('select value from keyvalues where user_id = ? and key = ?')
  const countValues = sql('select count(*) as count from keyvalues where user_id = ?')
  const writeValue = sql(
    `insert into keyvalues values (?, ?, ?) on conflict (user_id, key) do update set value = excluded.value`,
  )

  const totalChanges = sql('select total_changes() as total')

  /** Work inside is all or nothing. */
  function transaction<Result>(work: () => Result): Result {
    database.exec('begin immediate')
    try {
      const result = work()
      database.exec('commit')
      return result
    } catch (error) {
      database.exec('rollback')
      throw error
    }
  }

  return {
    database,
    transaction,
    backup(copy: string) {
      sql('vacuum into ?').run(copy)
      const written = new DatabaseSync(copy)
      written.exec('delete from sids; delete from sessions')
      written.close()
    },
    close: () => database.close(),
    /** How many rows were written since the file was opened. */
    changes: () => Number(totalChanges.get()?.['total']),

    userById: (id: string) => userById.get(id) as UserRow | undefined,
    userByEmail: (email: string) => userByEmail.get(email) as UserRow | undefined,
    users: () => allUsers.all() as unknown as readonly UserRow[],
    addUser: (row: UserRow) =>
      insertUser.run(
        row.id,
        row.email,
        row.name,
        row.role,
        row.personId,
        row.active,
        row.passwordHash,
        row.createdAt,
      ),
    setPassword: (id: string, hash: string) => updatePassword.run(hash, id),
    setRole: (id: string, role: string) => updateRole.run(role, id),
    setActive: (id: string, active: boolean) => updateActive.run(active ? 1 : 0, id),

    session: (hash: string) => sessionByHash.get(hash) as SessionRow | undefined,
    addSession: (hash: string, userId: string, at: string) =>
      insertSession.run(hash, userId, at, at),
    touchSession: (hash: string, at: string) => touchSession.run(at, hash),
    endSession: (hash: string) => deleteSession.run(hash),
    endSessionsOf(userId: string) {
      deleteSessionsOf.run(userId)
      deleteSidsOf.run(userId)
    },
    forgetSessions: (seenBefore: string, startedBefore: string) =>
      deleteIdleSessions.run(seenBefore, startedBefore),
    addSid: (hash: string, userId: string, expiresAt: string) =>
      insertSid.run(hash, userId, expiresAt),
    takeSid: (hash: string) =>
      takeSid.get(hash) as {readonly userId: string; readonly expiresAt: string} | undefined,
    forgetSids: (before: string) => deleteOldSids.run(before),

    tokenByHash: (hash: string) => tokenByHash.get(hash) as TokenRow | undefined,
    tokens: () => allTokens.all() as unknown as readonly TokenRow[],
    addToken: (row: TokenRow, hash: string) =>
      insertToken.run(row.id, hash, row.label, row.role, row.createdAt),
    setTokenHash: (id: string, hash: string) => updateTokenHash.run(hash, id),
    removeToken: (id: string) => deleteToken.run(id).changes > 0,

    attempt: (subject: string) => attemptOn.get(subject) as AttemptRow | undefined,
    setAttempt: (subject: string, row: AttemptRow, at: string) =>
      writeAttempt.run(subject, row.failures, row.lockedUntil, at),
    clearAttempt: (subject: string) => deleteAttempt.run(subject),
    forgetAttempts: (before: string) => deleteOldAttempts.run(before),

    keyValue: (userId: string, key: string) =>
      (valueOf.get(userId, key) as {readonly value: string} | undefined)?.value ?? null,
    countKeyValues: (userId: string) => (countValues.get(userId) as {readonly count: number}).count,
    setKeyValue: (userId: string, key: string, value: string) => writeValue.run(userId, key, value),
  }
}

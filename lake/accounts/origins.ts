import {type DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'
import {type Row, statementsOn} from '../store/statements.ts'

/** An origin whose pages an administrator lets in. */
export interface CorsOrigin {
  readonly id: number
  /** `https://www.example.org`, in which `*` stands for any part of a name or any port. */
  readonly origin: string
  /** Whether its pages may use tokens here, and people may be sent there when they have signed in. */
  readonly allowCredentials: boolean
  /** ISO 8601 UTC. */
  readonly createdAt: string
}

export interface Origins {
  list(): readonly CorsOrigin[]
  /** @throws LakeError alreadyExists, malformedRequest, unsupported */
  add(origin: string, allowCredentials: boolean): CorsOrigin
  /** @throws LakeError notFound */
  remove(id: number): void
  /** Those whose pages may use tokens. */
  trusted(): readonly string[]
}

const most = 100

/** The list of origins, in the file of the accounts: both say who may come in. */
export function keepOrigins(database: DatabaseSync, now: () => Date): Origins {
  database.exec(`create table if not exists origins (
    id integer primary key autoincrement,
    origin text not null unique collate nocase,
    allow_credentials integer not null,
    created_at text not null
  ) strict`)
  const {all, get, run} = statementsOn(database)
  const columns = 'select id, origin, allow_credentials, created_at from origins'
  const list = () => all(`${columns} order by id`).map(originOf)
  const inFull = () => list().flatMap((entry) => (entry.allowCredentials ? [entry.origin] : []))
  // Asked at every request of a page.
  let trusted = inFull()

  return {
    list,
    trusted: () => trusted,
    add(wanted, allowCredentials) {
      const origin = validOrigin(wanted, allowCredentials)
      if (get(`${columns} where origin = ?`, origin)) {
        throw new LakeError('alreadyExists', `${origin} is on the list already.`)
      }
      if (list().length >= most) {
        throw new LakeError('tooLarge', `The list takes ${most} origins. Delete one first.`)
      }
      const id = run(
        'insert into origins (origin, allow_credentials, created_at) values (?, ?, ?)',
        origin,
        Number(allowCredentials),
        now().toISOString(),
      )
      trusted = inFull()
      return originOf(get(`${columns} where id = ?`, id) as Row)
    },
    remove(id) {
      if (get(`${columns} where id = ?`, id) === undefined) {
        throw new LakeError('notFound', `There is no origin with the id ${id}.`)
      }
      run('delete from origins where id = ?', id)
      trusted = inFull()
    },
  }
}

function originOf(row: Row): CorsOrigin {
  return {
    id: Number(row['id']),
    origin: String(row['origin']),
    allowCredentials: row['allow_credentials'] === 1,
    createdAt: String(row['created_at']),
  }
}

/** A ticket to sign in is carried to trusted origins, so each of them is named in full. */
function validOrigin(wanted: string, allowCredentials: boolean): string {
  const isPattern = wanted.includes('*') || wanted === 'null'
  if (isPattern && allowCredentials) {
    throw new LakeError(
      'unsupported',
      'Only an origin that is named in full can be given credentials: whoever has a name that fits would get them too.',
    )
  }
  if (isPattern && wanted.length <= 253 && /^[-a-z0-9.:/*]+$/i.test(wanted)) return wanted
  const url = URL.parse(wanted)
  if (url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href) return url.origin
  throw new LakeError(
    'malformedRequest',
    `"${wanted.slice(0, 100)}" is not an origin: write https:// and the host, and nothing after it.`,
  )
}

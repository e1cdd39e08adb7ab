import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {brokenRecords} from '../../lake/ledger.ts'
import {lockFolder} from '../../lake/store/lock.ts'
import {openStore} from '../../lake/store/store.ts'
import {formatVersion} from '../../lake/store/format.ts'

let dir: string
let file: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ledger-'))
  file = join(dir, 'test.sqlite')
})
afterEach(() => rmSync(dir, {recursive: true}))

function threeRecords(): void {
  const store = openStore(file)
  for (const kind of ['signedOff', 'published', 'revoked']) {
    const stamp = {
      at: '2026-01-01T00:00:00.000Z',
      actor: 'ada',
      transactionId: 't1',
      transactionSeq: 1,
    }
    store.append({kind, subject: 'x', body: {kind}}, stamp)
  }
  store.close()
}

function broken(): readonly number[] {
  const store = openStore(file)
  const found = brokenRecords(store.wholeLedger())
  store.close()
  return found
}

function tamper(sql: string): void {
  const database = new DatabaseSync(file)
  database.exec(
    `drop trigger ledger_is_not_rewritten; drop trigger ledger_is_not_shortened; ${sql}`,
  )
  database.close()
}

test('an untouched ledger holds', () => {
  threeRecords()
  expect(broken()).toEqual([])
})

test.each([
  ['a changed body', `update ledger set body = '{"kind":"approved"}' where seq = 2`, [2]],
  ['a changed date', `update ledger set at = '2020-01-01T00:00:00.000Z' where seq = 3`, [3]],
  ['a record taken out', 'delete from ledger where seq = 2', [3]],
  ['a changed hash', `update ledger set hash = 'x' where seq = 1`, [1, 2]],
])('%s shows', (_name, sql, expected) => {
  threeRecords()
  tamper(sql)
  expect(broken()).toEqual(expected)
})

test('the database itself refuses to rewrite or shorten the ledger', () => {
  threeRecords()
  const database = new DatabaseSync(file)
  expect(() => database.exec(`update ledger set kind = 'x'`)).toThrow('append-only')
  expect(() => database.exec('delete from ledger')).toThrow('append-only')
  database.close()
})

test('a file of a newer format is refused with a sentence', () => {
  threeRecords()
  const database = new DatabaseSync(file)
  database.exec(`pragma user_version = ${formatVersion + 1}`)
  database.close()
  expect(() => openStore(file)).toThrow('made by a newer version')
})

test('one process at a time holds a folder', () => {
  const unlock = lockFolder(dir)
  expect(() => lockFolder(dir)).toThrow('in use by another process')
  unlock()
  lockFolder(dir)()
})

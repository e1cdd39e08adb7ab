import {mkdtempSync, readFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'

import {openAccounts} from '../../lake/accounts/accounts.ts'
import {LakeError} from '../../lake/errors.ts'
import {testRoles} from '../support/openTestLake.ts'

const password = 'correct horse battery'
const hour = 60 * 60_000

async function house() {
  const dir = mkdtempSync(join(tmpdir(), 'accounts-'))
  let now = Date.parse('2026-03-01T09:00:00.000Z')
  let ids = 0
  const accounts = openAccounts({
    file: join(dir, 'accounts.sqlite'),
    now: () => new Date(now),
    newId: () => `id${(ids += 1)}`,
    roles: testRoles,
  })
  const ada = await accounts.add({
    email: 'Ada@Example.org',
    name: 'Ada',
    role: 'editor',
    password,
    personId: 'ada',
  })
  return {dir, accounts, ada, pass: (ms: number) => void (now += ms)}
}

async function refusal(work: () => unknown): Promise<string> {
  try {
    await work()
  } catch (error) {
    if (error instanceof LakeError) return `${error.code}: ${error.message}`
    throw error
  }
  return 'nothing was refused'
}

test('an account is a person who can sign in, whatever the case of the e-mail', async () => {
  const {accounts, ada} = await house()
  expect(ada).toEqual({
    id: 'user-id1',
    email: 'ada@example.org',
    name: 'Ada',
    role: 'editor',
    personId: 'ada',
    active: true,
    createdAt: '2026-03-01T09:00:00.000Z',
  })
  const {token, account} = await accounts.login(' ADA@example.org ', password)
  expect(account).toEqual(ada)
  expect(accounts.authenticate(token)).toEqual({
    kind: 'person',
    userId: 'user-id1',
    personId: 'ada',
    name: 'Ada',
    roles: ['editor'],
  })
  expect(accounts.personOf('user-id1')).toBe('ada')
  expect(accounts.personOf('user-nobody')).toBe(null)
})

test.each([
  [
    'a bad e-mail',
    {email: 'ada', name: 'A', role: 'editor', password},
    'malformedRequest: "ada" is not an e-mail address.',
  ],
  [
    'an unknown role',
    {email: 'b@example.org', name: 'A', role: 'boss', password},
    'malformedRequest: There is no role "boss". Roles are: administrator, editor, viewer.',
  ],
  [
    'a short password',
    {email: 'b@example.org', name: 'A', role: 'editor', password: 'short'},
    'malformedRequest: A password has at least 12 characters (and at most 1000).',
  ],
  [
    'no name',
    {email: 'b@example.org', name: ' ', role: 'editor', password},
    'malformedRequest: A name has between 1 and 200 characters.',
  ],
  [
    'an e-mail that is taken',
    {email: 'ADA@example.org', name: 'A', role: 'editor', password},
    'alreadyExists: There already is an account for ada@example.org.',
  ],
])('an account with %s is refused', async (_, account, sentence) => {
  const {accounts} = await house()
  expect(await refusal(() => accounts.add(account))).toBe(sentence)
  expect(accounts.list()).toHaveLength(1)
})

test('a session ends when it is idle for twelve hours, after thirty days, and at sign-out', async () => {
  const {accounts, pass} = await house()
  const idle = (await accounts.login('ada@example.org', password)).token
  pass(12 * hour + 1)
  expect(accounts.authenticate(idle)).toBe(null)

  const busy = (await accounts.login('ada@example.org', password)).token
  for (let day = 0; day < 60; day += 1) {
    expect(accounts.isLive(busy)).toBe(true)
    accounts.authenticate(busy)
    pass(12 * hour)
  }
  pass(1)
  expect(accounts.authenticate(busy)).toBe(null)

  const ended = (await accounts.login('ada@example.org', password)).token
  accounts.logout(ended)
  expect(accounts.authenticate(ended)).toBe(null)
})

test('open streams do not keep a session alive', async () => {
  const {accounts, pass} = await house()
  const {token} = await accounts.login('ada@example.org', password)
  for (let hours = 0; hours < 13; hours += 1) {
    accounts.isLive(token)
    pass(hour)
  }
  expect(accounts.isLive(token)).toBe(false)
})

test.each([
  [
    'password',
    (accounts: Awaited<ReturnType<typeof house>>['accounts'], id: string) =>
      accounts.setPassword(id, 'another long password'),
  ],
  [
    'role',
    (accounts: Awaited<ReturnType<typeof house>>['accounts'], id: string) =>
      accounts.setRole(id, 'viewer'),
  ],
  [
    'status',
    (accounts: Awaited<ReturnType<typeof house>>['accounts'], id: string) =>
      accounts.setActive(id, false),
  ],
])('a new %s ends sessions and tickets at once', async (_, change) => {
  const {accounts, ada} = await house()
  const {token} = await accounts.login('ada@example.org', password)
  const sid = accounts.createSid(ada.id)
  await change(accounts, ada.id)
  expect(accounts.authenticate(token)).toBe(null)
  expect(accounts.isLive(token)).toBe(false)
  expect(accounts.redeemSid(sid)).toBe(null)
})

test('a closed account cannot sign in or prove itself', async () => {
  const {accounts, ada} = await house()
  accounts.setActive(ada.id, false)
  const wrong = 'unauthenticated: That e-mail and password do not belong together.'
  expect(await refusal(() => accounts.login('ada@example.org', password))).toBe(wrong)
  expect(await accounts.verifyPassword(ada.id, password)).toBe(false)
})

test('a ticket works once and for a minute', async () => {
  const {accounts, ada, pass} = await house()
  const sid = accounts.createSid(ada.id)
  const token = accounts.redeemSid(sid)
  expect(accounts.authenticate(token ?? '')).toMatchObject({userId: ada.id})
  expect(accounts.redeemSid(sid)).toBe(null)
  const late = accounts.createSid(ada.id)
  pass(60_001)
  expect(accounts.redeemSid(late)).toBe(null)
})

test('guessing becomes slow, also for accounts that do not exist, and the right password has to wait too', async () => {
  const {accounts, pass} = await house()
  for (const email of ['ada@example.org', 'nobody@example.org']) {
    const guess = () => refusal(() => accounts.login(email, 'wrong password'))
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(await guess()).toBe(
        'unauthenticated: That e-mail and password do not belong together.',
      )
    }
    expect(await guess()).toBe('tooManyRequests: Too many wrong passwords. Try again in 5 seconds.')
  }
  expect(await refusal(() => accounts.login('ada@example.org', password))).toMatch(
    /^tooManyRequests/,
  )
  pass(5_001)
  await accounts.login('ada@example.org', password)
  expect(await refusal(() => accounts.login('ada@example.org', 'wrong again'))).toMatch(
    /^unauthenticated/,
  )
})

test('a hundred guesses at once are no way around the wait', async () => {
  const {accounts} = await house()
  const answers = await Promise.all(
    Array.from({length: 100}, () =>
      refusal(() => accounts.login('ada@example.org', 'wrong password')),
    ),
  )
  expect(answers.filter((answer) => answer.startsWith('unauthenticated'))).toHaveLength(5)
})

test('proving oneself again counts as guessing as well', async () => {
  const {accounts, ada} = await house()
  expect(await accounts.verifyPassword(ada.id, password)).toBe(true)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(await accounts.verifyPassword(ada.id, 'wrong password')).toBe(false)
  }
  expect(await refusal(() => accounts.verifyPassword(ada.id, password))).toMatch(/^tooManyRequests/)
})

test('a robot is not a person and can only be editor or viewer', async () => {
  const {accounts} = await house()
  const {id, token} = accounts.createToken({label: 'website', role: 'viewer'})
  expect(accounts.authenticate(token)).toEqual({
    kind: 'robot',
    userId: id,
    label: 'website',
    roles: ['viewer'],
  })
  expect(accounts.personOf(id)).toBe(null)
  expect(await refusal(() => accounts.createToken({label: 'x', role: 'administrator'}))).toBe(
    'malformedRequest: A token can be editor or viewer, not "administrator": other roles belong to people.',
  )
  accounts.revokeToken(id)
  expect(accounts.authenticate(token)).toBe(null)
})

test('no password and no token is on disk', async () => {
  const {dir, accounts, ada} = await house()
  const {token} = await accounts.login('ada@example.org', password)
  const robot = accounts.createToken({label: 'website', role: 'viewer'})
  const sid = accounts.createSid(ada.id)
  accounts.close()
  const bytes = readFileSync(join(dir, 'accounts.sqlite'), 'latin1')
  expect([password, token, robot.token, sid].filter((secret) => bytes.includes(secret))).toEqual([])
})

test('settings belong to one account', async () => {
  const {accounts, ada} = await house()
  accounts.setKeyValues(ada.id, [{key: 'layout', value: {view: 'compact'}}])
  expect(accounts.keyValues(ada.id, ['layout', 'other'])).toEqual([
    {key: 'layout', value: {view: 'compact'}},
  ])
  expect(accounts.keyValues('user-other', ['layout'])).toEqual([])
})

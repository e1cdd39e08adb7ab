import {existsSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openTestLake, password, type TestLake} from '../support/openTestLake.ts'

let house: TestLake

beforeEach(async () => {
  house = await openTestLake()
})
afterEach(() => house.close())

test('an upload that was still arriving when its session ended is not kept', async () => {
  const {accounts} = house.lake
  await accounts.add({email: 'ed@example.org', name: 'Ed', role: 'editor', password})
  const {token} = await accounts.login('ed@example.org', password)
  const chunks = [
    () => new TextEncoder().encode('the first half'),
    () => {
      accounts.logout(token)
      return new TextEncoder().encode(' and the second')
    },
  ]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift()
      if (chunk === undefined) controller.close()
      else controller.enqueue(chunk())
    },
  })
  const response = await house.app.request('/v1/assets/files/production?filename=a.txt', {
    method: 'POST',
    headers: {authorization: `Bearer ${token}`},
    body,
    duplex: 'half',
  } as RequestInit)
  expect(response.status).toBe(401)
  const assets = join(house.dir, 'assets', 'production')
  expect(readdirSync(join(assets, 'incoming'))).toEqual([])
  expect(existsSync(join(assets, 'files'))).toBe(false)
  expect([...house.lake.dataset('production').store.documents()]).toEqual([])
})

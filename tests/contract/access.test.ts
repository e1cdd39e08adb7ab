import {type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {password, startTestServer, type TestServer} from '../support/openTestLake.ts'

let house: TestServer
let root: SanityClient
let rootId: string

beforeEach(async () => {
  house = await startTestServer()
  const {token, account} = await house.signIn('administrator')
  root = house.client(token)
  rootId = account.id
})
afterEach(() => house.close())

const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    ({statusCode, response}) => [statusCode, response.body.code],
  )
const forbidden = [403, 'insufficientPermissions']
const users = '/access/project/restwell/users'
const robots = '/access/project/restwell/robots'
const at = '2026-03-01T09:00:00.000Z'

describe('accounts', () => {
  test('are listed with their roles', async () => {
    expect(await root.request({url: users})).toEqual({
      data: [
        {
          sanityUserId: rootId,
          profile: {
            id: rootId,
            displayName: 'The administrator',
            email: 'administrator@example.org',
            imageUrl: null,
            provider: 'local',
            createdAt: at,
          },
          active: true,
          memberships: [
            {
              resourceType: 'project',
              resourceId: 'restwell',
              roleNames: ['administrator'],
              addedAt: at,
            },
          ],
        },
      ],
      nextCursor: null,
      totalCount: 1,
    })
  })

  test('get another role, and have to sign in again', async () => {
    const {token, account} = await house.signIn('editor')
    const url = `${users}/${account.id}/roles/viewer`
    expect(await root.request({method: 'PUT', url})).toMatchObject({
      memberships: [{roleNames: ['viewer']}],
    })
    expect(house.lake.accounts.authenticate(token)).toBeNull()
    expect((await house.lake.accounts.login('editor@example.org', password)).account.role).toBe(
      'viewer',
    )
    expect(
      await refusal(root.request({method: 'PUT', url: `${users}/${account.id}/roles/king`})),
    ).toEqual([400, 'malformedRequest'])
    expect(await refusal(root.request({method: 'DELETE', url}))).toEqual([400, 'unsupported'])
  })

  test('are closed, and keep their name', async () => {
    const {token, account} = await house.signIn('editor')
    const url = `${users}/${account.id}`
    expect(await root.request({method: 'DELETE', url})).toEqual({deleted: true})
    expect(house.lake.accounts.authenticate(token)).toBeNull()
    expect(await root.request({url})).toMatchObject({active: false, memberships: []})
    expect(await root.users.getById(account.id)).toMatchObject({displayName: 'The editor'})
  })

  test('nobody decides about themselves', async () => {
    const own = `${users}/${rootId}`
    expect(await refusal(root.request({method: 'PUT', url: `${own}/roles/viewer`}))).toEqual(
      forbidden,
    )
    expect(await refusal(root.request({method: 'DELETE', url: own}))).toEqual(forbidden)
  })

  test('are not made by invitation, and it says how they are', async () => {
    const url = '/invitations/project/restwell'
    expect(await root.request({url})).toEqual([])
    const body = {email: 'new@example.org', role: 'editor'}
    await expect(root.request({method: 'POST', url, body})).rejects.toThrow('user add')
  })
})

describe('a password', () => {
  const change = (client: SanityClient, body: object) =>
    client.request({method: 'PUT', url: '/users/me/password', body})

  test('is changed by its owner, who proves to be them', async () => {
    const {token} = await house.signIn('editor')
    const editor = house.client(token)
    const newPassword = 'an even better password'
    expect(await refusal(change(editor, {password: 'wrong password', newPassword}))).toEqual(
      forbidden,
    )
    expect(await refusal(change(editor, {password, newPassword: 'short'}))).toEqual([
      400,
      'malformedRequest',
    ])
    expect(await refusal(change(editor, {newPassword}))).toEqual([400, 'malformedRequest'])
    expect(await change(editor, {password, newPassword})).toEqual({changed: true})
    expect(house.lake.accounts.authenticate(token)).toBeNull()
    expect((await house.lake.accounts.login('editor@example.org', newPassword)).account.role).toBe(
      'editor',
    )
  })

  test('is not something that a token has', async () => {
    const robot = house.client(house.lake.accounts.createToken({label: 'a', role: 'editor'}).token)
    expect(await refusal(change(robot, {password, newPassword: password}))).toEqual([
      400,
      'unsupported',
    ])
  })
})

describe('robot tokens', () => {
  const body = (roleName: string, more: object = {}) => ({
    label: 'site',
    memberships: [{resourceType: 'project', resourceId: 'restwell', roleNames: [roleName]}],
    ...more,
  })
  interface Robot {
    readonly id: string
    readonly token: string
  }
  const create = (roleName: string, more?: object) =>
    root.request<Robot>({method: 'POST', url: robots, body: body(roleName, more)})

  test('are made, listed without their secret, and deleted', async () => {
    const {token, ...robot} = await create('viewer')
    expect(house.lake.accounts.authenticate(token)).toMatchObject({
      kind: 'robot',
      roles: ['viewer'],
    })
    expect(await root.request({url: robots})).toEqual({
      data: [
        {
          id: robot.id,
          label: 'site',
          createdAt: at,
          expiresAt: null,
          memberships: [
            {resourceType: 'project', resourceId: 'restwell', roleNames: ['viewer'], addedAt: at},
          ],
          managedBy: {resourceType: 'project', resourceId: 'restwell'},
        },
      ],
      nextCursor: null,
      totalCount: 1,
    })
    expect(await root.request({method: 'DELETE', url: `${robots}/${robot.id}`})).toEqual({
      deleted: true,
    })
    expect(house.lake.accounts.authenticate(token)).toBeNull()
  })

  test('belong to machines: no role of a person, no date', async () => {
    expect(await refusal(create('administrator'))).toEqual([400, 'malformedRequest'])
    expect(await refusal(create('viewer', {expiresAt: '2030-01-01'}))).toEqual([400, 'unsupported'])
    expect(await refusal(create('viewer', {memberships: []}))).toEqual([400, 'malformedRequest'])
  })

  test('are renewed by themselves alone', async () => {
    const {id, token} = await create('editor')
    const url = '/access/robots/me/rotate'
    const renewed = await house.client(token).request<Robot>({method: 'POST', url})
    expect(renewed.id).toBe(id)
    expect([token, renewed.token].map((each) => house.lake.accounts.isLive(each))).toEqual([
      false,
      true,
    ])
    expect(await refusal(root.request({method: 'POST', url}))).toEqual(forbidden)
  })

  test('are made and deleted by the older API too', async () => {
    const url = '/projects/restwell/tokens'
    const made = await root.request<{id: string; key: string}>({
      method: 'POST',
      url,
      body: {label: 'site', roleName: 'editor'},
    })
    expect(house.lake.accounts.isLive(made.key)).toBe(true)
    expect(await root.request({url})).toEqual([
      {
        id: made.id,
        label: 'site',
        createdAt: at,
        projectUserId: made.id,
        roles: [{name: 'editor', title: 'Editor', description: 'Writes'}],
      },
    ])
    await root.request({method: 'DELETE', url: `${url}/${made.id}`})
    expect(await root.request({url})).toEqual([])
  })
})

test('roles say who can have them', async () => {
  const {token} = await house.signIn('viewer')
  const roles = await house.client(token).request<object[]>({url: '/projects/restwell/roles'})
  expect(roles[1]).toEqual({
    name: 'editor',
    title: 'Editor',
    description: 'Writes',
    isCustom: false,
    isRootRole: false,
    projectId: 'restwell',
    appliesToUsers: true,
    appliesToRobots: true,
    grants: {},
  })
})

test.each([
  ['GET', users],
  ['GET', `${users}/somebody`],
  ['DELETE', `${users}/somebody`],
  ['PUT', `${users}/somebody/roles/administrator`],
  ['GET', robots],
  ['POST', robots],
  ['DELETE', `${robots}/some`],
  ['GET', '/projects/restwell/tokens'],
  ['POST', '/projects/restwell/tokens'],
] as const)('%s %s is for administrators', async (method, url) => {
  const {token} = await house.signIn('editor')
  const body = method === 'POST' ? {} : undefined
  expect(await refusal(house.client(token).request({method, url, body}))).toEqual(forbidden)
})

test('what the hosted service has and this lake has not is a 400 that says what to do', async () => {
  for (const [method, url] of [
    ['PUT', '/aliases/staging'],
    ['GET', '/projects/restwell/datasets/production/backups'],
    ['PUT', '/projects/restwell/datasets/production/schemas'],
    ['PUT', '/apis/graphql/production/default'],
    ['POST', '/projects'],
  ] as const) {
    expect([url, await refusal(root.request({method, url}))]).toEqual([url, [400, 'unsupported']])
  }
  expect([...house.app.unknownRoutes]).toEqual([])
})

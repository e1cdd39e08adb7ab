import {expect, test} from 'vitest'
import {takesProjects} from '../../plugins/embedded-lake/studio/lakeOrigin.ts'
import {isOutside, ownAddress} from '../../plugins/embedded-lake/studio/outside.ts'

const origin = 'http://localhost:3333'

test.each([
  ['http://restwell.localhost:3333/v1/users/me', 'http://localhost:3333/v1/users/me'],
  ['ws://restwell.localhost:3333/v1/socket/a', 'ws://localhost:3333/v1/socket/a'],
  ['http://localhost:3333/v1/ping', 'http://localhost:3333/v1/ping'],
  ['http://localhost:4444/v1/ping', 'http://localhost:4444/v1/ping'],
  ['https://api.sanity.io/v1/ping', 'https://api.sanity.io/v1/ping'],
])('%s is asked at %s', (address, own) => {
  expect(ownAddress(new URL(address), origin).href).toBe(own)
})

test.each([
  ['https://api.sanity.io/', true],
  ['wss://api.sanity.io/', true],
  ['http://localhost:3333/', false],
  ['blob:http://localhost:3333/a', false],
])('%s leaves the lake: %s', (address, outside) => {
  expect(isOutside(new URL(address), origin)).toBe(outside)
})

test.each([
  ['http://localhost:3333', true],
  ['https://lake.example.org', true],
  ['http://127.0.0.1:3333', false],
  ['http://[::1]:3333', false],
])('a project can stand in front of %s: %s', (address, takes) => {
  expect(takesProjects(address)).toBe(takes)
})

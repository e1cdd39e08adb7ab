import {expect, test} from 'vitest'
import {LakeError} from '../../lake/errors.ts'
import {isPublicAddress} from '../../lake/hooks/address.ts'
import {hookSettings} from '../../lake/hooks/hookInput.ts'

const body = {name: 'Site', url: 'https://example.org/hook'}

function refusalOf(more: Record<string, unknown>): LakeError | null {
  try {
    hookSettings({...body, ...more} as never, null)
    return null
  } catch (error) {
    if (error instanceof LakeError) return error
    throw error
  }
}

test.each([
  [{name: ''}, 'A webhook needs a "name".'],
  [{url: 'ftp://example.org'}, '"url" must be an address that begins with https:// or http://.'],
  [{url: 'https://me:secret@example.org'}, '"url" must not hold a password'],
  [{httpMethod: 'TRACE'}, '"httpMethod" is one of GET, POST, PUT, PATCH, DELETE.'],
  [{headers: {Host: 'other'}}, '"Host" cannot be set as a header.'],
  [{headers: {'sanity-webhook-signature': 'x'}}, 'cannot be set as a header.'],
  [{headers: {'X-Note': 'a\r\nb: c'}}, 'The header "X-Note" must be a text'],
  [{rule: {on: []}}, '"rule.on" lists at least one of'],
  [{rule: {on: ['publish']}}, '"rule.on" lists at least one of'],
  [{rule: {filter: '_type =='}}, 'The "filter" cannot be read as GROQ'],
  [{rule: {filter: 'author->name == "Ann"'}}, 'it cannot use "*" or "->"'],
  [{rule: {projection: '{_id'}}, 'The "projection" cannot be read as GROQ'],
  [{type: 'transaction'}, 'webhooks of the type "document" only'],
  [{colour: 'green'}, '"colour" is no field of a webhook.'],
])('%j is turned away', (more, message) => {
  const refusal = refusalOf(more)
  expect(['malformedRequest', 'unsupported']).toContain(refusal?.code)
  expect(refusal?.message).toContain(message)
})

test('a change keeps what it does not name', () => {
  const before = hookSettings({...body, secret: 's', rule: {on: ['delete'], filter: 'true'}}, null)
  const after = hookSettings({description: 'new', rule: {on: ['create']}}, before)
  expect(after).toEqual({
    ...before,
    description: 'new',
    rule: {on: ['create'], filter: 'true', projection: null},
  })
  expect(hookSettings({secret: null, rule: {filter: ' '}}, before)).toEqual({
    ...before,
    secret: null,
    rule: {on: ['delete'], filter: null, projection: null},
  })
})

test.each([
  ['127.0.0.1', false],
  ['10.1.2.3', false],
  ['169.254.169.254', false],
  ['172.31.0.1', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['::1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['64:ff9b::7f00:1', false],
  ['fd00::1', false],
  ['fe80::1', false],
  ['93.184.216.34', true],
  ['172.32.0.1', true],
  ['2606:4700::1111', true],
  ['not an address', false],
])('%s is public: %s', (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected)
})

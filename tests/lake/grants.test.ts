import {describe, expect, test} from 'vitest'
import {type Actor, type Role} from '../../lake/actor.ts'
import {type LakeDocument} from '../../lake/document.ts'
import {aclOf, allows, readFilters} from '../../lake/grants.ts'

const everything = {filter: '_id in path("**")', permissions: ['read', 'history'] as const}
const drafts = {filter: '_id in path("drafts.**")', permissions: ['create', 'update'] as const}
const own = {filter: 'owner == identity()', permissions: ['read', 'update'] as const}
const roles: readonly Role[] = [
  {name: 'viewer', title: '', description: '', grants: [everything]},
  {name: 'contributor', title: '', description: '', grants: [everything, drafts]},
  {name: 'owner', title: '', description: '', grants: [own]},
]

function robot(...held: string[]): Actor {
  return {kind: 'robot', userId: 'bot', label: 'Bot', roles: held}
}

const anonymous: Actor = {kind: 'anonymous'}

function stored(_id: string, fields: object = {}): LakeDocument {
  return {_id, _type: 'article', _rev: 't', _createdAt: 'c', _updatedAt: 'u', ...fields}
}

describe('grants', () => {
  test.each([
    [robot('contributor'), 'update', stored('drafts.a'), true],
    [robot('contributor'), 'update', stored('a'), false],
    [robot('contributor'), 'read', stored('a'), true],
    [robot('viewer', 'contributor'), 'create', stored('drafts.a'), true],
    [robot('viewer'), 'create', stored('drafts.a'), false],
    [robot('contributor'), 'manage', stored('drafts.a'), false],
    [robot('owner'), 'update', stored('a', {owner: 'bot'}), true],
    [robot('owner'), 'update', stored('a', {owner: 'me'}), false],
    [robot('owner'), 'update', stored('a'), false],
    [robot('Viewer'), 'read', stored('a'), false],
    [robot(), 'read', stored('a'), false],
    [anonymous, 'read', stored('a'), false],
  ] as const)('of %j to %s %j: %s', (actor, permission, document, expected) => {
    expect(allows(roles, actor, permission, document)).toBe(expected)
  })

  test('are listed role by role', () => {
    expect(aclOf(roles, robot('owner', 'contributor'))).toEqual([everything, drafts, own])
    expect(aclOf(roles, anonymous)).toEqual([])
  })

  test('give the filters of what may be read', () => {
    expect(readFilters(roles, robot('contributor', 'viewer', 'owner'))).toEqual([
      '_id in path("**")',
      'owner == identity()',
    ])
    expect(readFilters(roles, robot())).toEqual([])
    expect(readFilters(roles, anonymous)).toBe('public')
  })
})

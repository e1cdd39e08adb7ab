import {type RobotToken} from '../accounts/robots.ts'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {page} from './accessRoutes.ts'
import {rolesJson} from './accountRoutes.ts'
import {readJsonObject} from './body.ts'
import {type Call, signedIn, stillSignedIn} from './call.ts'
import {mustManage} from './management.ts'

/** Robot tokens, as Sanity's access API (`robots`) and the older management API (`tokens`) have them. */

export function robots(call: Call): Response {
  mustManage(call, 'see the tokens')
  return page(call.lake.accounts.listTokens().map((robot) => robotJson(call, robot)))
}

export async function createRobot(call: Call): Promise<Response> {
  mustManage(call, 'create a token')
  const {label, memberships, expiresAt} = await readJsonObject(call.request)
  stillSignedIn(call)
  if (expiresAt !== undefined) throw neverExpires()
  const robot = call.lake.accounts.createToken({
    label: textOf(label, 'label'),
    role: roleNamed(memberships),
  })
  return Response.json({...robotJson(call, robot), token: robot.token})
}

/** Only the token itself can ask for its successor. */
export function rotate(call: Call): Response {
  const {userId, kind} = signedIn(call)
  if (kind !== 'robot') {
    throw new LakeError('insufficientPermissions', 'A session of a person is no token.')
  }
  const robot = call.lake.accounts.rotateToken(userId)
  return Response.json({...robotJson(call, robot), token: robot.token})
}

export function tokens(call: Call): Response {
  mustManage(call, 'see the tokens')
  return Response.json(call.lake.accounts.listTokens().map((robot) => tokenJson(call, robot)))
}

export async function createToken(call: Call): Promise<Response> {
  mustManage(call, 'create a token')
  const {label, roleName} = await readJsonObject(call.request)
  stillSignedIn(call)
  const robot = call.lake.accounts.createToken({
    label: textOf(label, 'label'),
    role: textOf(roleName, 'roleName'),
  })
  return Response.json({...tokenJson(call, robot), key: robot.token})
}

export function deleteToken(call: Call): Response {
  mustManage(call, 'delete a token')
  call.lake.accounts.revokeToken(call.params['token'] ?? '')
  return Response.json({deleted: true})
}

function robotJson({config}: Call, {id, label, role, createdAt}: RobotToken): JsonObject {
  const resource = {resourceType: 'project', resourceId: config.projectId}
  return {
    id,
    label,
    createdAt,
    expiresAt: null,
    memberships: [{...resource, roleNames: [role], addedAt: createdAt}],
    managedBy: resource,
  }
}

function tokenJson({lake}: Call, {id, label, role, createdAt}: RobotToken): JsonObject {
  return {
    id,
    label,
    createdAt,
    projectUserId: id,
    roles: rolesJson(role, lake.accounts.roles),
  }
}

function roleNamed(memberships: Json | undefined): string {
  const [first, ...others] = Array.isArray(memberships) ? (memberships as readonly Json[]) : []
  const names = (first as JsonObject | null | undefined)?.['roleNames']
  const [role, ...more] = Array.isArray(names) ? (names as readonly Json[]) : []
  if (typeof role === 'string' && others.length === 0 && more.length === 0) return role
  throw new LakeError(
    'malformedRequest',
    'A token has one role: {"memberships": [{"roleNames": ["viewer"]}]}.',
  )
}

function textOf(value: Json | undefined, name: string): string {
  if (typeof value === 'string') return value
  throw new LakeError('malformedRequest', `"${name}" must be a text.`)
}

function neverExpires(): LakeError {
  return new LakeError(
    'unsupported',
    'Tokens here do not expire by themselves. Create it without a date, and delete it when its time has come.',
  )
}

import {type Account} from '../accounts/accounts.ts'
import {type RobotToken} from '../accounts/robots.ts'
import {actorId, type Role} from '../actor.ts'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {readJson, readJsonObject} from './body.ts'
import {type Call, idsOf, originOf, signedIn} from './call.ts'

export async function login({lake, request}: Call): Promise<Response> {
  const {email, password} = await readJsonObject(request)
  if (typeof email !== 'string' || typeof password !== 'string') {
    throw new LakeError('malformedRequest', 'Signing in takes {"email": "...", "password": "..."}.')
  }
  const {token, account} = await lake.accounts.login(email, password)
  return Response.json({token, user: userJson(account, lake.accounts.roles)})
}

/** The Studio signs out twice, the second time without knowing who it was: that is no mistake. */
export function logout({lake, token}: Call): Response {
  if (token !== null) lake.accounts.logout(token)
  return Response.json({})
}

export function endSession(call: Call): Response {
  signedIn(call)
  if (call.token !== null) call.lake.accounts.logout(call.token)
  return Response.json({ended: true})
}

export function providers(call: Call): Response {
  const url = `${originOf(call)}/login`
  return Response.json({providers: [{name: 'local', title: call.config.title, url}]})
}

export function fetchToken({lake, url}: Call): Response {
  const token = lake.accounts.redeemSid(url.searchParams.get('sid') ?? '')
  if (token !== null) return Response.json({token})
  throw new LakeError(
    'unauthenticated',
    'This sign-in link was used or has expired. Sign in again.',
  )
}

export function authId(call: Call): Response {
  return Response.json({id: signedIn(call).userId, expiry: null})
}

/** Nobody in particular is `{}`: the Studio asks this to find out whether it has to sign in. */
export function currentUser({lake, actor}: Call): Response {
  if (actor.kind === 'anonymous' || actor.kind === 'operator') return Response.json({})
  const account = lake.accounts.find(actor.userId)
  const robot = account ? null : lake.accounts.findToken(actor.userId)
  if (account) return Response.json(userJson(account, lake.accounts.roles))
  return Response.json(robot ? robotJson(robot, lake.accounts.roles) : {})
}

export function users(call: Call): Response {
  const {accounts} = call.lake
  const found = idsOf(call, 'ids').map((id) => {
    const account = accounts.find(id)
    if (account) return {...profile(call, account, account.name), email: account.email}
    const robot = accounts.findToken(id)
    return robot ? profile(call, robot, robot.label) : null
  })
  return Response.json(found.length === 1 && found[0] ? found[0] : found)
}

export function keyValues(call: Call): Response {
  const {userId} = signedIn(call)
  return Response.json(call.lake.accounts.keyValues(userId, idsOf(call, 'keys', 100)))
}

export async function setKeyValues(call: Call): Promise<Response> {
  const {userId} = signedIn(call)
  const body = await readJson(call.request)
  const values = (Array.isArray(body) ? body : [body]).map(keyValue)
  call.lake.accounts.setKeyValues(userId, values)
  return Response.json(values)
}

function keyValue(entry: Json): {key: string; value: Json} {
  const {key, value} = typeof entry === 'object' && entry !== null ? (entry as JsonObject) : {}
  if (typeof key !== 'string' || key === '' || value === undefined) {
    throw new LakeError('malformedRequest', 'Settings are a list of {"key": "...", "value": ...}.')
  }
  return {key, value}
}

function profile(
  {config, actor}: Call,
  {id, createdAt}: Pick<Account, 'id' | 'createdAt'>,
  displayName: string,
): JsonObject {
  return {
    id,
    sanityUserId: id,
    projectId: config.projectId,
    displayName,
    familyName: null,
    givenName: null,
    middleName: null,
    imageUrl: null,
    createdAt,
    updatedAt: createdAt,
    isCurrentUser: id === actorId(actor),
  }
}

function userJson(account: Account, roles: readonly Role[]): JsonObject {
  const {id, name, email, role, personId} = account
  return {
    id,
    sanityUserId: id,
    name,
    email,
    profileImage: null,
    personId,
    role,
    roles: rolesJson(role, roles),
    provider: 'local',
  }
}

function robotJson({id, label, role}: RobotToken, roles: readonly Role[]): JsonObject {
  return {
    id,
    sanityUserId: id,
    name: label,
    email: '',
    profileImage: null,
    role,
    roles: rolesJson(role, roles),
    provider: 'token',
  }
}

export function rolesJson(held: string, roles: readonly Role[]): readonly JsonObject[] {
  return roles
    .filter(({name}) => name === held)
    .map(({name, title, description}) => ({name, title, description}))
}

import {type Account} from '../accounts/accounts.ts'
import {robotRoles} from '../accounts/robots.ts'
import {type Role} from '../actor.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {readJsonObject} from './body.ts'
import {type Call, signedIn, stillSignedIn} from './call.ts'
import {mustManage} from './management.ts'

/** A list as Sanity's access API gives it; ours fits on one page. */
export function page(data: readonly JsonObject[]): Response {
  return Response.json({data, nextCursor: null, totalCount: data.length})
}

export function roles(call: Call): Response {
  return Response.json(rolesOf(call))
}

export function roleList(call: Call): Response {
  return page(rolesOf(call))
}

function rolesOf(call: Call): readonly JsonObject[] {
  signedIn(call)
  const {lake, config} = call
  return lake.accounts.roles.map(({name, title, description}: Role) => ({
    name,
    title,
    description,
    isCustom: false,
    isRootRole: name === 'administrator',
    projectId: config.projectId,
    appliesToUsers: true,
    appliesToRobots: robotRoles.includes(name),
    grants: {},
  }))
}

/** Everybody with an account, those that are closed too. */
export function userList(call: Call): Response {
  mustManage(call, 'see all accounts')
  return page(call.lake.accounts.list().map((account) => userJson(call, account)))
}

export function user(call: Call): Response {
  mustManage(call, 'see all accounts')
  return Response.json(userJson(call, accountOf(call)))
}

/** An account has one role: another takes the place of the one that it had. */
export function giveRole(call: Call): Response {
  const account = somebodyElse(call, 'change a role')
  return Response.json(
    userJson(call, call.lake.accounts.setRole(account.id, call.params['role'] ?? '')),
  )
}

export function takeRole(): Response {
  throw new LakeError(
    'unsupported',
    'Everybody has exactly one role here. Give another one, or close the account.',
  )
}

/** Closes the account: what its owner wrote and signed stays theirs. */
export function closeAccount(call: Call): Response {
  const account = somebodyElse(call, 'close an account')
  call.lake.accounts.setActive(account.id, false)
  return Response.json({deleted: true})
}

/** With the password that it replaces. Every session of the account ends, this one too. */
export async function changePassword(call: Call): Promise<Response> {
  const {userId, kind} = signedIn(call)
  const {password, newPassword} = await readJsonObject(call.request)
  stillSignedIn(call)
  if (kind !== 'person') throw new LakeError('unsupported', 'A token has no password.')
  if (typeof password !== 'string' || typeof newPassword !== 'string') {
    throw new LakeError(
      'malformedRequest',
      'Changing a password takes {"password": "...", "newPassword": "..."}.',
    )
  }
  if (!(await call.lake.accounts.verifyPassword(userId, password))) {
    throw new LakeError('insufficientPermissions', 'That is not your present password.')
  }
  await call.lake.accounts.setPassword(userId, newPassword)
  return Response.json({changed: true})
}

/** Accounts are made on the machine itself, so there is nobody on the way. */
export function invitations(call: Call): Response {
  signedIn(call)
  return Response.json([])
}

export function invite(): Response {
  throw new LakeError(
    'unsupported',
    'This lake sends no invitations. On the machine itself: npm run lake -- user add --email E --name N --role R',
  )
}

function accountOf({lake, params}: Call): Account {
  const account = lake.accounts.find(params['user'] ?? '')
  if (account !== null) return account
  throw new LakeError('notFound', 'There is no such account.')
}

/** Nobody decides about themselves: it takes two people to move between roles, and somebody always keeps the lake. */
function somebodyElse(call: Call, what: string): Account {
  mustManage(call, what)
  const account = accountOf(call)
  if (account.id !== signedIn(call).userId) return account
  throw new LakeError(
    'insufficientPermissions',
    `Nobody can ${what} of their own. Ask another administrator.`,
  )
}

function userJson({config}: Call, {id, name, email, role, active, createdAt}: Account): JsonObject {
  return {
    sanityUserId: id,
    profile: {id, displayName: name, email, imageUrl: null, provider: 'local', createdAt},
    active,
    memberships: active
      ? [
          {
            resourceType: 'project',
            resourceId: config.projectId,
            roleNames: [role],
            addedAt: createdAt,
          },
        ]
      : [],
  }
}

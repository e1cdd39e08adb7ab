import {LakeError} from '../errors.ts'
import {type CorsOrigin} from '../accounts/origins.ts'
import {readJsonObject} from './body.ts'
import {type Call, signedIn, stillSignedIn} from './call.ts'
import {isTrustedOrigin} from './cors.ts'
import {mustManage} from './management.ts'

export function origins(call: Call): Response {
  signedIn(call)
  return Response.json(call.lake.accounts.origins.list().map((origin) => originJson(call, origin)))
}

export async function addOrigin(call: Call): Promise<Response> {
  mustManage(call, 'let in the pages of another origin')
  const {origin, allowCredentials = false} = await readJsonObject(call.request)
  stillSignedIn(call)
  if (typeof origin !== 'string' || typeof allowCredentials !== 'boolean') {
    throw new LakeError(
      'malformedRequest',
      'An origin is {"origin": "https://...", "allowCredentials": true or false}.',
    )
  }
  return Response.json(originJson(call, call.lake.accounts.origins.add(origin, allowCredentials)))
}

export function deleteOrigin(call: Call): Response {
  mustManage(call, 'take an origin off the list')
  const id = Number(call.params['id'])
  call.lake.accounts.origins.remove(id)
  return Response.json({id, deleted: true})
}

/** What the page that asks may do, so that a Studio elsewhere can tell its user what is missing. */
export function checkCors({lake, config, request}: Call): Response {
  const origin = request.headers.get('origin')
  const trusted = origin === null || isTrustedOrigin(origin, request.headers.get('host'), config)
  const allowed = trusted || lake.accounts.origins.list().some((entry) => entry.origin === origin)
  return Response.json({result: {allowed, withCredentials: trusted}})
}

function originJson({config}: Call, {id, origin, allowCredentials, createdAt}: CorsOrigin) {
  return {
    id,
    origin,
    allowCredentials,
    createdAt,
    updatedAt: createdAt,
    deletedAt: null,
    projectId: config.projectId,
  }
}

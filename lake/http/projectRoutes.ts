import {aclOf, allows} from '../grants.ts'
import {type Json} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type DatasetInfo} from '../lake.ts'
import {readJsonObject} from './body.ts'
import {rolesJson} from './accountRoutes.ts'
import {type Call, datasetOf, signedIn} from './call.ts'

/** Comments and tasks of a dataset live in one of their own, which nobody reads without signing in. */
const commentsSuffix = '-comments'

export function project(call: Call): Response {
  return Response.json(projectJson(call))
}

export function projects(call: Call): Response {
  return Response.json([projectJson(call)])
}

function projectJson(call: Call) {
  const {lake, config} = call
  const {userId} = signedIn(call)
  const {accounts} = lake
  return {
    id: config.projectId,
    displayName: config.title,
    organizationId: null,
    isDisabledByUser: false,
    metadata: {},
    features: [],
    studioHost: null,
    members: accounts
      .list()
      .filter(({active}) => active)
      .map(({id, role}) => ({
        id,
        role,
        roles: rolesJson(role, accounts.roles),
        isCurrentUser: id === userId,
        isRobot: false,
      })),
  }
}

export function projectGrants(call: Call): Response {
  signedIn(call)
  return Response.json({'sanity.project': [{grants: [{name: 'read', params: {}}]}]})
}

export function datasets(call: Call): Response {
  const {searchParams} = call.url
  const all = call.lake.datasets()
  if (searchParams.get('datasetProfile') === 'comments') {
    const name = (searchParams.get('addonFor') ?? '') + commentsSuffix
    return Response.json(all.filter((info) => info.name === name).map(datasetJson))
  }
  return Response.json(all.filter(({name}) => !name.endsWith(commentsSuffix)).map(datasetJson))
}

function datasetJson({name, aclMode, policy}: DatasetInfo) {
  return {
    name,
    aclMode,
    policy,
    datasetProfile: name.endsWith(commentsSuffix) ? 'comments' : 'none',
  }
}

/** Ordinary datasets only: one that governs readers is made on the machine itself. */
export async function createDataset(call: Call): Promise<Response> {
  const {lake, params} = call
  const name = params['dataset'] ?? ''
  const blank = {
    _id: '_.dataset',
    _type: 'system.dataset',
    _rev: '',
    _createdAt: '',
    _updatedAt: '',
  }
  if (!allows(lake.extension.roles, signedIn(call), 'manage', blank)) {
    throw new LakeError('insufficientPermissions', 'Only an administrator can create a dataset.')
  }
  const {aclMode = 'public'} = call.request.body ? await readJsonObject(call.request) : {}
  if (aclMode !== 'public' && aclMode !== 'private') {
    throw new LakeError('malformedRequest', '"aclMode" is "public" or "private".')
  }
  lake.createDataset({name, policy: 'open', aclMode})
  return Response.json({datasetName: name, aclMode})
}

export function acl(call: Call): Response {
  datasetOf(call)
  return Response.json(aclOf(call.lake.extension.roles, call.actor))
}

export function setUpComments(call: Call): Response {
  const {lake} = call
  signedIn(call)
  const base = datasetOf(call)
  const name = base.name.endsWith(commentsSuffix) ? base.name : base.name + commentsSuffix
  if (!lake.datasets().some((info) => info.name === name)) {
    lake.createDataset({name, policy: 'open', aclMode: 'private'})
  }
  return Response.json({datasetName: name})
}

/** Answers that never change: what the Studio asks of a cloud that is not there. */
export function always(body: Json, status = 200): () => Response {
  return () => Response.json(body, {status})
}

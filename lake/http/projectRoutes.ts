import {type Json} from '../document.ts'
import {servedDataset} from '../lake.ts'
import {rolesJson} from './accountRoutes.ts'
import {type Call, signedIn} from './call.ts'

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
  const member = ({id, role}: {id: string; role: string}, isRobot: boolean) => ({
    id,
    role,
    roles: rolesJson(role, accounts.roles),
    isCurrentUser: id === userId,
    isRobot,
  })
  return {
    id: config.projectId,
    displayName: config.title,
    organizationId: null,
    isBlocked: false,
    isDisabled: false,
    isDisabledByUser: false,
    createdAt: lake.datasets().find(({name}) => name === servedDataset)?.createdAt ?? lake.now(),
    metadata: {},
    features: [],
    studioHost: null,
    members: [
      ...accounts
        .list()
        .filter(({active}) => active)
        .map((account) => member(account, false)),
      ...accounts.listTokens().map((robot) => member(robot, true)),
    ],
  }
}

export function projectGrants(call: Call): Response {
  signedIn(call)
  return Response.json({'sanity.project': [{grants: [{name: 'read', params: {}}]}]})
}

/** Answers that never change: what the Studio asks of a cloud that is not there. */
export function always(body: Json, status = 200): () => Response {
  return () => Response.json(body, {status})
}

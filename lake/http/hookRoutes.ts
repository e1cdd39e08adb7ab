import {allows} from '../grants.ts'
import {LakeError} from '../errors.ts'
import {type Page} from '../hooks/hooks.ts'
import {readJsonObject} from './body.ts'
import {type Call, signedIn, stillSignedIn} from './call.ts'

/** What `manage` is asked about: only administrators have it. */
const settings = {_id: '_.hooks', _type: 'system.hooks', _rev: '', _createdAt: '', _updatedAt: ''}

export const list = (call: Call) => Response.json(managed(call).list())

export async function create(call: Call): Promise<Response> {
  const hooks = managed(call)
  const {projectId} = call.config
  const body = await readJsonObject(call.request)
  stillSignedIn(call)
  const hook = hooks.create(body, {projectId, userId: signedIn(call).userId})
  return Response.json(hook, {status: 201})
}

export const find = (call: Call) => Response.json(managed(call).find(idOf(call)))

export async function update(call: Call): Promise<Response> {
  const hooks = managed(call)
  const body = await readJsonObject(call.request)
  stillSignedIn(call)
  return Response.json(hooks.update(idOf(call), body))
}

export const remove = (call: Call) => Response.json(managed(call).remove(idOf(call)))

export const messages = (call: Call) =>
  Response.json(managed(call).messages(idOf(call), pageOf(call)))

export const attempts = (call: Call) =>
  Response.json(managed(call).attempts(idOf(call), pageOf(call)))

export const attempt = (call: Call) => Response.json(managed(call).attempt(idOf(call)))

export const sendTest = (call: Call) =>
  Response.json(managed(call).sendTest(idOf(call)), {status: 202})

/** The webhooks, to administrators: what a hook sends and where, nobody else needs to know. */
function managed(call: Call) {
  const {lake, config, params} = call
  if (!allows(lake.extension.roles, signedIn(call), 'manage', settings)) {
    throw new LakeError('insufficientPermissions', 'Only an administrator can manage webhooks.')
  }
  if (params['project'] !== undefined && params['project'] !== config.projectId) {
    throw new LakeError('notFound', 'There is no such project here.')
  }
  return lake.hooks
}

function idOf({params}: Call): string {
  return params['id'] ?? ''
}

function pageOf({url}: Call): Page {
  const count = (name: string, byDefault: number, most: number) => {
    const text = url.searchParams.get(name)
    if (text === null || text === '') return byDefault
    if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), most)
    throw new LakeError('malformedRequest', `"${name}" is a whole number.`)
  }
  return {limit: count('limit', 100, 1000), offset: count('offset', 0, 1_000_000_000)}
}

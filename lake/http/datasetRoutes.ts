import {type CopyJob} from '../datasets/copyJobs.ts'
import {type Json} from '../document.ts'
import {LakeError} from '../errors.ts'
import {aclOf} from '../grants.ts'
import {type AclMode, type DatasetInfo, servedDataset} from '../lake.ts'
import {readJsonObject, readOptions} from './body.ts'
import {type Call, datasetOf, signedIn, stillSignedIn, wholeNumber} from './call.ts'
import {eventStream} from './eventStream.ts'
import {mustManage} from './management.ts'

/** Comments and tasks of a dataset live in one of their own, which nobody reads without signing in. */
const commentsSuffix = '-comments'

export function datasets(call: Call): Response {
  const {searchParams} = call.url
  const all = call.lake.datasets()
  if (searchParams.get('datasetProfile') === 'comments') {
    const name = (searchParams.get('addonFor') ?? '') + commentsSuffix
    return Response.json(all.filter((info) => info.name === name).map(datasetJson))
  }
  return Response.json(all.filter(({name}) => !name.endsWith(commentsSuffix)).map(datasetJson))
}

function datasetJson({name, aclMode, policy, createdAt}: DatasetInfo) {
  const isAddOn = name.endsWith(commentsSuffix)
  return {
    name,
    aclMode,
    policy,
    createdAt,
    createdByUserId: null,
    addonFor: isAddOn ? name.slice(0, -commentsSuffix.length) : null,
    datasetProfile: isAddOn ? 'comments' : 'none',
    features: [],
    tags: [],
  }
}

/** Ordinary datasets only: one that governs readers is made on the machine itself. */
export async function createDataset(call: Call): Promise<Response> {
  mustManage(call, 'create a dataset')
  const {lake, params} = call
  const name = params['dataset'] ?? ''
  const {aclMode, embeddings} = await readOptions(call.request)
  stillSignedIn(call)
  if (embeddings !== undefined) {
    throw new LakeError('unsupported', 'This lake has no embeddings: create it without.')
  }
  const mode = aclModeOf(aclMode ?? 'public')
  lake.createDataset({name, policy: 'open', aclMode: mode})
  return Response.json({datasetName: name, aclMode: mode})
}

export async function editDataset(call: Call): Promise<Response> {
  mustManage(call, 'change who may read a dataset')
  const {name} = datasetOf(call)
  const {aclMode} = await readJsonObject(call.request)
  stillSignedIn(call)
  const mode = aclModeOf(aclMode ?? null)
  await call.lake.setAclMode(name, mode)
  hangUp(call)
  return Response.json({datasetName: name, aclMode: mode})
}

/** What is governed is deleted by whoever has the machine: else a name that readers trust could be taken over. */
export async function deleteDataset(call: Call): Promise<Response> {
  mustManage(call, 'delete a dataset')
  const {name, policy} = datasetOf(call)
  if (policy === 'reviewed' && name !== servedDataset) {
    throw new LakeError(
      'unsupported',
      `"${name}" is governed, and not deleted over HTTP. On the machine itself: npm run lake -- dataset delete ${name} --sure ${name}`,
    )
  }
  await call.lake.deleteDataset(name)
  hangUp(call)
  return Response.json({deleted: true})
}

export async function copyDataset(call: Call): Promise<Response> {
  mustManage(call, 'copy a dataset')
  const {name} = datasetOf(call)
  const {targetDataset, skipHistory, skipContentReleases} = await readJsonObject(call.request)
  stillSignedIn(call)
  if (typeof targetDataset !== 'string') {
    throw new LakeError('malformedRequest', '"targetDataset" must name the dataset to make.')
  }
  const job = call.lake.copyDataset({
    source: name,
    target: targetDataset,
    skipHistory: skipHistory === true,
    skipReleases: skipContentReleases === true,
  })
  const {aclMode, policy} = call.lake.datasets().find((info) => info.name === name) as DatasetInfo
  return Response.json({
    datasetName: targetDataset,
    aclMode: policy === 'reviewed' ? 'private' : aclMode,
    message: 'Copying',
    jobId: job.id,
  })
}

export function copyJobs(call: Call): Response {
  mustManage(call, 'see what is copied')
  const offset = wholeNumber(call, 'offset', 0)
  const limit = wholeNumber(call, 'limit', 10, 1000)
  return Response.json(call.lake.copies.list().slice(offset, offset + limit))
}

/** Whoever knows the id of a job may ask how far it is, and learns nothing else: the CLI asks without a token. */
export function job(call: Call): Response {
  return Response.json(progressJson(jobOf(call)))
}

export function followJob(call: Call): Response {
  const {id} = jobOf(call)
  return eventStream(call, ({send, close}) =>
    call.lake.copies.follow(id, (now) => {
      send({name: 'job', data: progressJson(now)})
      if (now.state !== 'pending') close()
    }),
  )
}

export function acl(call: Call): Response {
  return Response.json(aclOf(datasetOf(call).roles, call.actor))
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

function jobOf({lake, params}: Call): CopyJob {
  const found = lake.copies.find(params['id'] ?? '')
  if (found !== null) return found
  throw new LakeError('notFound', 'There is no such job, or the server has been started since.')
}

function progressJson({id, state, progress, createdAt, updatedAt, message}: CopyJob) {
  return {id, state, progress, createdAt, updatedAt, ...(message === undefined ? {} : {message})}
}

function aclModeOf(mode: Json): AclMode {
  if (mode === 'public' || mode === 'private') return mode
  throw new LakeError('malformedRequest', '"aclMode" is "public" or "private".')
}

/** Streams are opened again at once, by those who still may. */
function hangUp({streams}: Call): void {
  for (const end of [...streams]) end()
}

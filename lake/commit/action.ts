import {documentActions} from './actions/documents.ts'
import {type ActionState, malformed} from './actions/handler.ts'
import {releaseActions} from './actions/releases.ts'
import {versionActions} from './actions/versions.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {isObject, type Mutation} from './mutation.ts'

const handlers = {...documentActions, ...versionActions, ...releaseActions}

/** The mutations that an action of Sanity's stands for, and whether they may write what only releases write. */
export interface Meaning {
  readonly mutations: readonly Mutation[]
  readonly by: 'client' | 'release'
}

/** Unknown actions are refused: an unknown door is closed. */
export function actionMutations(action: JsonObject, state: ActionState): Meaning {
  const type = String(action['actionType'])
  const handler = Object.hasOwn(handlers, type) ? handlers[type] : undefined
  if (handler !== undefined) {
    const by = Object.hasOwn(releaseActions, type) ? 'release' : 'client'
    return {mutations: handler(action, state), by}
  }
  throw new LakeError(
    'unsupported',
    `This lake does not know the action "${type.slice(0, 80)}". It knows ${Object.keys(handlers).join(', ')}.`,
  )
}

/** As many as a release has documents. Source: Studio 6.16 duplicates a release in one request. */
const maxActions = 1_000

export function decodeActions(wire: unknown): readonly JsonObject[] {
  const list: unknown = Array.isArray(wire) ? wire : [wire]
  if (!Array.isArray(list) || list.length === 0)
    return malformed('"actions" must be a list of at least one action.')
  if (list.length > maxActions) {
    throw new LakeError('tooLarge', `A transaction takes at most ${maxActions} actions.`)
  }
  return list.map((action: unknown, index) => {
    if (!isObject(action) || typeof action['actionType'] !== 'string') {
      return malformed(`Action ${index} must be an object with an "actionType".`)
    }
    return action
  })
}

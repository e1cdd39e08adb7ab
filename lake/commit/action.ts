import {documentActions} from './actions/documents.ts'
import {type ActionState, type Handler, malformed} from './actions/handler.ts'
import {releaseActions} from './actions/releases.ts'
import {versionActions} from './actions/versions.ts'
import {type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {isObject, joined, type Mutation} from './mutation.ts'

const handlers = {...documentActions, ...versionActions, ...releaseActions}

/** The mutations that actions of Sanity's stand for, and whether they may write what only releases write. */
export interface Meaning {
  readonly mutations: readonly Mutation[]
  readonly by: 'client' | 'release'
}

type Group<T> = readonly [T, ...T[]]

interface Asked {
  readonly action: JsonObject
}

/** What one action stands for, or several that can be carried out in one go. */
export function actionMutations(group: Group<Asked>, state: ActionState): Meaning {
  const [first] = group
  return {
    mutations: joined(group.flatMap(({action}) => handlerOf(action)(action, state))),
    by: Object.hasOwn(releaseActions, String(first.action['actionType'])) ? 'release' : 'client',
  }
}

/** Unknown actions are refused: an unknown door is closed. */
function handlerOf(action: JsonObject): Handler {
  const type = String(action['actionType'])
  const handler = Object.hasOwn(handlers, type) ? handlers[type] : undefined
  if (handler !== undefined) return handler
  throw new LakeError(
    'unsupported',
    `This lake does not know the action "${type.slice(0, 80)}". It knows ${Object.keys(handlers).join(', ')}.`,
  )
}

/**
 * Actions in their order, those together that can be carried out in one go: the editor sends each letter of a word as
 * an edit. The first edit of a draft is by itself, since it may make the draft.
 */
export function inGroups<T extends Asked>(all: readonly T[]): Group<T>[] {
  const groups: [T, ...T[]][] = []
  let [last, isSecond] = ['', false]
  for (const each of all) {
    const edited = editedBy(each.action)
    const isMore = edited !== null && edited === last
    if (isMore && !isSecond) groups.at(-1)?.push(each)
    else groups.push([each])
    isSecond = !isMore
    last = edited ?? ''
  }
  return groups
}

/** The draft that an action edits, and of which document. */
function editedBy({actionType, draftId, publishedId}: JsonObject): string | null {
  return actionType === 'sanity.action.document.edit'
    ? JSON.stringify([draftId, publishedId])
    : null
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

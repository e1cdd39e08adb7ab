import {actionMutations, decodeActions, inGroups} from './action.ts'
import {actionState} from './actionState.ts'
import {type Actor, actorId, rolesOf} from '../actor.ts'
import {checkBeforePatch} from './checks.ts'
import {refusal} from './commit.ts'
import {isPublished, type JsonObject, publishedId} from '../document.ts'
import {type Door, sessionEnded, transactionIdOf, type WriteRequest} from '../door.ts'
import {LakeError} from '../errors.ts'
import {
  type ActionContext,
  type ActionOutcome,
  type Extension,
  type LedgerEntry,
  type RegisteredAction,
} from '../guard.ts'
import {checkDocumentId, decodeMutations} from './mutation.ts'
import {releaseId} from '../releases/release.ts'
import {applyMutation} from './transaction.ts'
import {type Workspace} from './workspace.ts'

export interface ActRequest extends WriteRequest {
  readonly actions: unknown
}

/** What acting takes besides a door: the actions that the house knows, and proof of who is asking. */
export interface ActionHouse {
  readonly actions: Extension['actions']
  readonly verifyPassword: (userId: string, password: string) => Promise<boolean>
}

/** Each of them may ask for everything on record: many at once would hold up everybody else. */
const maxRegistered = 100

interface Prepared {
  readonly action: JsonObject
  readonly registered: RegisteredAction | undefined
  readonly factors: readonly string[]
}

/** Sanity's document actions and the registered ones, several in one transaction, in order. */
export async function act(
  door: Door,
  known: ActionHouse,
  actor: Actor,
  request: ActRequest,
): Promise<{transactionId: string}> {
  const actions = decodeActions(request.actions)
  const transactionId = transactionIdOf(door, request)
  if (actions.filter((action) => isRegistered(known, action)).length > maxRegistered) {
    throw new LakeError(
      'tooLarge',
      `A transaction takes at most ${maxRegistered} of these actions.`,
    )
  }
  const prepared: Prepared[] = []
  for (const action of actions) prepared.push(await prepare(door, known, actor, action))
  if (prepared.some(({factors}) => factors.length > 0)) checkStillWho(door, actor)
  const attempt = {
    actor,
    transactionId,
    dryRun: request.dryRun === true,
    door: {
      type: actions.map((action) => String(action['actionType'])).join(', '),
      subject: prepared.map(subjectOf)[0] ?? '',
    },
  }
  await door.commitSoon(attempt, (workspace, view, append) => {
    const state = actionState(door, workspace, view.now, actor)
    for (const group of inGroups(prepared)) {
      workspace.timeLeft()
      const [{action, registered, factors}] = group
      if (registered === undefined) {
        const {mutations, by} = actionMutations(group, state)
        for (const mutation of mutations) {
          checkBeforePatch(door.house, actor, workspace, mutation)
          applyMutation(workspace, mutation, by, () => [])
        }
        continue
      }
      const context: ActionContext = {...view, actor, transactionId, factors}
      applyOutcome(door, registered.run(action, context), workspace, append)
    }
  })
  return {transactionId}
}

function isRegistered({actions}: ActionHouse, action: JsonObject): boolean {
  return Object.hasOwn(actions, String(action['actionType']))
}

/** Writes what a registered action comes to, or refuses it. */
export function applyOutcome(
  {newId}: Door,
  outcome: ActionOutcome,
  workspace: Workspace,
  append: (entry: LedgerEntry) => void,
): void {
  if (!outcome.allowed) {
    if ('malformed' in outcome) throw new LakeError('malformedRequest', outcome.malformed)
    throw refusal(outcome.stale, outcome.denials)
  }
  for (const mutation of decodeMutations(outcome.mutations, newId)) {
    applyMutation(workspace, mutation, 'server', () => [])
  }
  outcome.entries.forEach(append)
}

/** Reads an action, and finds out before its transaction begins what takes a while: whether the password is right. */
async function prepare(
  door: Door,
  {actions, verifyPassword}: ActionHouse,
  actor: Actor,
  action: JsonObject,
): Promise<Prepared> {
  const type = String(action['actionType'])
  const registered = Object.hasOwn(actions, type) ? actions[type] : undefined
  if (registered === undefined) return {action, registered, factors: []}
  const complaint = registered.malformed(action)
  if (complaint !== null) throw new LakeError('malformedRequest', complaint)
  const subject = checkDocumentId(registered.subject(action))
  if (!isPublished(subject)) {
    throw new LakeError('malformedRequest', `"${subject}" is not a published id.`)
  }
  const password = registered.password?.(action) ?? null
  if (password === null || actor.kind !== 'person') return {action, registered, factors: []}
  try {
    const isRight = await verifyPassword(actor.userId, password)
    return {action, registered, factors: isRight ? ['password'] : []}
  } catch (error) {
    // Guessing is an attempt, too.
    if (error instanceof LakeError) {
      door.refused({actor, transactionId: door.newId(), door: {type, subject}}, error)
    }
    throw error
  }
}

/** Checking a password takes its time: by then the account may be closed, or its role another. */
function checkStillWho({house}: Door, actor: Actor): void {
  const now = rolesOf(house.directory.actorOf(actorId(actor)))
  if (now.join() === rolesOf(actor).join()) return
  throw sessionEnded()
}

function subjectOf({action, registered}: Prepared): string {
  if (registered !== undefined) return registered.subject(action)
  const id = action['publishedId'] ?? action['draftId'] ?? action['versionId']
  if (typeof id === 'string') return publishedId(id)
  const release = action['releaseId']
  return typeof release === 'string' ? releaseId(release) : ''
}

import {actionState} from '../commit/actionState.ts'
import {goesLive} from '../commit/actions/releases.ts'
import {type Actor, clock} from '../actor.ts'
import {type TickOutcome} from '../clockWork.ts'
import {type LakeDocument} from '../document.ts'
import {type Door} from '../door.ts'
import {LakeError} from '../errors.ts'
import {type Mutation} from '../commit/mutation.ts'
import {isRelease, releaseType, stateOf} from './release.ts'
import {applyMutation, type Writer} from '../commit/transaction.ts'
import {type Workspace} from '../commit/workspace.ts'

const doorName = 'release.clock.publish'
/** A thousand pages may have a thousand reasons; the first ones are enough to begin with. */
const longestMessage = 2_000

/** Publishes the releases whose moment has come, each whole or not at all. */
export function publishDueReleases(
  door: Door,
  log: (line: string) => void,
): readonly TickOutcome[] {
  const now = door.now()
  return door.house.store
    .ofType(releaseType)
    .filter((release) => isRelease(release) && isDue(release, now))
    .map(({_id}) => ({subject: _id, name: doorName, outcome: carriedOut(door, _id, log)}))
}

function isDue(release: LakeDocument, now: string): boolean {
  return stateOf(release) === 'scheduled' && String(release['publishAt']) <= now
}

function carriedOut(door: Door, id: string, log: (line: string) => void): TickOutcome['outcome'] {
  try {
    const release = door.house.store.document(id)
    if (release === null) return 'done'
    write(door, id, scheduler(door, release), 'release', (state, current) =>
      isDue(current, state.now) ? goesLive(current, state) : [],
    )
    return 'done'
  } catch (error) {
    if (error instanceof LakeError && reopened(door, id, error.message, log)) return 'refused'
    log(`"${id}" was due and failed: ${reasonOf(error)}`)
    return 'failed'
  }
}

/** A release that could not go live is open again and says why. Source: `error` of @sanity/client's `ReleaseDocument`. */
function reopened(door: Door, id: string, message: string, log: (line: string) => void): boolean {
  try {
    const error = {message: message.slice(0, longestMessage)}
    const set = {state: 'active', publishAt: null, error}
    write(door, id, clock, 'server', () => [
      {type: 'patch', selection: {ids: [id]}, patches: [{set}]},
    ])
    return true
  } catch (error) {
    log(`"${id}" could not be opened again: ${reasonOf(error)}`)
    return false
  }
}

/** It goes live with the rights that whoever scheduled it has by now; the clock itself has none. */
function scheduler({house}: Door, {userId}: LakeDocument): Actor {
  const actor = house.directory.actorOf(String(userId))
  return actor.kind === 'anonymous' ? clock : actor
}

function write(
  door: Door,
  id: string,
  actor: Actor,
  writer: Writer,
  work: (state: ReturnType<typeof actionState>, release: LakeDocument) => readonly Mutation[],
): void {
  const transactionId = door.newId()
  const attempt = {actor, transactionId, dryRun: false, door: {type: doorName, subject: id}}
  door.commit(attempt, (workspace: Workspace, {now}) => {
    const release = workspace.read(id)
    if (release === null) return
    for (const mutation of work(actionState(door, workspace, now, actor), release)) {
      applyMutation(workspace, mutation, writer, () => [])
    }
  })
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

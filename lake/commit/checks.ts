import {type Actor} from '../actor.ts'
import {LakeError} from '../errors.ts'
import {allows} from '../grants.ts'
import {type House} from '../house.ts'
import {type Mutation} from './mutation.ts'
import {strongTargets} from '../references.ts'
import {type Store} from '../store/store.ts'
import {type DetailedChange, type Workspace} from './workspace.ts'

/** Each change by a client needs the grant for it, on the document before and after. */
export function checkGrants(house: House, actor: Actor, changes: readonly DetailedChange[]): void {
  for (const {id, before, after, by} of changes) {
    if (by === 'server') continue
    const may =
      (before === null || allows(house.roles, actor, 'update', before)) &&
      (after === null || allows(house.roles, actor, before === null ? 'create' : 'update', after))
    if (may) continue
    throw denied(id, before === null ? 'create' : after === null ? 'delete' : 'update')
  }
}

/**
 * A patch is not tried on what its author may not change: how it fails would tell what stands there. Queries find
 * nothing that their author may not read.
 */
export function checkBeforePatch(
  house: House,
  actor: Actor,
  workspace: Workspace,
  mutation: Mutation,
): void {
  if (mutation.type !== 'patch' || !('ids' in mutation.selection)) return
  for (const id of new Set(mutation.selection.ids)) {
    const before = workspace.readBefore(id)
    const permission = before === null ? 'create' : 'update'
    // Actions copy documents before they patch them.
    const states = [before, workspace.read(id)].flatMap((state) => state ?? [])
    if (states.every((state) => allows(house.roles, actor, permission, state))) continue
    throw denied(id, permission)
  }
}

function denied(id: string, permission: 'create' | 'update' | 'delete'): LakeError {
  return new LakeError(
    'insufficientPermissions',
    `Your account may not ${permission} "${id}". Ask an administrator for a role that may.`,
    {id, permission},
  )
}

/** Strong references lead somewhere, and what they lead to stays. */
export function checkReferences(
  store: Store,
  workspace: Workspace,
  changes: readonly DetailedChange[],
): void {
  const touched = workspace.touched().ids
  for (const {id, before, after, by} of changes) {
    // What the server takes down must come down, whoever still points at it.
    if (after === null && by === 'server') continue
    if (after !== null) {
      const held = before === null ? new Set<string>() : strongTargets(before)
      for (const target of strongTargets(after)) {
        // What was referred to before, and nobody has touched, is there or was not there before.
        if (held.has(target) && !touched.has(target)) continue
        if (
          workspace.read(target) !== null ||
          (held.has(target) && workspace.readBefore(target) === null)
        )
          continue
        throw new LakeError(
          'referenceDoesNotExist',
          `"${id}" refers to "${target}", which does not exist (or is not published yet).`,
          {id, referenceID: target},
        )
      }
      continue
    }
    const holders = store.referrers(id).filter((source) => {
      const document = workspace.read(source)
      return document !== null && strongTargets(document).has(id)
    })
    if (holders.length > 0) {
      throw new LakeError(
        'documentHasReferences',
        `"${id}" cannot be deleted: ${holders.slice(0, 5).join(', ')} still refer${holders.length === 1 ? 's' : ''} to it.`,
        {id, referringIDs: [...holders]},
      )
    }
  }
}

import {applyPatch as applyEffect} from 'mendoza'
import {type ActionState} from './actions/handler.ts'
import {type Actor, actorId} from '../actor.ts'
import {bundleOf, type LakeDocument} from '../document.ts'
import {type Door} from '../door.ts'
import {type Workspace} from './workspace.ts'

/** What Sanity's actions see of a dataset in the middle of a transaction. */
export function actionState(
  {house: {store}, newId}: Pick<Door, 'house' | 'newId'>,
  workspace: Workspace,
  now: string,
  actor: Actor,
): ActionState {
  return {
    now,
    userId: actorId(actor),
    newId,
    read: (id) => workspace.read(id),
    versions: (release) => {
      const {ids, changes} = workspace.touched()
      const isIn = ({_id}: LakeDocument) => {
        const bundle = bundleOf(_id)
        return bundle.kind === 'version' && bundle.release === release
      }
      return [
        ...store.versions(release).filter(({_id}) => !ids.has(_id)),
        ...changes.flatMap(({after}) => (after !== null && isIn(after) ? [after] : [])),
      ].sort((a, b) => (a._id < b._id ? -1 : 1))
    },
    beforeDeletion: (id) => {
      const revert = store.document(id) === null ? store.lastRevert(id) : null
      return Array.isArray(revert) ? (applyEffect(null, revert) as LakeDocument | null) : null
    },
  }
}

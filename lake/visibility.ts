import {type Actor} from './actor.ts'
import {type LakeDocument} from './document.ts'
import {allows} from './grants.ts'
import {type House, isPublic} from './house.ts'

/** Whether somebody may see a document, wherever they come upon it: without an account, what is public and served. */
export function maySee(
  {roles, privacy}: House,
  actor: Actor,
  document: LakeDocument,
  isWithheld: () => boolean,
): boolean {
  return actor.kind === 'anonymous'
    ? isPublic(document, privacy) && !isWithheld()
    : allows(roles, actor, 'read', document)
}

export function mayRead(house: House, actor: Actor, document: LakeDocument): boolean {
  return maySee(house, actor, document, () => house.store.isWithheld(document._id))
}

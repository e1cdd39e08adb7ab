import {allows} from '../grants.ts'
import {type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Call, signedIn} from './call.ts'

/** What no grant names by itself: whoever may manage this may manage the lake. */
const lakeItself: LakeDocument = {
  _id: '_.lake',
  _type: 'system.lake',
  _rev: '',
  _createdAt: '',
  _updatedAt: '',
}

export function mayManage(call: Call): boolean {
  return allows(call.lake.extension.roles, call.actor, 'manage', lakeItself)
}

/** @throws LakeError insufficientPermissions, with what only administrators can do: "create a dataset". */
export function mustManage(call: Call, what: string): void {
  signedIn(call)
  if (mayManage(call)) return
  throw new LakeError('insufficientPermissions', `Only an administrator can ${what}.`)
}

import {type House, isPublic} from './house.ts'

/**
 * What must not be served as it stands: what the extension does not vouch for, and what was filed by somebody else
 * than the lake, so that it would pass for what it is not.
 */
export function unserved(
  {store, isPrivate}: House,
  unverified: () => readonly string[],
): readonly string[] {
  const misfiled = store.refile((document) => isPublic(document, isPrivate))
  const present = unverified().filter((id) => store.document(id) !== null)
  return [...new Set([...misfiled, ...present])].sort()
}

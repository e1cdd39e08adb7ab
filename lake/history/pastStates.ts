import {applyPatch} from 'mendoza'
import {type Json, type LakeDocument} from '../document.ts'

/**
 * What a document was before a change, by the patch that takes the change back.
 * @throws Error when the patch does not fit: somebody wrote past the lake
 */
export function stateBefore(
  after: LakeDocument | null,
  revert: readonly Json[],
  /** Null when there was no document. */
  revision: string | null,
): LakeDocument | null {
  const {_rev, ...content} = after ?? {_rev: ''}
  const before = applyPatch(after === null ? null : content, [...revert]) as LakeDocument | null
  if ((before === null) !== (revision === null)) throw new Error('the patches do not fit')
  return before === null ? null : {...before, _rev: revision ?? ''}
}

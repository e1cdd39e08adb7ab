import {Mutation} from '@sanity/mutator'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'

interface Mutable {
  _id: string
  _type: string
  [field: string]: unknown
}

/**
 * The document with a patch applied, by the Studio's own engine, so that server and editor agree to the letter.
 * That engine checks no revision, stamps fields of its own and is lenient with missing ones: those rules are ours.
 * @throws LakeError malformedRequest when the patch cannot be applied.
 */
export function applyPatch(document: LakeDocument, operations: JsonObject): LakeDocument {
  const wire = structuredClone({id: document._id, ...operations})
  let patched: Mutable | null
  try {
    const mutation = new Mutation({mutations: [{patch: wire as never}]})
    patched = mutation.apply(structuredClone(document) as Mutable) as Mutable | null
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError(
      'malformedRequest',
      `The patch of "${document._id}" cannot be applied: ${reason}`,
    )
  }
  if (patched === null)
    throw new LakeError('malformedRequest', `The patch of "${document._id}" left nothing.`)
  return JSON.parse(
    JSON.stringify({
      ...patched,
      _id: document._id,
      _rev: document._rev,
      _createdAt: document._createdAt,
      _updatedAt: document._updatedAt,
    }),
  ) as LakeDocument
}

import {Mutation} from '@sanity/mutator'
import {withinBudget} from '../budget.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'

interface Mutable {
  _id: string
  _type: string
  [field: string]: unknown
}

/** How long everybody waits for what one request wants to be written. */
export const workMs = 5_000
/** What is no larger takes a second at the very worst, and watching it takes longer than a usual patch. */
const small = {document: 20_000, operations: 1_000}

/**
 * The document with a patch applied, by the Studio's own engine, so that server and editor agree to the letter.
 * That engine checks no revision, stamps fields of its own and is lenient with missing ones: those rules are ours.
 * @throws LakeError malformedRequest when the patch cannot be applied, tooLarge when it takes longer than it may.
 */
export function applyPatch(
  document: LakeDocument,
  operations: JsonObject,
  budgetMs = workMs,
): LakeDocument {
  const text = JSON.stringify(document)
  const wire = JSON.stringify({id: document._id, ...operations})
  const apply = () => {
    const mutation = new Mutation({mutations: [{patch: JSON.parse(wire) as never}]})
    return mutation.apply(JSON.parse(text) as Mutable) as Mutable | null
  }
  let patched: Mutable | null
  try {
    patched = isQuick(text, wire) ? apply() : withinBudget(budgetMs, apply, tooMuchWork)
  } catch (error) {
    if (error instanceof LakeError) throw error
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

/** A path may go down anywhere, or the same way many times: then the smallest patch takes for ever. */
function isQuick(document: string, operations: string): boolean {
  return (
    document.length <= small.document &&
    operations.length <= small.operations &&
    !/\.\.|\[[^\]]*,/.test(operations)
  )
}

export function tooMuchWork(): LakeError {
  return new LakeError(
    'tooLarge',
    `That takes longer than ${workMs / 1000} seconds to write. Do it in several smaller requests.`,
  )
}

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
const small = {document: 20_000, patch: 1_000}

/**
 * The document with patches applied one after the other, by the Studio's own engine, so that server and editor agree
 * to the letter. That engine checks no revision, stamps fields of its own and is lenient with missing ones: those
 * rules are ours.
 * @throws LakeError malformedRequest when one cannot be applied, tooLarge when they take longer than they may.
 */
export function applyPatches(
  document: LakeDocument,
  patches: readonly JsonObject[],
  budgetMs = workMs,
): LakeDocument {
  const {_id, _rev, _createdAt, _updatedAt} = document
  const until = performance.now() + budgetMs
  let state = copy(document) as unknown as Mutable
  for (const patch of patches) {
    const left = until - performance.now()
    if (left <= 0) throw tooMuchWork()
    // The next patch must know it again.
    state = {...patched(state, copy({id: _id, ...patch}), left), _id}
  }
  return copy({...state, _rev, _createdAt, _updatedAt} as unknown as LakeDocument)
}

function patched(state: Mutable, patch: JsonObject, budgetMs: number): Mutable {
  const apply = () => new Mutation({mutations: [{patch: patch as never}]}).apply(state) as Mutable
  try {
    return isQuick(JSON.stringify(state), JSON.stringify(patch))
      ? apply()
      : withinBudget(budgetMs, apply, tooMuchWork)
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `The patch of "${state._id}" cannot be applied: ${reason}`
    throw new LakeError('malformedRequest', sentence)
  }
}

/** What nobody else holds, as it is stored: numbers that JSON cannot say are null. */
function copy<Value extends JsonObject>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** A path may go down anywhere, or the same way many times: then the smallest patch takes for ever. */
function isQuick(document: string, patch: string): boolean {
  return (
    document.length <= small.document &&
    patch.length <= small.patch &&
    !/\.\.|\[[^\]]*,/.test(patch)
  )
}

export function tooMuchWork(): LakeError {
  return new LakeError(
    'tooLarge',
    `That takes longer than ${workMs / 1000} seconds to write. Do it in several smaller requests.`,
  )
}

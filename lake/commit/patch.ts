import {Mutation} from '@sanity/mutator'
import {withinBudget} from '../budget.ts'
import {type JsonObject, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {measure} from './measure.ts'
import {type Step, stepsOf} from './patchSteps.ts'

interface Mutable {
  _id: string
  _type: string
  [field: string]: unknown
}

/** How long everybody waits for what one request wants to be written. */
export const workMs = 5_000
export const maxDocumentBytes = 4_000_000
/** What is no larger, and leads to items by their number or by what they say, is quicker than watching it. */
const small = {document: 20_000, step: 1_000}

/**
 * The document with patches applied one after the other, by the Studio's own engine, so that server and editor agree
 * to the letter. That engine checks no revision, stamps fields of its own and is lenient with missing ones: those
 * rules are ours.
 * @throws LakeError malformedRequest when one cannot be applied, tooLarge when they take longer than they may or leave
 * more than a document may hold
 */
export function applyPatches(
  document: LakeDocument,
  patches: readonly JsonObject[],
  budgetMs = workMs,
): LakeDocument {
  try {
    return patched(document, patches, budgetMs)
  } catch (error) {
    if (error instanceof LakeError) throw error
    const reason = error instanceof Error ? error.message : String(error)
    const sentence = `The patch of "${document._id}" cannot be applied: ${reason}`
    throw new LakeError('malformedRequest', sentence)
  }
}

function patched(
  document: LakeDocument,
  patches: readonly JsonObject[],
  budgetMs: number,
): LakeDocument {
  const {_id, _rev, _createdAt, _updatedAt} = document
  const until = performance.now() + budgetMs
  const lengthOf = measure()
  let state = copy(document) as unknown as Mutable
  let length = lengthOf(state)
  for (const step of patches.flatMap(stepsOf)) {
    const left = until - performance.now()
    if (left <= 0) throw tooMuchWork()
    // The next one must know it again.
    state = {...applied(state, step, length, left), _id}
    length = lengthOf(state)
    if (length > maxDocumentBytes) throw tooLarge(_id)
  }
  return copy({...state, _rev, _createdAt, _updatedAt} as unknown as LakeDocument)
}

function applied(state: Mutable, {path, patch}: Step, length: number, budgetMs: number): Mutable {
  const own = copy({...patch, id: state._id})
  const apply = () => new Mutation({mutations: [{patch: own as never}]}).apply(state) as Mutable
  return isQuick(length, path, patch) ? apply() : withinBudget(budgetMs, apply, tooMuchWork)
}

/** What nobody else holds, as it is stored: numbers that JSON cannot say are null. */
function copy<Value extends JsonObject>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** A path may go down anywhere, or lead to many at once: then the smallest patch takes for ever. */
function isQuick(length: number, path: string, patch: JsonObject): boolean {
  return (
    length <= small.document &&
    !/\.\.|\[[^\]]*[,:]/.test(path) &&
    JSON.stringify(patch).length <= small.step
  )
}

export function tooLarge(id: string): LakeError {
  const sentence = `"${id}" would be larger than ${maxDocumentBytes / 1e6} MB.`
  return new LakeError('tooLarge', sentence)
}

export function tooMuchWork(): LakeError {
  return new LakeError(
    'tooLarge',
    `That takes longer than ${workMs / 1000} seconds to write. Do it in several smaller requests.`,
  )
}

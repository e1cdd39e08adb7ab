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
  const before = copy(document) as unknown as Mutable
  const steps = patches.flatMap(stepsOf)
  const apply = () =>
    steps.reduce<Mutable>((state, {patch}) => {
      if (performance.now() > until) throw tooMuchWork()
      const mutation = new Mutation({mutations: [{patch: copy({...patch, id: _id}) as never}]})
      // The next one must know it again.
      const next = {...(mutation.apply(state) as Mutable), _id}
      if (lengthOf(next) > maxDocumentBytes) throw tooLarge(_id)
      return next
    }, before)
  const isQuick = lengthOf(before) <= small.document && steps.every(isSimple)
  const state = isQuick ? apply() : withinBudget(budgetMs, apply, tooMuchWork)
  return copy({...state, _rev, _createdAt, _updatedAt} as unknown as LakeDocument)
}

/** What nobody else holds, as it is stored: numbers that JSON cannot say are null. */
function copy<Value extends JsonObject>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

/** A path may go down anywhere, or lead to many at once: then the smallest step takes for ever. */
function isSimple({path, patch}: Step): boolean {
  return !/\.\.|\[[^\]]*[,:]/.test(path) && JSON.stringify(patch).length <= small.step
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

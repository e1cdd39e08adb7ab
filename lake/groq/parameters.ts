import {placesOf} from './words.ts'

const comparedBefore = /(?:==|!=|<=?|>=?|\bin|\bmatch|\breferences\s*\()\s*$/
const comparedAfter = /^\s*(?:==|!=|<=?|>=?|in\b|match\b)/
const startsCondition = /(?:[[(]|&&|\|\|)\s*$/
const addedTo = /(?:==|!=|<=?|>=?)\s*"[^"\\]*"\s*\+\s*$/

/**
 * Parameters that a query compares something with, wherever it names them: it means the same whatever they are, so it
 * need not be read anew for each value. Others are fixed: they may stand where GROQ wants a constant.
 */
export function parametersOf(query: string): ReadonlyMap<string, 'free' | 'fixed'> {
  const free = new Map<string, boolean>()
  const declares = /\bfn\s/.test(query)
  for (const {start, end} of placesOf(query, (word) => word.startsWith('$'))) {
    const name = query.slice(start + 1, end)
    const [before, after] = [query.slice(Math.max(0, start - 200), start), query.slice(end)]
    const isCompared =
      comparedBefore.test(before) ||
      addedTo.test(before) ||
      (startsCondition.test(before) && comparedAfter.test(after))
    const isValue = !/^\s*(?:\.|\[|->|[-+*/%])/.test(after)
    free.set(name, (free.get(name) ?? true) && isCompared && isValue && !declares)
  }
  return new Map([...free].map(([name, isFree]) => [name, isFree ? 'free' : 'fixed']))
}

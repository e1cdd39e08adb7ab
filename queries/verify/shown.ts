import {digest, type Rendered} from '../../plugins/review-workflow/policy/digest.ts'
import {isObject} from '../../plugins/review-workflow/policy/object.ts'
import {isGoverned} from '../../plugins/review-workflow/policy/topics.ts'

/** A document as it was served, whatever is in it. */
export interface Served {
  readonly _id: string
  readonly _type: string
  readonly [field: string]: unknown
}

/** What a perspective adds to the documents that it shows is none of their words. */
export function servedAs(value: unknown): Served | null {
  if (!isObject(value)) return null
  const {_originalId, ...document} = value
  const {_id, _type} = document
  return typeof _id === 'string' && typeof _type === 'string' ? {...document, _id, _type} : null
}

/**
 * What a page shows of the documents that came with it: all that it reaches by references, as the lake walks them. More
 * documents than that change nothing; a missing one changes the digest.
 */
export function shownWith(page: Served, documents: readonly Served[]): readonly Served[] {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const found = new Map<string, Served>()
  const queue: Served[] = [page]
  for (const from of queue) {
    for (const target of targetsOf(from)) {
      const document = byId.get(target)
      if (document === undefined || target === page._id || found.has(target)) continue
      if (isGoverned(document._type) || isServers(document._type)) continue
      found.set(target, document)
      queue.push(document)
    }
  }
  return [...found.values()]
}

export function renderedAs(document: Served): Rendered {
  return {id: document._id, type: document._type, digest: digest(document)}
}

/** Records about pages are not part of them. */
function isServers(type: string): boolean {
  return type === 'review' || type === 'reviewProgress'
}

/** Walks without recursion: no depth of nesting may throw. */
function targetsOf({_system, ...words}: Served): readonly string[] {
  const targets: string[] = []
  const queue: unknown[] = [words]
  for (const value of queue) {
    if (Array.isArray(value)) {
      for (const item of value) queue.push(item)
    } else if (isObject(value)) {
      if (typeof value['_ref'] === 'string') targets.push(value['_ref'])
      for (const item of Object.values(value)) queue.push(item)
    }
  }
  return targets
}

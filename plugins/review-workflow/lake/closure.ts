import {bundleOf, isPublished, type LakeDocument, publishedId} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {referencesIn} from '../../../lake/references.ts'
import {
  closureDigest,
  digest,
  documentTopics,
  isGoverned,
  isRetracted,
  namedAuthors,
  type Version,
} from '../policy/index.ts'

/** The public record of a document's review: the server rewrites it by itself, so no page's closure rests on it. */
export const projectionType = 'review'

export interface ClosureEntry {
  readonly id: string
  readonly type: string
  /** `null`: the document has no canonical form. */
  readonly digest: string | null
}

/**
 * What a page renders together with its own words: every published document that it reaches by references, assets
 * among them. It stops at governed documents, which stand on sign-offs of their own.
 */
export function closure(view: View, document: LakeDocument): readonly ClosureEntry[] {
  const found = new Map<string, ClosureEntry>()
  const visit = (from: LakeDocument) => {
    for (const {target} of referencesIn(from)) {
      if (target === publishedId(document._id) || found.has(target)) continue
      // What is not there renders nothing; should it appear, the closure changes.
      const shared = isPublished(target) ? view.read(target) : null
      if (shared === null || isGoverned(shared._type) || shared._type === projectionType) continue
      found.set(target, {id: target, type: shared._type, digest: digest(shared)})
      visit(shared)
    }
  }
  visit(document)
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A document as the policy sees it, with everything that must not change once it is signed. */
export function versionOf(view: View, document: LakeDocument | null): Version | null {
  if (document === null) return null
  const entries = closure(view, document)
  return {
    digest: digest(document),
    closureDigest: closureDigest(entries),
    topics: documentTopics(document),
    authors: namedAuthors(document),
    retracted: entries.flatMap(({id}) => {
      const shared = view.read(id)
      return shared !== null && isRetracted(shared) ? [id] : []
    }),
  }
}

/** The published ids of governed documents, in any bundle, that render this shared document. */
export function pagesRendering(view: View, id: string): readonly string[] {
  const pages = new Set<string>()
  const seen = new Set<string>()
  const climb = (target: string) => {
    if (seen.has(target)) return
    seen.add(target)
    for (const source of view.referrers(target)) {
      const document = view.read(source)
      if (document === null) continue
      if (isGoverned(document._type)) pages.add(publishedId(source))
      else if (bundleOf(source).kind === 'published') climb(source)
    }
  }
  climb(id)
  return [...pages].sort()
}

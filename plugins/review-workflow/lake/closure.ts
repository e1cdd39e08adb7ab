import {
  bundleOf,
  draftId,
  isPublished,
  type LakeDocument,
  publishedId,
} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {referencesIn} from '../../../lake/references.ts'
import {
  citedWork,
  closureDigest,
  isGoverned,
  namedAuthors,
  safetyTopics,
  type Version,
} from '../policy/index.ts'
import {digestOf, formOf, topicsOf} from './remembered.ts'
import {isServerType} from './serverTypes.ts'

export interface ClosureEntry {
  readonly id: string
  readonly type: string
  /** `null`: the document has no canonical form. */
  readonly digest: string | null
}

/** All that following references takes. */
type Reader = Pick<View, 'read'>

/**
 * What a page renders together with its own words: every published document that it reaches by references, assets
 * among them. It stops at governed documents, which stand on sign-offs of their own.
 */
export function closure(view: Reader, document: LakeDocument): readonly ClosureEntry[] {
  const found = new Map<string, ClosureEntry>()
  const visit = (from: LakeDocument) => {
    for (const {target} of referencesIn(from)) {
      if (target === publishedId(document._id) || found.has(target)) continue
      // What is not there renders nothing; should it appear, the closure changes.
      const shared = isPublished(target) ? view.read(target) : null
      if (shared === null || isGoverned(shared._type) || isServerType(shared._type)) continue
      found.set(target, {id: target, type: shared._type, digest: digestOf(shared)})
      visit(shared)
    }
  }
  visit(document)
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A document as the policy sees it, with everything that must not change once it is signed. */
export function versionOf(view: Reader, document: LakeDocument | null): Version | null {
  if (document === null) return null
  const entries = closure(view, document)
  const shared = entries.map(({id}) => view.read(id))
  return {
    digest: digestOf(document),
    closureDigest: closureDigest(entries),
    topics: [...new Set([...topicsOf(document), ...shared.flatMap(safetyTopics)])].sort(),
    authors: namedAuthors(document),
    works: shared.flatMap((each) => citedWork(each) ?? []),
  }
}

/** The state as it will be once the drafts of these shared documents are published. */
export function asIfPublished<V extends Reader>(view: V, shared: readonly string[]): V {
  return withPublished(
    view,
    shared.flatMap((id) => view.read(draftId(id)) ?? []),
  )
}

/** The state as it will be once these drafts and versions are published. */
export function withPublished<V extends Reader>(view: V, documents: readonly LakeDocument[]): V {
  if (documents.length === 0) return view
  const published = new Map(documents.map((document) => [publishedId(document._id), document]))
  const read = (id: string): LakeDocument | null => {
    const document = published.get(id)
    return document === undefined ? view.read(id) : (formOf(document) as LakeDocument)
  }
  return {...view, read}
}

/** What a signature that counts on those drafts rests on; drafts that are not there change nothing. */
export function anticipated(
  view: Reader,
  shared: readonly string[],
): readonly {readonly id: string; readonly digest: string}[] {
  return shared.flatMap((id) => {
    const draft = view.read(draftId(id))
    const words = draft === null ? null : digestOf(draft)
    return words === null ? [] : [{id, digest: words}]
  })
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
      else if (bundleOf(source).kind === 'published' && !isServerType(document._type)) climb(source)
    }
  }
  climb(id)
  return [...pages].sort()
}

import {hash} from 'node:crypto'
import {LRUCache} from 'lru-cache'
import {isPublished, type LakeDocument, publishedId} from '../document.ts'

/** What an answer rests on. A commit that touches none of it leaves the answer as it is. */
export interface Reads {
  /** True when the query went through documents that no plan narrows down. */
  readonly everything: boolean
  /** Types and ids that the plan looks documents up by. */
  readonly types: Iterable<string>
  readonly ids: Iterable<string>
  /** Ids that references led to, with the type of what was found there. */
  readonly followed: ReadonlyMap<string, string | null>
  /** True when drafts or versions stand in for published documents, and so may hide them. */
  readonly isLayered: boolean
}

/** As many references are told by their ids; beyond that, by the types that they led to. */
const mostFollowed = 64
const mostTags = 256

/** The tags of an answer: opaque, and shared with every change that could make it another one. */
export function tagsOfReads(reads: Reads): readonly string[] {
  const followed = [...reads.followed]
  const byId = followed.length <= mostFollowed
  const found = new Set([
    ...[...reads.types].map(typeTag),
    ...[...reads.ids].map(idTag),
    ...followed.map(([id, type]) => (byId || type === null ? idTag(id) : typeTag(type))),
    ...(reads.isLayered ? [layersTag] : []),
  ])
  return reads.everything || found.size > mostTags ? [everythingTag] : [...found].sort()
}

/** The tags that a change of a document is announced under. At least one of both states must be there. */
export function tagsOfChange(
  before: LakeDocument | null,
  after: LakeDocument | null,
): readonly string[] {
  const id = (after ?? before)?._id ?? ''
  const types = [before, after].flatMap((document) => (document ? [document._type] : []))
  // A draft of another type than what it hides changes what is found under that other type.
  const hides = !isPublished(id) && (before === null || after === null)
  const told = [everythingTag, idTag(id), ...types.map(typeTag), ...(hides ? [layersTag] : [])]
  return [...new Set(told)]
}

function idTag(id: string): string {
  return tag(`id ${publishedId(id)}`)
}

function typeTag(type: string): string {
  const known = typeTags.get(type) ?? tag(`type ${type}`)
  typeTags.set(type, known)
  return known
}

/** There are few types with short names, and every commit and every answer names some. */
const typeTags = new LRUCache<string, string>({
  maxSize: 20_000,
  sizeCalculation: (of, type) => type.length + of.length,
})

/** Short, as Sanity's are: two that happen to be alike cost an extra fetch and nothing else. */
function tag(what: string): string {
  return `s1:${hash('sha256', what, 'base64url').slice(0, 8)}`
}

const everythingTag = tag('everything')
const layersTag = tag('layers')

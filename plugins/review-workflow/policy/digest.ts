import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import {isObject} from './object.ts'

/** What the lake stamps on a document: it says when and how, never what. */
const stamped = ['_rev', '_createdAt', '_updatedAt', '_system']

/** SHA-256, as 64 hex digits, of the RFC 8785 form of a value; `null` when it has none. */
export function hashOf(value: unknown): string | null {
  try {
    const text = canonicalize(value)
    return text === undefined ? null : bytesToHex(sha256(utf8ToBytes(text)))
  } catch {
    return null
  }
}

/**
 * The digest of a document as it would be published: every field counts, hidden and unknown ones too.
 * `null` when it has no canonical form (half a Unicode pair, nesting without end): nobody can sign that.
 */
export function digest(document: unknown): string | null {
  try {
    return hashOf(publishedForm(document))
  } catch {
    return null
  }
}

/** What readers would get: the document under its published id, with references as publishing leaves them. */
export function publishedForm(document: unknown): unknown {
  if (!isObject(document) || typeof document['_id'] !== 'string') return undefined
  const words = Object.entries(document).filter(([field]) => !stamped.includes(field))
  const id = publishedId(document['_id'])
  const form = {...Object.fromEntries(words), _id: id}
  // What is published already is served as it stands, with whatever is left of such a wish.
  return id === document['_id'] ? form : strengthened(form)
}

/** Something that a page renders. No `type`: it does not exist, and its coming into being is a change. */
export interface Rendered {
  readonly id: string
  readonly type: string | null
  readonly digest: string | null
}

/** The digest of everything that a page renders together with its own words, in any order. */
export function closureDigest(rendered: readonly Rendered[]): string | null {
  if (rendered.some(({type, digest: each}) => type !== null && each === null)) return null
  const pairs = rendered.map(({id, digest: each}) => [id, each] as const)
  return hashOf(pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
}

/** References become what they asked for on publishing. Source: `_strengthenOnPublish` in @sanity/types. */
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (!isObject(value)) return value
  const wish = value['_strengthenOnPublish']
  const asks = value['_ref'] !== undefined && wish !== undefined
  const staysWeak = isObject(wish) && wish['weak'] === true
  const dropped = (field: string) =>
    asks && (field === '_strengthenOnPublish' || (field === '_weak' && !staysWeak))
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => !dropped(field))
      .map(([field, inner]) => [field, strengthened(inner)]),
  )
}

/** The lake has its own, which the policy may not import: a test holds the two together. */
function publishedId(id: string): string {
  if (id.startsWith('drafts.')) return id.slice('drafts.'.length)
  return /^versions\.[^.]+\.(.+)$/.exec(id)?.[1] ?? id
}

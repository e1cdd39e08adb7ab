import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

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
 * `null` when it has no canonical form (half a Unicode pair, for one): nobody can sign that.
 */
export function digest(document: unknown): string | null {
  if (!isObject(document) || typeof document['_id'] !== 'string') return null
  const words = Object.fromEntries(
    Object.entries(document).filter(([field]) => !stamped.includes(field)),
  )
  return hashOf(strengthened({...words, _id: publishedId(document['_id'])}))
}

/** The digest of everything that a page renders together with its own words, in any order. */
export function closureDigest(
  entries: readonly {readonly id: string; readonly digest: string | null}[],
): string | null {
  const pairs = entries.map(({id, digest: each}) => [id, each] as const)
  return hashOf(pairs.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)))
}

/** References become what they asked for on publishing: `_strengthenOnPublish`, as Sanity's publish action resolves it. */
function strengthened(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthened)
  if (!isObject(value)) return value
  const fields = Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, strengthened(item)]),
  )
  const wish = fields['_strengthenOnPublish']
  if (fields['_ref'] === undefined || wish === undefined) return fields
  const {_strengthenOnPublish, _weak, ...rest} = fields
  return isObject(wish) && wish['weak'] === true
    ? {...rest, ...(_weak === undefined ? {} : {_weak})}
    : rest
}

function publishedId(id: string): string {
  return id.replace(/^drafts\./, '').replace(/^versions\.[^.]+\./, '')
}

export function isObject(value: unknown): value is {readonly [key: string]: unknown} {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

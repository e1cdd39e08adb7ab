import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {checkOperand} from './patchOperators.ts'

type Attributes = JsonObject & {readonly _id?: string; readonly _type: string}

/** What to do to which documents, decoded once at the door from Sanity's mutation wire format. */
export type Mutation =
  | {
      readonly type: 'create' | 'createIfNotExists' | 'createOrReplace'
      readonly document: Attributes
    }
  | {readonly type: 'delete'; readonly selection: Selection; readonly ifRevisionId?: string}
  | Patch

interface Patch {
  readonly type: 'patch'
  readonly selection: Selection
  /** What is done to each, one after the other. */
  readonly patches: readonly JsonObject[]
  readonly ifRevisionId?: string
}

export type Selection =
  {readonly ids: readonly string[]} | {readonly query: string; readonly params: JsonObject}

const documentIdSyntax = /^(?!-)(?!\.)[a-zA-Z0-9._-]{1,128}$/
const maxMutations = 10_000

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function malformed(message: string): never {
  throw new LakeError('malformedRequest', message)
}

/** Accepts an id that a document may be stored under, or throws a sentence that says what is wrong with it. */
export function checkDocumentId(id: unknown): string {
  if (typeof id !== 'string') return malformed('A document id must be a string.')
  const base = id.replace(/^(drafts|versions\.[^.]+)\./, '')
  const nested = /^(drafts|versions)(\.|$)/.test(base)
  if (
    !documentIdSyntax.test(id) ||
    id.includes('..') ||
    id.endsWith('.') ||
    nested ||
    base === ''
  ) {
    return malformed(
      `"${id.slice(0, 140)}" cannot be a document id: use up to 128 letters, digits, "-", "_" and single ".", ` +
        'with at most one "drafts." or "versions.<release>." in front.',
    )
  }
  return id
}

export function decodeMutations(wire: unknown, newId: () => string): readonly Mutation[] {
  if (!Array.isArray(wire)) return malformed('"mutations" must be an array.')
  if (wire.length > maxMutations) {
    throw new LakeError('tooLarge', `A transaction takes at most ${maxMutations} mutations.`)
  }
  return wire.map((mutation: unknown, index) => decodeMutation(mutation, index, newId))
}

function decodeMutation(wire: unknown, index: number, newId: () => string): Mutation {
  if (!isObject(wire)) return malformed(`Mutation ${index} must be an object.`)
  const [verb, ...rest] = Object.keys(wire)
  if (verb === undefined || rest.length > 0) {
    return malformed(
      `Mutation ${index} must have exactly one of create, createIfNotExists, createOrReplace, delete, patch.`,
    )
  }
  const body = wire[verb]
  if (!isObject(body)) return malformed(`"${verb}" of mutation ${index} must be an object.`)
  switch (verb) {
    case 'create':
    case 'createIfNotExists':
    case 'createOrReplace':
      return {type: verb, document: decodeAttributes(body, verb, newId)}
    case 'delete':
      return {type: 'delete', selection: decodeSelection(body, verb), ...ifRevision(body)}
    case 'patch':
      return {
        type: 'patch',
        selection: decodeSelection(body, verb),
        patches: [decodeOperations(body)],
        ...ifRevision(body),
      }
    default:
      return malformed(`"${verb.slice(0, 40)}" is not a mutation.`)
  }
}

/** The same in as few as can be: an editor sends each letter of a word as a patch of its own. */
export function joined(mutations: readonly Mutation[]): readonly Mutation[] {
  const all: Mutation[] = []
  for (const mutation of mutations) {
    const last = all.at(-1)
    if (last?.type === 'patch' && mutation.type === 'patch' && isOfTheSame(last, mutation))
      all[all.length - 1] = {...last, patches: [...last.patches, ...mutation.patches]}
    else all.push(mutation)
  }
  return all
}

function isOfTheSame(first: Patch, next: Patch): boolean {
  if (!('ids' in first.selection && 'ids' in next.selection)) return false
  const [one, other] = [first.selection.ids, next.selection.ids]
  const isSame = one.length === 1 && other.length === 1 && one[0] === other[0]
  return isSame && next.ifRevisionId === undefined
}

/** An id that is missing or ends in "." gets a generated one appended, as Sanity's does. */
function decodeAttributes(body: JsonObject, verb: string, newId: () => string): Attributes {
  const {_id = '', _type} = body
  if (typeof _type !== 'string' || _type === '')
    return malformed(`"${verb}" needs a document with a "_type".`)
  if (typeof _id !== 'string') return malformed('A document id must be a string.')
  if (_id === '' && verb !== 'create') return malformed(`"${verb}" needs a document with an "_id".`)
  checkValue(body, 0)
  const id = checkDocumentId(_id === '' || _id.endsWith('.') ? _id + newId() : _id)
  return {...body, _id: id, _type}
}

function decodeSelection(body: JsonObject, verb: string): Selection {
  if (body['id'] !== undefined) {
    const ids = Array.isArray(body['id']) ? body['id'] : [body['id']]
    if (ids.length > maxMutations) {
      throw new LakeError('tooLarge', `"${verb}" takes at most ${maxMutations} ids at once.`)
    }
    return {ids: ids.map(checkDocumentId)}
  }
  const {query, params = {}} = body
  if (typeof query === 'string' && isObject(params)) return {query, params}
  return malformed(`"${verb}" needs an "id" or a "query".`)
}

function ifRevision(body: JsonObject): {ifRevisionId?: string} {
  const value = body['ifRevisionID'] ?? body['ifRevisionId']
  if (value === undefined || value === null) return {}
  return typeof value === 'string'
    ? {ifRevisionId: value}
    : malformed('"ifRevisionID" must be a string.')
}

function decodeOperations(body: JsonObject): JsonObject {
  const operations: Record<string, Json | undefined> = {}
  for (const [key, value] of Object.entries(body)) {
    if (['id', 'query', 'params', 'ifRevisionID', 'ifRevisionId'].includes(key)) continue
    checkValue(value, 0)
    operations[key] = checkOperand(key, value)
  }
  return operations
}

const maxDepth = 64
/** Names that would change how JavaScript itself treats a document. */
const unsafeNames = ['__proto__', 'constructor', 'hasOwnProperty', 'then', 'toJSON']

/** Keeps out what the record could not sign: unpaired surrogates (RFC 8785), endless nesting, prototype keys. */
export function checkValue(value: Json | undefined, depth: number): void {
  if (depth > maxDepth) return malformed(`Values may be nested at most ${maxDepth} deep.`)
  if (typeof value === 'string' && !value.isWellFormed()) {
    return malformed('Text holds half of a Unicode pair; it cannot be stored.')
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    return malformed('Numbers must be finite.')
  if (typeof value !== 'object' || value === null) return
  for (const [key, item] of Object.entries(value)) {
    if (unsafeNames.includes(key) || !key.isWellFormed())
      return malformed(`"${key}" cannot be a field name.`)
    checkValue(item, depth + 1)
  }
}

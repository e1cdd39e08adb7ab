import {evaluate, type ExprNode, parse, toJS} from 'groq-js'
import {bundleOf, type Json, type LakeDocument} from '../document.ts'
import {LakeError} from '../errors.ts'
import {nodesOf} from '../groq/tree.ts'
import {type Hook, type HookRule, type Operation} from './hook.ts'

/** One document before and after a transaction, and what GROQ may ask about it. */
export interface HookChange {
  readonly before: LakeDocument | null
  readonly after: LakeDocument | null
  readonly projectId: string
  readonly dataset: string
  readonly author: string
  readonly timestamp: string
  /** What a projection may look up with `*` and `->`. */
  readonly documents: () => readonly LakeDocument[]
}

/** @throws LakeError malformedRequest when the filter or the projection cannot be read */
export function checkRule({filter, projection}: Pick<HookRule, 'filter' | 'projection'>): void {
  if (filter !== null && looksElsewhere(parsed('filter', filter))) {
    throw new LakeError(
      'malformedRequest',
      'The "filter" looks at the one document that changed: it cannot use "*" or "->". A "projection" can.',
    )
  }
  if (projection !== null) parsed('projection', projection)
}

/** What became of the document; null when the hook does not ask for it at all. */
export function operationFor(hook: Hook, {before, after}: HookChange): Operation | null {
  const document = after ?? before
  if (document === null || !covers(hook, document._id)) return null
  const operation = before === null ? 'create' : after === null ? 'delete' : 'update'
  return hook.rule.on.includes(operation) ? operation : null
}

/** Drafts and versions are for those hooks that ask for them; the lake's own documents are for none. */
export function covers(
  hook: Pick<Hook, 'includeDrafts' | 'includeAllVersions'>,
  id: string,
): boolean {
  if (id.startsWith('_.')) return false
  const {kind} = bundleOf(id)
  if (kind === 'draft') return hook.includeDrafts
  return kind === 'published' || hook.includeAllVersions
}

/** The body to send, as JSON; null when the filter says no. Delta-GROQ: `before()`, `after()`, `delta::changedAny()`. */
export async function payloadFor({rule}: Hook, change: HookChange): Promise<string | null> {
  const {filter, projection} = rule
  const root = change.after ?? change.before
  if (filter !== null && (await valueOf(parsed('filter', filter), change)) !== true) return null
  const value = projection === null ? root : await valueOf(parsed('projection', projection), change)
  return JSON.stringify(value ?? null)
}

async function valueOf(tree: ExprNode, change: HookChange): Promise<Json> {
  const {before, after, projectId, dataset, author, timestamp} = change
  const documents = looksElsewhere(tree) ? change.documents() : []
  const value = await evaluate(tree, {
    before,
    after,
    root: after ?? before,
    dataset: documents,
    sanity: {projectId, dataset},
    identity: author,
    timestamp: new Date(timestamp),
  })
  return toJS(await value.asStatic()) as Json
}

const trees = new Map<string, ExprNode>()

function parsed(what: 'filter' | 'projection', code: string): ExprNode {
  const known = trees.get(code)
  if (known !== undefined) return known
  try {
    const tree = parse(code, {mode: 'delta'})
    // Of hooks that are edited over and over, the old ones go.
    if (trees.size >= 200) trees.clear()
    trees.set(code, tree)
    return tree
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new LakeError('malformedRequest', `The "${what}" cannot be read as GROQ: ${reason}.`)
  }
}

function looksElsewhere(tree: ExprNode): boolean {
  return [...nodesOf(tree)].some(({type}) => type === 'Everything' || type === 'Deref')
}

import {type ExprNode} from 'groq-js'
import {type LakeDocument} from '../document.ts'
import {isOwnField, pathOf} from './paths.ts'
import {isSomeCount, isTold, operandsInto, type Term, termsIn} from './terms.ts'

export interface OrderKey {
  readonly path: string
  /** In small letters; what is no text has none. */
  readonly isLower: boolean
  readonly isDescending: boolean
}

/** What a filter over everything selects, as far as indexes can tell. */
export interface Selection {
  readonly filters: readonly ExprNode[]
  readonly terms: readonly Term[]
  /** They do not look at the document itself. */
  readonly operands: readonly ExprNode[]
  /** Whoever meets the terms meets the filter. */
  readonly isExact: boolean
  /** The order asked for, where an index can have it; null where there is none to be had. */
  readonly order: readonly OrderKey[] | null
  /** True when only the first ones are of interest. */
  readonly isCut: boolean
}

/** Candidates of a selection. `isSorted`: in the order asked for, and not in that of ids. */
export interface SelectedRows {
  readonly rows: Iterable<LakeDocument>
  readonly isSorted: boolean
  /** To be told how many more of them the filter lets through, as it is put to them. */
  readonly kept?: (more: number) => void
}

export function selectionOf(
  filters: readonly ExprNode[],
  order: readonly ExprNode[] = [],
  isCut = false,
): Selection {
  const operands: ExprNode[] = []
  const operand = operandsInto(operands)
  const found = filters.map((filter) => termsIn(filter, operand))
  return {
    filters,
    terms: found.flatMap((terms) => terms ?? []),
    operands,
    isExact: found.every((terms) => terms !== null) && filters.every(isConjunction),
    order: orderKeys(order),
    isCut,
  }
}

/** Without `isExact` a part of a filter may have gone without a term. */
function isConjunction(node: ExprNode): boolean {
  if (node.type === 'And') return isConjunction(node.left) && isConjunction(node.right)
  if (node.type === 'FuncCall') return ['defined', 'references'].includes(node.name) && isTold(node)
  if (node.type !== 'OpCall' || (node.op === '>' && isSomeCount(node.left, node.right)))
    return false
  return ['==', '!=', 'in', '<', '<=', '>', '>='].includes(node.op) && isTold(node)
}

function orderKeys(args: readonly ExprNode[]): readonly OrderKey[] | null {
  const keys = args.map((argument) => {
    const isDescending = argument.type === 'Desc'
    const node = argument.type === 'Desc' || argument.type === 'Asc' ? argument.base : argument
    const lowered = loweredIn(node)
    return {path: pathOf(lowered ?? node), isLower: lowered !== null, isDescending}
  })
  // What is ordered by id is in its order already.
  const last = keys.at(-1)
  if (last?.path === '_id' && !last.isDescending && !last.isLower) keys.pop()
  return keys.every(
    (key): key is OrderKey =>
      key.path !== null && !isOwnField(key.path) && !key.path.includes('[]'),
  )
    ? keys
    : null
}

function loweredIn(node: ExprNode): ExprNode | null {
  if (node.type !== 'FuncCall' || node.namespace !== 'global' || node.name !== 'lower') return null
  return node.args[0] ?? null
}

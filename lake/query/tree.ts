import {type JsonObject} from '../document.ts'
import {completeQuery} from '../groq/parser.ts'
import {searchable, type SearchableTree} from '../groq/textQuery.ts'
import {rewritten} from './rewrites.ts'

/**
 * A query as it is meant, with its parameters in it but for those of `later`.
 * @throws LakeError queryParseError
 */
export function queryTree(
  query: string,
  params: JsonObject,
  later?: ReadonlySet<string>,
): SearchableTree {
  return searchable(rewritten(completeQuery(query, params, later)))
}

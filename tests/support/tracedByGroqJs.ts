import {evaluateSync, toJS} from 'groq-js'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {type Running, Scope} from '../../lake/groq/scope.ts'
import {withText} from '../../lake/groq/textQuery.ts'
import {queryTree} from '../../lake/query/tree.ts'
import {groqJsParts} from '../../lake/sourceMap/groqJsParts.ts'
import {type Traced} from '../../lake/sourceMap/origin.ts'
import {traced} from '../../lake/sourceMap/trace.ts'

export interface TracedByGroqJs {
  /** As groq-js evaluates the query over all documents. */
  readonly result: unknown
  /** As it is followed over all documents, every part worked out by groq-js. */
  readonly traced: Traced
}

/** What a query comes to without an index and without the lake's own functions. */
export function tracedByGroqJs(
  query: string,
  documents: readonly LakeDocument[],
  {params = {}, now}: {readonly params?: JsonObject; readonly now: Date},
): TracedByGroqJs {
  const {tree, readsText} = queryTree(query, params)
  const dereference = (id: string) => documents.find(({_id}) => _id === id) ?? null
  const options = {
    dataset: readsText ? documents.map(withText) : documents,
    dereference: ({_ref}: {readonly _ref: string}) => dereference(_ref),
    timestamp: now,
    identity: 'ada',
  }
  const scope = new Scope(null, null, {dereference} as Running)
  return {
    result: toJS(evaluateSync(tree, options)),
    traced: traced(tree, scope, groqJsParts(options)),
  }
}

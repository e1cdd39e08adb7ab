import {type CustomValidator, type SanityDocument, type ValidationContext} from 'sanity'
import {asking} from './asking.ts'
import {isEmpty, keyOf} from './rules.ts'
import {type RiskClass, riskClassOf, topicsIn} from './riskTopics.ts'

/** Asks for a field once the topics of the document reach a risk class. */
export const neededFrom =
  (floor: RiskClass, message: string): CustomValidator<unknown> =>
  (value, {document}) =>
    !isEmpty(value) || riskClassOf(topicsIn(document)) < floor || message

type Path = (string | number | {_key: string})[]

interface Use {
  readonly id: string
  readonly path: Path
}

/** Where a document cites works: every reference held in a field named `citation`. */
function citationsIn(value: unknown, path: Path = []): readonly Use[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      citationsIn(item, [...path, keyOf(item) ?? index]),
    )
  }
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const at = [...path, name]
    const id = name === 'citation' ? refOf(inner) : undefined
    return id === undefined ? citationsIn(inner, at) : [{id, path: at}]
  })
}

const refOf = (value: unknown): string | undefined =>
  value !== null && typeof value === 'object' && '_ref' in value && typeof value._ref === 'string'
    ? value._ref
    : undefined

const retractedWorks =
  '*[_type == "researchCitation" && _id in $ids && retraction.status in ["retracted", "withdrawn"]]._id'

/** No page may rest on a work that has been retracted, also when that happened after it was cited. */
export async function noRetractedWorks(
  document: SanityDocument | undefined,
  context: ValidationContext,
) {
  const uses = citationsIn(document)
  if (uses.length === 0) return true
  const client = asking(context.getClient, 'published')
  const ids = [...new Set(uses.map(({id}) => id))]
  const retracted = new Set(await client.fetch<string[]>(retractedWorks, {ids}))
  const wrong = uses.filter(({id}) => retracted.has(id))
  const message =
    'This work has been retracted or withdrawn. Remove it, and check what rests on it.'
  return wrong.length === 0 || wrong.map(({path}) => ({message, path}))
}

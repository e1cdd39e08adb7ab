import {type SchemaType} from 'sanity'
import {fieldParts, memberType} from './schemaParts.ts'
import {type Fields, isFields, keyOf, listOf, refOf, textOf, typeOf} from './values.ts'

type TypeNamed = (name: string) => SchemaType | undefined

/**
 * The works that a page cites, each with its number: one for the whole page, in the order in which a reader comes upon
 * them. `isWork` tells them from whatever else a page refers to.
 */
export function sourceNumbers(
  document: unknown,
  typeNamed: TypeNamed,
  isWork: (id: string) => boolean,
): ReadonlyMap<string, number> {
  const cited = [...referencesIn(document, undefined, typeNamed)].filter(isWork)
  return new Map([...new Set(cited)].map((id, index) => [id, index + 1]))
}

/** Fields in the order of their form, as the page shows them; what marks lead to where the words are that carry them. */
function* referencesIn(
  value: unknown,
  type: SchemaType | undefined,
  typeNamed: TypeNamed,
): Generator<string> {
  if (Array.isArray(value)) {
    for (const item of value) yield* referencesIn(item, memberType(type, item), typeNamed)
    return
  }
  if (!isFields(value)) return
  const ref = refOf(value)
  if (ref !== null) yield ref
  if (typeOf(value) === 'block') {
    for (const mark of marksInOrder(value)) yield* referencesIn(mark, undefined, typeNamed)
  }
  const known = fieldParts(type ?? typeNamed(typeOf(value) ?? ''))
  for (const part of known) yield* referencesIn(value[part.name], part.type, typeNamed)
  for (const [name, inner] of Object.entries(value)) {
    if (!known.some((part) => part.name === name)) yield* referencesIn(inner, undefined, typeNamed)
  }
}

function marksInOrder(block: Fields): readonly unknown[] {
  const definitions = listOf(block['markDefs'])
  const carried = listOf(block['children']).flatMap((child) =>
    isFields(child) ? listOf(child['marks']) : [],
  )
  return carried.flatMap((mark) => definitions.find((each) => keyOf(each) === textOf(mark)) ?? [])
}

import {type SchemaType} from 'sanity'
import {type Path} from '../reading/paths.ts'
import {fieldParts} from '../reading/schemaParts.ts'
import {spelledOut} from '../tool/useReason.ts'

/** A place in a document by the titles that its editors know: `Sections › Text`. */
export function pathTitle(type: SchemaType | undefined, path: Path): string {
  return steps(type === undefined ? [] : [type], path).join(' › ')
}

/** Which of a list's kinds an item was is not in the path, so it may be any of them. */
function steps(types: readonly SchemaType[], [segment, ...rest]: Path): readonly string[] {
  if (segment === undefined) return []
  if (typeof segment !== 'string') return steps(types.flatMap(members), rest)
  const fields = types.flatMap(fieldParts).filter(({name}) => name === segment)
  const title = fields[0]?.type.title ?? spelledOut(segment)
  return [
    title,
    ...steps(
      fields.map(({type}) => type),
      rest,
    ),
  ]
}

function members(type: SchemaType): readonly SchemaType[] {
  return 'of' in type && Array.isArray(type.of) ? type.of : []
}

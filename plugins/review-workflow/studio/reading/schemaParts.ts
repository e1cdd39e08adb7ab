import {type SchemaType} from 'sanity'
import {isFields, textOf, typeOf} from './values.ts'

export interface FieldPart {
  readonly name: string
  readonly type: SchemaType
}

/** The fields of a type in the order of its form; none where it is not an object. */
export function fieldParts(type: SchemaType | undefined): readonly FieldPart[] {
  return type !== undefined && 'fields' in type && Array.isArray(type.fields) ? type.fields : []
}

/** In the order of the form; what no form knows at the end. */
export function inFormOrder(
  type: SchemaType | undefined,
  names: readonly string[],
): readonly string[] {
  const there = [...new Set(names)]
  const known = fieldParts(type).map(({name}) => name)
  return [
    ...known.filter((name) => there.includes(name)),
    ...there.filter((name) => !known.includes(name)),
  ]
}

/** What the schema says of an item of a list. */
export function memberType(type: SchemaType | undefined, item: unknown): SchemaType | undefined {
  if (type === undefined || !('of' in type) || !Array.isArray(type.of)) return undefined
  const members: readonly SchemaType[] = type.of
  const name = typeOf(item)
  if (name !== null) return members.find((member) => member.name === name)
  const kind = isFields(item) ? 'object' : typeof item
  // The choices are those of the list, not of its items.
  return choiceTitle(type, item) === null ? members.find(({jsonType}) => jsonType === kind) : type
}

/** The words of a choice as editors see it; `null` where it is no choice of the list. */
export function choiceTitle(type: SchemaType | undefined, value: unknown): string | null {
  const options: unknown = type?.options
  const list: unknown = isFields(options) ? options['list'] : null
  if (!Array.isArray(list)) return null
  const choices: readonly unknown[] = list
  const choice = choices.find((each) => isFields(each) && each['value'] === value)
  return isFields(choice) ? textOf(choice['title']) : null
}

export function fieldType(type: SchemaType | undefined, name: string): SchemaType | undefined {
  return fieldParts(type).find((field) => field.name === name)?.type
}

export function titleOf(type: SchemaType | undefined, name: string): string {
  return type?.title ?? name
}

import {extractSchema} from '@sanity/schema/_internal'
import {parse, type TypeNode, typeEvaluate} from 'groq-js'
import {schema} from '../../support/documentProblems.ts'

const types = extractSchema(schema, {enforceRequiredFields: true})

/** What TypeGen makes the type of a query's result from. */
export function queryType(query: string): TypeNode {
  return typeEvaluate(parse(query), types)
}

type Problems = readonly string[]

/** Where a value is not of the type that was generated for it; also what it has and its type does not know. */
export function misfits(value: unknown, type: TypeNode, path = ''): Problems {
  const wrong = [`${path === '' ? 'it' : path} is ${shown(value)}, and should be ${named(type)}`]
  switch (type.type) {
    case 'unknown':
      return []
    case 'null':
      return value === null ? [] : wrong
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.type && (type.value === undefined || type.value === value)
        ? []
        : wrong
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => misfits(item, type.of, `${path}[${index}]`))
        : wrong
    case 'union':
      return nearest(type.of.map((each) => misfits(value, each, path))) ?? wrong
    case 'inline':
      return misfits(value, declared(type.name), path)
    case 'object':
      return isObject(value) ? ofObject(value, type, path) : wrong
  }
}

type ObjectType = Extract<TypeNode, {type: 'object'}>

function ofObject(value: {readonly [name: string]: unknown}, type: ObjectType, path: string) {
  const attributes = attributesOf(type)
  if (attributes === null) return []
  const missing = Object.entries(attributes).flatMap(([name, {value: of, optional}]) =>
    Object.hasOwn(value, name)
      ? misfits(value[name], of, `${path}.${name}`)
      : optional === true
        ? []
        : [`${path}.${name} is not there`],
  )
  const strange = Object.keys(value)
    // What a perspective adds to whole documents.
    .filter((name) => name !== '_originalId' && !Object.hasOwn(attributes, name))
    .map((name) => `${path}.${name} is not in the type`)
  return [...missing, ...strange]
}

/** Null where anything may stand beside what is named. */
function attributesOf({attributes, rest}: ObjectType): ObjectType['attributes'] | null {
  if (rest === undefined) return attributes
  if (rest.type === 'unknown') return null
  const more = rest.type === 'inline' ? declared(rest.name) : rest
  const inner = more.type === 'object' ? attributesOf(more) : null
  return inner === null ? null : {...attributes, ...inner}
}

function declared(name: string): TypeNode {
  const found = types.find((each) => each.name === name)
  if (found === undefined) throw new Error(`the schema has no ${name}`)
  return found.type === 'document' ? {type: 'object', attributes: found.attributes} : found.value
}

/** A union fits where one of its members does; where none does, the nearest says best why. */
function nearest(all: readonly Problems[]): Problems | undefined {
  const deepest = (problems: Problems) =>
    Math.max(...problems.map((each) => each.split('.').length))
  return (
    all.find((problems) => problems.length === 0) ??
    all.toSorted((one, other) => deepest(other) - deepest(one) || one.length - other.length)[0]
  )
}

const isObject = (value: unknown): value is {readonly [name: string]: unknown} =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const shown = (value: unknown) => JSON.stringify(value)?.slice(0, 60) ?? 'undefined'
const named = (type: TypeNode): string =>
  type.type === 'union' ? type.of.map(named).join(' or ') : type.type

import {type ArrayNode, type ObjectNode, type SelectNode} from 'groq-js'
import {type Compile} from './compile.ts'
import {type Evaluate, type Scope} from './scope.ts'
import {isGroqObject} from './values.ts'

/** Objects, lists and choices that a query makes. */
export function compiledObject(
  node: ObjectNode | ArrayNode | SelectNode,
  compile: Compile,
): Evaluate | null {
  switch (node.type) {
    case 'Object':
      return objectOf(node, compile)
    case 'Array':
      return listOf(node, compile)
    case 'Select':
      return choiceOf(node, compile)
  }
}

type Part = (scope: Scope, into: Record<string, unknown>) => void

function objectOf({attributes}: ObjectNode, compile: Compile): Evaluate | null {
  const parts: Part[] = []
  for (const attribute of attributes) {
    const value = compile(attribute.value)
    if (value === null) return null
    if (attribute.type === 'ObjectAttributeValue') {
      const {name} = attribute
      parts.push((scope, into) => (into[name] = value(scope) ?? null))
      continue
    }
    const spread: Part = (scope, into) => {
      const fields = value(scope)
      if (isGroqObject(fields)) Object.assign(into, fields)
    }
    if (attribute.type === 'ObjectSplat') {
      parts.push(spread)
      continue
    }
    const condition = compile(attribute.condition)
    if (condition === null) return null
    parts.push((scope, into) => {
      if (condition(scope) === true) spread(scope, into)
    })
  }
  return (scope) => {
    const made: Record<string, unknown> = {}
    for (const part of parts) part(scope, made)
    return made
  }
}

function listOf({elements}: ArrayNode, compile: Compile): Evaluate | null {
  const parts: {readonly value: Evaluate; readonly isSplat: boolean}[] = []
  for (const {value, isSplat} of elements) {
    const compiled = compile(value)
    if (compiled === null) return null
    parts.push({value: compiled, isSplat})
  }
  return (scope) => {
    const made: unknown[] = []
    for (const {value, isSplat} of parts) {
      const item = value(scope) ?? null
      if (!isSplat) made.push(item)
      else if (Array.isArray(item)) for (const each of item) made.push(each)
    }
    return made
  }
}

function choiceOf({alternatives, fallback}: SelectNode, compile: Compile): Evaluate | null {
  const choices: {readonly condition: Evaluate; readonly value: Evaluate}[] = []
  for (const alternative of alternatives) {
    const [condition, value] = [compile(alternative.condition), compile(alternative.value)]
    if (condition === null || value === null) return null
    choices.push({condition, value})
  }
  const otherwise = fallback === undefined ? () => null : compile(fallback)
  if (otherwise === null) return null
  return (scope) => {
    for (const {condition, value} of choices) if (condition(scope) === true) return value(scope)
    return otherwise(scope)
  }
}

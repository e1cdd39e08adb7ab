import {type ExprNode, type FuncCallNode, type ObjectNode, type OpCallNode} from 'groq-js'
import {isItsOwn} from '../groq/values.ts'
import {
  fieldsOf,
  isObject,
  itemsOf,
  listOf,
  nothing,
  recordOf,
  type Traced,
  unknown,
} from './origin.ts'
import {type Scope, type Tracing, worked} from './scope.ts'

/** An object that the query makes, from parts whose origins are known. */
export function objectOf({attributes}: ObjectNode, scope: Scope, {trace}: Tracing): Traced {
  const fields = new Map<string, Traced>()
  for (const attribute of attributes) {
    if (attribute.type === 'ObjectAttributeValue') {
      fields.set(attribute.name, trace(attribute.value, scope))
      continue
    }
    // groq-js takes what is neither true nor false for "no", and so does this.
    const isMeant =
      attribute.type === 'ObjectSplat' || trace(attribute.condition, scope).value === true
    if (!isMeant) continue
    for (const [name, field] of fieldsOf(trace(attribute.value, scope))) fields.set(name, field)
  }
  return recordOf(fields)
}

/** `+` puts lists and objects together; every other operator works out something new. */
export function operated(node: OpCallNode, scope: Scope, tracing: Tracing): Traced {
  if (node.op === '+') {
    const [left, right] = [tracing.trace(node.left, scope), tracing.trace(node.right, scope)]
    const [items, more] = [itemsOf(left), itemsOf(right)]
    if (items !== null && more !== null) return listOf([...items, ...more])
    if (isObject(left.value) && isObject(right.value))
      return recordOf(new Map([...fieldsOf(left), ...fieldsOf(right)]))
  }
  return made(node, scope, tracing)
}

/** The functions that hand on what they were given; the others work out something new. */
export function called(node: FuncCallNode, scope: Scope, tracing: Tracing): Traced {
  const given = (index: number) => {
    const argument = node.args[index]
    return argument === undefined ? nothing : tracing.trace(argument, scope)
  }
  switch (`${node.namespace}::${node.name}`) {
    case 'global::coalesce':
      for (const argument of node.args) {
        const found = tracing.trace(argument, scope)
        if (found.value !== null) return found
      }
      return nothing
    case 'array::compact':
      return only(given(0), ({value}) => value !== null)
    case 'array::unique': {
      const seen = new Set<unknown>()
      return only(given(0), ({value}) => {
        const isKept = isItsOwn(value) || !seen.has(value)
        seen.add(value)
        return isKept
      })
    }
    default:
      return made(node, scope, tracing)
  }
}

function only(list: Traced, isMeant: (item: Traced) => boolean): Traced {
  const items = itemsOf(list)
  return items === null ? nothing : listOf(items.filter(isMeant))
}

/** What is made of several values has no one place where it came from. */
export function made(node: ExprNode, scope: Scope, tracing: Tracing): Traced {
  return {value: worked(node, scope, tracing), origin: unknown}
}

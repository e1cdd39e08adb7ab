import {evaluateSync, type ExprNode, type PipeFuncCallNode} from 'groq-js'
import {fieldsOf, isObject, recordOf, type Traced, unknown} from './origin.ts'
import {type Scope, type TraceOptions, worked} from './scope.ts'

/** The items in the order that groq-js gives them, by keys that `keyOf` works out. */
export function sorted(
  items: readonly Traced[],
  args: readonly ExprNode[],
  keyOf: (argument: ExprNode, item: Traced) => unknown,
): readonly Traced[] {
  const rows = items.map((item, index) => ({
    index,
    keys: args.map((argument) =>
      keyOf(argument.type === 'Desc' || argument.type === 'Asc' ? argument.base : argument, item),
    ),
  }))
  const order = evaluateSync(
    {
      type: 'PipeFuncCall',
      name: 'order',
      base: {type: 'This'},
      args: args.map((argument, index) => {
        const base = {type: 'AccessElement', base: keys, index} as const
        return argument.type === 'Desc' ? {type: 'Desc', base} : base
      }),
    },
    {root: rows},
  ).data as typeof rows
  return order.flatMap(({index}) => items[index] ?? [])
}

const keys = {type: 'AccessAttribute', name: 'keys'} as const

/** No field is called so: it tells which item a scored one was. */
const place = Symbol('place')
const scoredItems = 'scored items'

/** The items as `score()` leaves them, which makes new objects of them. */
export function scored(
  items: readonly Traced[],
  {args}: PipeFuncCallNode,
  scope: Scope,
  options: TraceOptions,
): readonly Traced[] {
  const values = items.map(({value}, index) =>
    // The words that a search looks at are not enumerable.
    isObject(value)
      ? Object.defineProperties(
          {},
          {
            ...Object.getOwnPropertyDescriptors(value),
            [place]: {value: index, enumerable: true},
          },
        )
      : value,
  )
  const base = {type: 'Parameter', name: scoredItems} as const
  const result = worked({type: 'PipeFuncCall', name: 'score', base, args}, scope, {
    ...options,
    params: {...options.params, [scoredItems]: values},
  }) as readonly {readonly [place]: number; readonly _score: number}[]
  return result.flatMap((value) => {
    const item = items[value[place]]
    if (item === undefined) return []
    const fields = new Map(fieldsOf(item)).set('_score', {value: value._score, origin: unknown})
    return [{...recordOf(fields), value}]
  })
}

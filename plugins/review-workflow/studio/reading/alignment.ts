import {commonOrder} from './commonOrder.ts'
import {keyOf} from './values.ts'

/** An item of a list beside what it was. `before` is `undefined` for a new one, `after` for one that is gone. */
export interface AlignedItem {
  readonly id: string
  /** Its place in the list as it is; `null` for one that is gone. */
  readonly index: number | null
  readonly before: unknown
  readonly after: unknown
  /** It stands elsewhere among the others than it did. */
  readonly moved: boolean
}

/** Items by their keys where they have them, else by what they say. What is gone stands where it was. */
export function alignment(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly AlignedItem[] {
  const keyed = hasKeys(before) && hasKeys(after)
  const identity = (item: unknown) => (keyed ? keyOf(item) : null) ?? JSON.stringify(item)
  const old = before.map(identity)
  const now = after.map(identity)
  const items: AlignedItem[] = []
  let [from, to] = [0, 0]
  for (const [row, column] of [...commonOrder(old, now), [old.length, now.length] as const]) {
    const gone = old.slice(from, row).map((id, index) => ({id, value: before[from + index]}))
    const come = now.slice(to, column).map((id, index) => ({id, value: after[to + index]}))
    const start = to
    if (keyed) {
      const left = gone.filter(({id}) => !now.includes(id))
      items.push(
        ...left.map(({id, value}) => removed(id, value)),
        ...come.map(({id, value}, index) => ({
          id,
          index: start + index,
          before: before[old.indexOf(id)],
          after: value,
          moved: old.includes(id),
        })),
      )
    } else {
      // Nothing tells them apart but their words: what stands where another stood took its place.
      items.push(
        ...come.map(({value}, index) => ({
          id: `at ${start + index}`,
          index: start + index,
          before: gone[index]?.value,
          after: value,
          moved: false,
        })),
        ...gone.slice(come.length).map(({value}, index) => removed(`${from} ${index}`, value)),
      )
    }
    if (column < now.length) {
      items.push({
        id: keyed ? (now[column] ?? '') : `at ${column}`,
        index: column,
        before: before[row],
        after: after[column],
        moved: false,
      })
    }
    ;[from, to] = [row + 1, column + 1]
  }
  return items
}

function removed(id: string, value: unknown): AlignedItem {
  return {id: `gone ${id}`, index: null, before: value, after: undefined, moved: false}
}

/** True when every item can be told by a key of its own. */
export function hasKeys(items: readonly unknown[]): boolean {
  const keys = items.map(keyOf)
  return keys.every((key) => key !== null) && new Set(keys).size === keys.length
}

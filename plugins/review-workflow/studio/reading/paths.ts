import {isFields, keyOf, typeOf} from './values.ts'

export type Segment = string | number | {readonly _key: string}
export type Path = readonly Segment[]

/** As Sanity writes paths: `sections[_key=="a"].body[_key=="b"]`. */
export function pathText(path: Path): string {
  return path
    .map((segment, index) => {
      if (typeof segment === 'number') return `[${segment}]`
      if (typeof segment !== 'string') return `[_key=="${segment._key}"]`
      return index === 0 ? segment : `.${segment}`
    })
    .join('')
}

/** The empty path, which is the whole document, for what cannot be read. */
export function pathOf(text: string): Path {
  const pattern = /\[_key=="([^"]*)"\]|\[(\d+)\]|\.?([^.[\]]+)/y
  const path: Segment[] = []
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text)
    if (match === null) return []
    const [, key, index, field] = match
    if (key !== undefined) path.push({_key: key})
    else if (index !== undefined) path.push(Number(index))
    else if (field !== undefined) path.push(field)
  }
  return path
}

export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, segment) => {
    if (typeof segment === 'string') return isFields(inner) ? inner[segment] : undefined
    if (!Array.isArray(inner)) return undefined
    const items: readonly unknown[] = inner
    return typeof segment === 'number'
      ? items[segment]
      : items.find((item) => keyOf(item) === segment._key)
  }, value)
}

/** What is shown as one thing: remarks on its parts stand beside it. */
const whole: readonly string[] = ['block', 'reference', 'slug']

/** The innermost part of the page that shows this path and is still there. */
export function anchorOf(document: unknown, path: Path): Path {
  let anchor: Path = []
  for (let length = 1; length <= path.length; length++) {
    const value = valueAt(document, path.slice(0, length))
    // Items without a key have no place of their own: the next edit would give it to another.
    if (value === undefined || typeof path[length - 1] === 'number') break
    anchor = path.slice(0, length)
    if (whole.includes(typeOf(value) ?? '')) break
  }
  return anchor
}

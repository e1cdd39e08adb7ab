import {isFields, listOf, textOf, typeOf} from './values.ts'
import {wordDiff} from './wordDiff.ts'

/** Some words of a block that look alike throughout. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly marks: readonly string[]
}

/** The words of a block with their marks; beside an earlier form of it, with what was removed and added. */
export function runs(block: unknown, before?: unknown): readonly Run[] {
  const spans = spansOf(block)
  if (before === undefined) return spans.map((span) => ({...span, kind: 'same'}))
  const was = spansOf(before)
  const passages = wordDiff(plain(was), plain(spans))
  const result: Run[] = []
  const now = [...spans]
  const old = [...was]
  for (const {kind, text} of passages) {
    if (kind !== 'added') {
      const taken = take(old, text.length)
      if (kind === 'removed') result.push(...taken.map((span) => ({...span, kind})))
    }
    if (kind !== 'removed') result.push(...take(now, text.length).map((span) => ({...span, kind})))
  }
  return result
}

interface Span {
  readonly text: string
  readonly marks: readonly string[]
}

/** Takes so many characters off the front. */
function take(spans: Span[], length: number): Span[] {
  const taken: Span[] = []
  let left = length
  while (left > 0) {
    const span = spans.shift()
    if (span === undefined) break
    const {text, marks} = span
    taken.push({text: text.slice(0, left), marks})
    if (text.length > left) spans.unshift({text: text.slice(left), marks})
    left -= text.length
  }
  return taken
}

function spansOf(block: unknown): readonly Span[] {
  if (!isFields(block)) return []
  return listOf(block['children']).flatMap((child) =>
    isFields(child) && (typeOf(child) === 'span' || typeof child['text'] === 'string')
      ? [
          {
            text: textOf(child['text']) ?? '',
            marks: listOf(child['marks']).flatMap((mark) => textOf(mark) ?? []),
          },
        ]
      : [],
  )
}

function plain(spans: readonly Span[]): string {
  return spans.map(({text}) => text).join('')
}

/** What a block has besides words: objects that stand among them, and whatever else is stored with them. */
export function besides(block: unknown): readonly unknown[] {
  if (!isFields(block)) return []
  return listOf(block['children']).flatMap((child) => {
    if (!isFields(child) || typeof child['text'] !== 'string') return [child]
    const {_key, _type, text, marks, ...others} = child
    return Object.keys(others).length > 0 || (_type !== 'span' && _type !== undefined)
      ? [{...others, _type, _key, text}]
      : []
  })
}

import {commonOrder} from './commonOrder.ts'

export interface Passage {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/** What became of a text, word by word. Read without what was removed it is `after`, without what was added `before`. */
export function wordDiff(before: string, after: string): readonly Passage[] {
  const old = tokens(before)
  const now = tokens(after)
  const passages: Passage[] = []
  let [from, to] = [0, 0]
  for (const [row, column] of [...commonOrder(old, now), [old.length, now.length] as const]) {
    passages.push({kind: 'removed', text: old.slice(from, row).join('')})
    passages.push({kind: 'added', text: now.slice(to, column).join('')})
    passages.push({kind: 'same', text: now[column] ?? ''})
    ;[from, to] = [row + 1, column + 1]
  }
  return joined(passages.filter(({text}) => text !== ''))
}

/** Words with the marks inside them, such as `CBT-I` and `0.05`; everything else character by character. */
function tokens(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+(?:[-.,'’][\p{L}\p{N}\p{M}]+)*|[^\s]/gu) ?? []
}

/** One change, not a change for every word: a gap between two changes is part of both. */
function joined(passages: readonly Passage[]): readonly Passage[] {
  const result: Passage[] = []
  let [same, removed, added] = ['', '', '']
  const flush = () => {
    if (removed !== '') result.push({kind: 'removed', text: removed})
    if (added !== '') result.push({kind: 'added', text: added})
    if (same !== '') result.push({kind: 'same', text: same})
    ;[same, removed, added] = ['', '', '']
  }
  for (const {kind, text} of passages) {
    const changing = removed !== '' || added !== ''
    if (kind === 'same') {
      same += text
      continue
    }
    if (same !== '') {
      if (changing && same.trim() === '') {
        removed += same
        added += same
        same = ''
      } else flush()
    }
    if (kind === 'removed') removed += text
    else added += text
  }
  flush()
  return result
}

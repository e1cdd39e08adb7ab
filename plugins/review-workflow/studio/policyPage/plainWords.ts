/**
 * The words that a pattern looks for, as people write them: `clots?` is `clot(s)`, `pregnan\w*` is `pregnan…`. `null`
 * where it looks for more than words.
 */
export function plainWords(pattern: string): readonly string[] | null {
  const read = alternatives(pattern.replaceAll('\\b', ''))
  return read !== null && read.rest === '' ? read.words : null
}

/** What the beginning of a pattern stands for, and what is left of it. */
type Read = {readonly words: readonly string[]; readonly rest: string} | null

function alternatives(pattern: string): Read {
  const first = sequence(pattern)
  if (first === null || !first.rest.startsWith('|')) return first
  const others = alternatives(first.rest.slice(1))
  return others && {words: [...first.words, ...others.words], rest: others.rest}
}

function sequence(pattern: string): Read {
  if (/^($|[|)])/.test(pattern)) return {words: [''], rest: pattern}
  const first = part(pattern)
  const others = first && sequence(first.rest)
  return (
    others && {
      words: first.words.flatMap((word) => others.words.map((each) => word + each)),
      rest: others.rest,
    }
  )
}

function part(pattern: string): Read {
  if (/^\\w[*+]/.test(pattern)) return {words: ['…'], rest: pattern.slice('\\w*'.length)}
  if (pattern.startsWith('(')) {
    const group = alternatives(pattern.slice(1))
    return group?.rest.startsWith(')') === true ? perhaps(group.words, group.rest.slice(1)) : null
  }
  const [letter] = /^[\p{L}\p{N} -]/u.exec(pattern) ?? []
  return letter === undefined ? null : perhaps([letter], pattern.slice(letter.length))
}

function perhaps(words: readonly string[], rest: string): Read {
  if (!rest.startsWith('?')) return {words, rest}
  return {words: words.join() === 's' ? ['(s)'] : ['', ...words], rest: rest.slice(1)}
}

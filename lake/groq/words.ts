/** A part of a query's text, as clients draw a frame around it. */
export interface Place {
  readonly start: number
  readonly end: number
}

const token = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\/\/[^\n]*|\$?[A-Za-z_]\w*(?:::\w+)*/g

/** Where a name stands in a query, outside of texts and remarks. */
export function placesOf(query: string, isMeant: (word: string) => boolean): readonly Place[] {
  return [...query.matchAll(token)].flatMap(({0: word, index}) =>
    /^["'/]/.test(word) || !isMeant(word) ? [] : [{start: index, end: index + word.length}],
  )
}

/** Where a function is called: the only place, or null when there are several or none. */
export function callOf(query: string, name: string): Place | null {
  const places = placesOf(query, (word) => word === name || word.endsWith(`::${name}`)).filter(
    ({end}) => /^\s*\(/.test(query.slice(end)),
  )
  return (places.length === 1 && places[0]) || null
}

/** Parameters that a query names and that were not given, in order. What `fn` declares is its own. */
export function missingParameter(
  query: string,
  isGiven: (name: string) => boolean,
): (Place & {readonly name: string}) | null {
  if (/\bfn\s/.test(query)) return null
  const [place] = placesOf(query, (word) => word.startsWith('$') && !isGiven(word.slice(1)))
  return place === undefined ? null : {...place, name: query.slice(place.start + 1, place.end)}
}

import {isObject} from './object.ts'

/** Whom the words name as authors or editors: they do not sign them. */
export function namedAuthors(document: unknown): readonly string[] {
  if (!isObject(document)) return []
  const named = ['authors', 'author', 'editors', 'editor', 'contributors'].flatMap(
    (field) => document[field],
  )
  const persons = named.flatMap((entry) =>
    isObject(entry) && typeof entry['_ref'] === 'string' ? [entry['_ref']] : [],
  )
  return [...new Set(persons)].sort()
}

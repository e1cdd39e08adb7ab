import {type Thing} from 'schema-dts'

/** What has a meaning to an HTML or script parser, said so that it has none. */
const escapes: {readonly [character: string]: string} = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
}

/** The text of a `<script type="application/ld+json">`: no words in it can end the element. */
export function jsonLdScript(nodes: readonly Exclude<Thing, string>[]): string {
  const graph = {'@context': 'https://schema.org', '@graph': nodes}
  return JSON.stringify(graph).replace(/[<>&\u2028\u2029]/g, (each) => escapes[each] ?? '')
}

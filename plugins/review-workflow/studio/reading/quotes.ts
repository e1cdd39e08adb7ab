import {type Path, valueAt} from './paths.ts'
import {isFields, listOf, textOf, typeOf} from './values.ts'

/** Every word at a place of a document, in reading order. */
export function wordsAt(document: unknown, path: Path): string {
  return words(valueAt(document, path))
}

function words(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(words).join('\n')
  if (!isFields(value)) return ''
  // A word that is half bold is still one word.
  const own =
    typeOf(value) === 'block'
      ? listOf(value['children'])
          .map((child) => (isFields(child) ? (textOf(child['text']) ?? '') : ''))
          .join('')
      : ''
  const inner = Object.entries(value)
    .filter(([field]) => !field.startsWith('_') && !(own !== '' && field === 'children'))
    .map(([, each]) => words(each))
  return [own, ...inner].filter((text) => text !== '').join('\n')
}

/** Whether the words that a remark is about still stand there. No quote is about the place itself. */
export function quoteStands(document: unknown, path: Path, quote: string): boolean {
  if (quote.trim() === '') return path.length === 0 || valueAt(document, path) !== undefined
  return squeezed(wordsAt(document, path)).includes(squeezed(quote))
}

/** On screen words are broken into lines that the document does not have. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b]+/g, '')
}

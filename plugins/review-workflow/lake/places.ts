import {draftId, type Json, type JsonObject} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'

/** The sentence that says why nobody can comment there, or `null`: on the draft, on what is live, or on what is gone. */
export function misplaced(
  view: Pick<View, 'read' | 'ledger'>,
  subject: string,
  path: string,
  quote: string,
): string | null {
  const documents = [view.read(draftId(subject)), view.read(subject)].flatMap((each) => each ?? [])
  if (documents.some((document) => stands(document, path, quote))) return null
  const there = path === '' ? 'in this document' : `at "${shortened(path)}"`
  if (documents.some((document) => stands(document, path, ''))) {
    return `"${shortened(quote)}" does not stand ${there}. Quote words as they stand there now, or none for the whole place.`
  }
  if (quote === '' && wasSigned(view, subject, path)) return null
  return `There is nothing ${there} to comment on. Give the path of something that is there, or none for the whole document.`
}

/** A field that was signed and is gone: beside the words signed last it is shown as removed. */
function wasSigned({ledger}: Pick<View, 'ledger'>, subject: string, field: string): boolean {
  return ledger(subject).some(
    ({kind, body}) =>
      kind === 'signedOff' && Object.hasOwn((body['fields'] ?? {}) as JsonObject, field),
  )
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}

/** Whether a document has that place, and those words in it. No path is all of it; no quote is the place itself. */
export function stands(document: JsonObject, path: string, quote: string): boolean {
  const found = valueAt(document, path)
  return found !== undefined && squeezed(wordsIn(found)).includes(squeezed(quote))
}

/** A path as Sanity writes it: `sections[_key=="a"].body[_key=="b"]`. */
function valueAt(document: JsonObject, path: string): Json | undefined {
  const segment = /\[_key=="([^"]*)"\]|\[(\d+)\]|\.?([^.[\]]+)/y
  let value: Json | undefined = document
  while (segment.lastIndex < path.length) {
    const match = segment.exec(path)
    if (match === null) return undefined
    const [, key, index, field] = match
    if (field !== undefined) value = isObject(value) ? ownField(value, field) : undefined
    else if (!Array.isArray(value)) return undefined
    else if (index !== undefined) value = (value as readonly Json[])[Number(index)]
    else value = value.find((item: Json) => isObject(item) && item['_key'] === key)
  }
  return value
}

/** Every word of a value, in reading order and without what tells its parts apart: `_type`, `_key` and the like. */
function wordsIn(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.map(wordsIn).join('')
  if (!isObject(value)) return ''
  const {children, ...others} = value
  const isBlock = value['_type'] === 'block' && Array.isArray(children)
  // A word that is half bold is still one word: the marks of a span do not stand within it.
  const own = isBlock ? children.map((child: Json) => textOf(child)).join('') : ''
  const rest = own === '' ? value : others
  const inner = Object.entries(rest)
    .filter(([field]) => !field.startsWith('_'))
    .map(([, each]) => wordsIn(each ?? null))
  return [own, ...inner].join('')
}

function textOf(span: Json): string {
  const text = isObject(span) ? span['text'] : null
  return typeof text === 'string' ? text : ''
}

/** On screen words are broken into lines that the document does not have. */
function squeezed(text: string): string {
  return text.normalize('NFC').replace(/[\s\u200b]+/g, '')
}

function ownField(value: JsonObject, field: string): Json | undefined {
  return Object.hasOwn(value, field) ? value[field] : undefined
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'

const megabyte = 1024 * 1024
const mostMegabytes = 4
const depthLimit = 100

/** The body of a request as a JSON object, or a sentence about what is wrong with it. */
export async function readJsonObject(
  request: Request,
  megabytes = mostMegabytes,
): Promise<JsonObject> {
  return objectIn(parseJson(await readText(request, megabytes), 'The body'))
}

/** The same, where everything in it has a default: no body says nothing. */
export async function readOptions(request: Request): Promise<JsonObject> {
  const text = await readText(request)
  return text.trim() === '' ? {} : objectIn(parseJson(text, 'The body'))
}

export async function readJson(request: Request): Promise<Json> {
  return parseJson(await readText(request), 'The body')
}

async function readText(request: Request, megabytes = mostMegabytes): Promise<string> {
  const sentence = `A body of JSON can be ${megabytes} MB at most here.`
  return decodeText(await readBytes(request, megabytes * megabyte, sentence))
}

function objectIn(body: Json): JsonObject {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new LakeError('malformedRequest', 'The body must be a JSON object.')
  }
  return body as JsonObject
}

/** Parses, and turns away what JSON allows but a document cannot hold safely. */
export function parseJson(text: string, what: string): Json {
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    const found = text.trim() === '' ? 'is empty' : 'is not valid JSON'
    throw new LakeError('malformedRequest', `${what} ${found}.`)
  }
  checkValue(value, what)
  return value
}

export async function readBytes(
  request: Request,
  limit: number,
  sentence: string,
): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) {
    throw new LakeError('tooLarge', sentence)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > limit) throw new LakeError('tooLarge', sentence)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes)
  } catch {
    throw new LakeError('malformedRequest', 'The body is not text in UTF-8.')
  }
}

/** Without recursion, because the depth is what is being limited. */
function checkValue(root: Json, what: string): void {
  const malformed = (problem: string) => new LakeError('malformedRequest', `${what} ${problem}.`)
  const pending: {value: Json | undefined; depth: number}[] = [{value: root, depth: 0}]
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const {value, depth} = next
    if (depth > depthLimit) throw malformed(`is nested more than ${depthLimit} levels deep`)
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw malformed('has a number that is too large')
    }
    if (typeof value === 'string' && !value.isWellFormed()) {
      throw malformed('has text that is not valid Unicode (half of a surrogate pair)')
    }
    if (typeof value !== 'object' || value === null) continue
    if (Object.hasOwn(value, '__proto__')) throw malformed('has a field named "__proto__"')
    for (const [key, child] of Object.entries(value)) {
      if (!key.isWellFormed()) throw malformed('has a field name that is not valid Unicode')
      pending.push({value: child, depth: depth + 1})
    }
  }
}

import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {checkRule} from './rule.ts'
import {type Hook, type HookRule, type HookSettings, type Operation} from './hook.ts'

const methods: readonly string[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const operations: readonly string[] = ['create', 'update', 'delete']
/** What the lake says of a hook itself; whoever sends back what they got may leave it in. */
const ours: readonly string[] = [
  'id',
  'projectId',
  'isDisabled',
  'createdAt',
  'createdByUserId',
  'deletedAt',
  'updatedAt',
]
/** Of the request itself, or ours to say. */
const reservedHeader =
  /^(host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|expect|keep-alive|idempotency-key|proxy-.*|sanity-.*)$/
const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i

const blank: HookSettings = {
  name: '',
  description: null,
  url: '',
  dataset: '*',
  apiVersion: 'v2021-03-25',
  httpMethod: 'POST',
  includeDrafts: false,
  includeAllVersions: false,
  headers: {},
  secret: null,
  rule: {on: ['create', 'update', 'delete'], filter: null, projection: null},
  isDisabledByUser: false,
}

/**
 * The settings that a body of `POST` or `PATCH /hooks/projects/:id` asks for; what it leaves out stays as in `before`.
 * @throws LakeError malformedRequest, unsupported
 */
export function hookSettings(body: JsonObject, before: HookSettings | null): HookSettings {
  const known = [...Object.keys(blank), ...ours, 'type']
  const stranger = Object.keys(body).find((name) => !known.includes(name))
  if (stranger !== undefined) throw wrong(`"${stranger.slice(0, 80)}" is no field of a webhook.`)
  if (body['type'] !== undefined && body['type'] !== 'document') {
    throw new LakeError('unsupported', 'This lake has webhooks of the type "document" only.')
  }
  const base = before ?? blank
  const settings: HookSettings = {
    name: text(body, 'name', base.name, 200),
    description: optional(body, 'description', base, 1024),
    url: address(text(body, 'url', base.url, 2000)),
    dataset: text(body, 'dataset', base.dataset, 64),
    apiVersion: version(text(body, 'apiVersion', base.apiVersion, 20)),
    httpMethod: method(text(body, 'httpMethod', base.httpMethod, 10)),
    includeDrafts: yesNo(body, 'includeDrafts', base.includeDrafts),
    includeAllVersions: yesNo(body, 'includeAllVersions', base.includeAllVersions),
    headers: body['headers'] === undefined ? base.headers : headers(body['headers']),
    secret: optional(body, 'secret', base, 500),
    rule: body['rule'] === undefined ? base.rule : rule(body['rule'], base.rule),
    isDisabledByUser: yesNo(body, 'isDisabledByUser', base.isDisabledByUser),
  }
  if (settings.name === '') throw wrong('A webhook needs a "name".')
  return settings
}

function rule(value: Json, base: HookRule): HookRule {
  if (!isObject(value))
    throw wrong('"rule" is {"on": [...], "filter": "...", "projection": "..."}.')
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(base, name))
  if (stranger !== undefined) throw wrong(`"rule.${stranger.slice(0, 80)}" is no part of a rule.`)
  const on = value['on'] ?? base.on
  if (!Array.isArray(on) || on.length === 0 || !on.every((name) => operations.includes(name))) {
    throw wrong('"rule.on" lists at least one of "create", "update" and "delete".')
  }
  const groq = (name: 'filter' | 'projection') => {
    const code = optional(value, name, base, 10_000)
    return code?.trim() ? code : null
  }
  const found = {
    on: operations.filter((name): name is Operation => on.includes(name)),
    filter: groq('filter'),
    projection: groq('projection'),
  }
  checkRule(found)
  return found
}

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    throw wrong('"url" must be an address that begins with https:// or http://.')
  }
  if (url.username !== '' || url.password !== '') {
    throw wrong('"url" must not hold a password. Put it into "headers", as "Authorization".')
  }
  return value
}

function headers(value: Json | undefined): Hook['headers'] {
  if (value === null) return {}
  if (!isObject(value)) throw wrong('"headers" is an object of names and texts.')
  const entries = Object.entries(value)
  if (entries.length > 20) throw wrong('A webhook can have 20 "headers" at most.')
  for (const [name, content] of entries) {
    if (!headerName.test(name) || reservedHeader.test(name.toLowerCase())) {
      throw wrong(`"${name.slice(0, 80)}" cannot be set as a header.`)
    }
    // What may stand in a header by RFC 9110, and nothing that begins a second one.
    if (typeof content !== 'string' || !/^[\x20-\x7e\t]{0,2000}$/.test(content)) {
      throw wrong(`The header "${name.slice(0, 80)}" must be a text of up to 2,000 characters.`)
    }
  }
  return Object.fromEntries(entries) as Hook['headers']
}

function method(value: string): Hook['httpMethod'] {
  if (methods.includes(value)) return value as Hook['httpMethod']
  throw wrong(`"httpMethod" is one of ${methods.join(', ')}.`)
}

function version(value: string): string {
  if (/^v(1|X|\d{4}-\d{2}-\d{2})$/.test(value)) return value
  throw wrong('"apiVersion" is written as "v2025-02-19".')
}

function text(body: JsonObject, name: string, base: string, most: number): string {
  const value = body[name] ?? base
  if (typeof value === 'string' && value.length <= most) return value
  throw wrong(`"${name}" is a text of up to ${most} characters.`)
}

function optional<Name extends string>(
  body: JsonObject,
  name: Name,
  base: Readonly<Record<Name, string | null>>,
  most: number,
): string | null {
  if (body[name] === undefined) return base[name]
  return body[name] === null || body[name] === '' ? null : text(body, name, '', most)
}

function yesNo(body: JsonObject, name: string, base: boolean): boolean {
  const value = body[name] ?? base
  if (typeof value === 'boolean') return value
  throw wrong(`"${name}" is true or false.`)
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function wrong(message: string): LakeError {
  return new LakeError('malformedRequest', message)
}

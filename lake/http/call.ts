import {type Actor} from '../actor.ts'
import {type Json, type JsonObject} from '../document.ts'
import {LakeError} from '../errors.ts'
import {type Dataset} from '../dataset.ts'
import {type Lake} from '../lake.ts'
import {parseJson} from './body.ts'
import {type ReadyAnswers} from './ready.ts'

export interface AppConfig {
  readonly projectId: string
  /** The name in the title of the sign-in page and of the project. */
  readonly title: string
  readonly version: string
  /**
   * Origins besides this one and localhost that may use tokens here: a Studio that is served elsewhere. The app adds
   * those that administrators let in.
   */
  readonly origins?: readonly string[]
  /** The address that readers know this server by, where it is not the one of the request. */
  readonly publicUrl?: string
  /** One line for each unknown route and each failure of ours. */
  readonly log?: (line: string) => void
}

/** Ends every stream that is open: the server keeps them to close down cleanly. */
export type Streams = Set<() => void>

/** A request, read: who asks, of what, with which parameters. */
export interface Call {
  readonly lake: Lake
  readonly config: AppConfig
  readonly streams: Streams
  readonly ready: ReadyAnswers
  readonly request: Request
  readonly url: URL
  /** The parts of the path that the route names. */
  readonly params: Readonly<Record<string, string>>
  readonly actor: Actor
  readonly token: string | null
}

export type Handler = (call: Call) => Response | Promise<Response>

export function datasetOf({lake, params}: Pick<Call, 'lake' | 'params'>): Dataset {
  return lake.dataset(params['dataset'] ?? '')
}

/** A part of the path that lists ids with commas. */
export function idsOf(call: Call, name: string, most = 1000): readonly string[] {
  const ids = (call.params[name] ?? '').split(',').filter((id) => id !== '')
  if (ids.length === 0 || ids.length > most) {
    throw new LakeError('malformedRequest', `Ask for 1 to ${most} ids, separated by commas.`)
  }
  return [...new Set(ids)]
}

/** `true` and `1` mean yes, as in Sanity's API; anything else that is not `false` or `0` is a mistake. */
export function flag({url}: Pick<Call, 'url'>, name: string, byDefault = false): boolean {
  const value = url.searchParams.get(name)
  if (value === null || value === '') return byDefault
  if (value === 'true' || value === '1') return true
  if (value === 'false' || value === '0') return false
  throw new LakeError('malformedRequest', `"${name}" must be true or false.`)
}

/** A whole number from 0 to `most`. */
export function wholeNumber(
  {url}: Call,
  name: string,
  byDefault: number,
  most = Number.MAX_SAFE_INTEGER,
): number {
  const value = url.searchParams.get(name)
  if (value === null || value === '') return byDefault
  if (/^\d{1,15}$/.test(value) && Number(value) <= most) return Number(value)
  throw new LakeError('malformedRequest', `"${name}" must be a whole number, ${most} at most.`)
}

/** `$name=<json>` in the query string. */
export function queryParams({url}: Pick<Call, 'url'>): JsonObject {
  const found: Record<string, Json> = {}
  for (const [key, value] of url.searchParams) {
    if (!key.startsWith('$') || key === '$__proto__') continue
    found[key.slice(1)] = parseJson(value, `The parameter "${key.slice(0, 80)}"`)
  }
  return found
}

/** The person or machine that asks; anonymous callers do not come past the access rule of such a route. */
export function signedIn({actor}: Call): Exclude<Actor, {kind: 'anonymous'}> {
  if (actor.kind !== 'anonymous') return actor
  throw new LakeError('unauthenticated', 'Sign in to do this.')
}

/** A body may take its time to arrive: by then the session may be over or the role another. */
export function stillSignedIn({lake, token}: Call): void {
  if (token !== null && lake.accounts.isLive(token)) return
  throw new LakeError('sessionNotFound', 'Your session ended before the request was complete.')
}

/** This server as the caller knows it, without the project that Sanity's tools put in front of its name. */
export function originOf({config, url}: Pick<Call, 'config' | 'url'>): string {
  return config.publicUrl?.replace(/\/+$/, '') ?? url.origin.replace(`//${config.projectId}.`, '//')
}

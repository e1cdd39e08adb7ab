import {Hono} from 'hono'

import {LakeError} from '../errors.ts'
import {type Lake} from '../lake.ts'
import {admit, bearerIn} from './admission.ts'
import {type AppConfig, type Call, originOf, type Streams} from './call.ts'
import {corsHeaders, preflight} from './cors.ts'
import {errorResponse} from './errors.ts'
import {ReadyAnswers} from './ready.ts'
import {type Access, type Route, routes} from './routes.ts'
import {type RunningServer, startServer, type StartOptions} from './server.ts'
import {studioFile} from './studioFiles.ts'
import {recordUnknownRoutes} from './unknownRoutes.ts'
import {welcome} from './welcome.ts'

export interface AppOptions {
  readonly lake: Lake
  /** The built Studio; left out, there is only the API. */
  readonly studioDir?: string
  /** The site that the Studio shows drafts in. */
  readonly previewUrl?: string | null
  readonly config: AppConfig
}

export interface App {
  readonly lake: Lake
  readonly config: AppConfig
  readonly streams: Streams
  readonly ready: ReadyAnswers
  /** How often we were asked for what we do not know, by method and path. */
  readonly unknownRoutes: ReadonlyMap<string, number>
  fetch(request: Request): Promise<Response>
  /** As `fetch`, for tests: takes a path. */
  request(path: string, init?: RequestInit): Promise<Response>
  start(options: StartOptions): Promise<RunningServer>
}

/** The lake over HTTP: one table of routes, one way in, one way to say no. */
export function createApp({lake, studioDir, previewUrl = null, config: given}: AppOptions): App {
  const config: AppConfig = {
    ...given,
    get origins() {
      return [...(given.origins ?? []), ...lake.accounts.origins.trusted()]
    },
  }
  const log = config.log ?? ((line) => console.error(line))
  const unknown = recordUnknownRoutes(log)
  const streams: Streams = new Set()
  const ready = new ReadyAnswers()
  const hono = new Hono()

  for (const route of routes) {
    hono.on(route.method, route.path, async (context) => {
      const request = context.req.raw
      const {response, token} = await answer(route, request, context.req.param())
      return finished(request, response, route.access, token)
    })
  }
  for (const [path, access] of readableByAll(routes)) {
    hono.options(path, (context) => preflight(context.req.raw, config, access))
  }
  hono.notFound(async (context) => {
    const request = context.req.raw
    const url = new URL(request.url)
    const {pathname} = url
    const studio = studioDir && !isApi(pathname) ? {dir: studioDir, previewUrl} : null
    const page = studio && (await studioFile(studio, request))
    if (page) return page
    if (request.method === 'OPTIONS') return preflight(request, config, false)
    if (pathname === '/' && ['GET', 'HEAD'].includes(request.method)) {
      const origin = originOf({config, url})
      const hasStudio = studioDir !== undefined
      return finished(request, welcome(config, origin, {hasStudio}), 'open', null)
    }
    unknown.record(request.method, pathname)
    const sentence = isApi(pathname)
      ? `This lake has no ${request.method} ${pathname.slice(0, 200)}.`
      : 'There is no such page.'
    return finished(
      request,
      errorResponse(new LakeError('notFound', sentence), 'other'),
      'signedIn',
      null,
    )
  })

  const app: App = {
    lake,
    config,
    streams,
    ready,
    unknownRoutes: unknown.counts,
    fetch: async (request) => hono.fetch(request),
    request: async (path, init) => hono.fetch(new Request(new URL(path, 'http://localhost'), init)),
    start: (options) => startServer(app, options),
  }
  return app

  async function answer(route: Route, request: Request, params: Readonly<Record<string, string>>) {
    let token: string | null = null
    try {
      token = bearerIn(request.headers.get('authorization'))
      const actor = admit(lake, route.access, token)
      checkProject(config, params)
      const call: Call = {
        lake,
        config,
        streams,
        ready,
        request,
        url: new URL(request.url),
        params,
        actor,
        token,
      }
      return {response: await route.handle(call), token}
    } catch (failure) {
      const error = brokeOff(failure) ?? failure
      if (!(error instanceof LakeError)) {
        const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
        log(
          `500 ${request.method} ${new URL(request.url).pathname} ${reason
            .split('\n', 3)
            .map((line) => line.trim())
            .join(' ')}`,
        )
      }
      return {response: errorResponse(error, route.door), token}
    }
  }

  function finished(
    request: Request,
    response: Response,
    access: Access,
    token: string | null,
  ): Response {
    const {headers} = response
    const vary = headers.get('vary')
    for (const [name, value] of Object.entries(
      corsHeaders(request, config, access !== 'signedIn'),
    )) {
      headers.set(name, value)
    }
    if (vary) headers.append('Vary', vary)
    if (!headers.has('x-content-type-options')) headers.set('X-Content-Type-Options', 'nosniff')
    if (!headers.has('cache-control'))
      headers.set('Cache-Control', token === null ? 'no-cache' : 'no-store')
    return response
  }
}

/** Somebody who goes away in the middle of a body is no mistake of ours. */
function brokeOff(error: unknown): LakeError | null {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
    ? new LakeError('malformedRequest', 'The request broke off before it was complete.')
    : null
}

/** Source: the code by which Sanity's tools know that there is no such project. */
function checkProject({projectId}: AppConfig, {project}: Readonly<Record<string, string>>): void {
  if (project === undefined || project === projectId) return
  throw new LakeError(
    'notFound',
    `This lake has the project "${projectId}" and not "${project.slice(0, 80)}".`,
    {errorCode: 'SIO-404-PNF'},
  )
}

function isApi(pathname: string): boolean {
  return /^\/(v(1|X|\d[^/]*)|images|files|__stream)(\/|$)/.test(pathname)
}

/** Each path once, and whether pages of strangers may read there: every route of the path must say so. */
function readableByAll(table: readonly Route[]): ReadonlyMap<string, boolean> {
  const paths = new Map<string, boolean>()
  for (const {path, access} of table) {
    paths.set(path, (paths.get(path) ?? true) && access !== 'signedIn')
  }
  return paths
}

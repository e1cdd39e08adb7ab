import {type AppConfig} from './call.ts'

/** Who may call: tokens are accepted only from pages that are ours, public reading from anywhere. */
export function isTrustedOrigin(origin: string, host: string | null, config: AppConfig): boolean {
  const url = URL.parse(origin)
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false
  if (host !== null && url.host === host) return true
  if (config.publicUrl && URL.parse(config.publicUrl)?.origin === url.origin) return true
  if (config.origins?.includes(url.origin)) return true
  const name = url.hostname
  return (
    name === 'localhost' || name.endsWith('.localhost') || name === '127.0.0.1' || name === '[::1]'
  )
}

/** The CORS headers of an answer. */
export function corsHeaders(
  request: Request,
  config: AppConfig,
  readableByAll: boolean,
): Record<string, string> {
  const origin = request.headers.get('origin')
  if (origin === null) return {Vary: 'Origin'}
  const exposed = {'Vary': 'Origin', 'Access-Control-Expose-Headers': 'Retry-After'}
  if (isTrustedOrigin(origin, request.headers.get('host'), config)) {
    return {
      ...exposed,
      'Access-Control-Allow-Origin': origin,
      'Access-Control-Allow-Credentials': 'true',
    }
  }
  return readableByAll ? {...exposed, 'Access-Control-Allow-Origin': '*'} : {Vary: 'Origin'}
}

/**
 * The answer to a preflight. Strangers may not send `Authorization`, so a page of theirs cannot use a token even
 * if it got hold of one.
 */
export function preflight(request: Request, config: AppConfig, readableByAll: boolean): Response {
  const headers = corsHeaders(request, config, readableByAll)
  const trusted = headers['Access-Control-Allow-Credentials'] === 'true'
  const asked = request.headers.get('access-control-request-headers') ?? ''
  const names = asked.split(',').map((name) => name.trim())
  const allowed = trusted ? names : names.filter((name) => !/^(authorization|cookie)$/i.test(name))
  return new Response(null, {
    status: 204,
    headers: {
      ...headers,
      'Access-Control-Allow-Methods': trusted
        ? 'GET, HEAD, POST, PUT, PATCH, DELETE'
        : 'GET, HEAD, POST',
      'Access-Control-Allow-Headers': allowed.join(', '),
      'Access-Control-Max-Age': '600',
    },
  })
}

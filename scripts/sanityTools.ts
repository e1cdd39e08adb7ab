import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** The address of the lake cannot be used as it is; the message says why. */
export class LakeAddressError extends Error {}

const preload = pathToFileURL(join(import.meta.dirname, 'sanityPreload.ts')).href

/**
 * The environment in which Sanity's own command line takes this lake for the hosted service. Source: the CLI reads its
 * API host from `SANITY_INTERNAL_ENV`, and puts the project in front of the host.
 */
export function sanityEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): Record<string, string | undefined> {
  const given = env['SANITY_STUDIO_API_HOST'] ?? `http://127.0.0.1:${env['PORT'] ?? '3333'}`
  const host = nameOf(given)
  return {
    ...env,
    SANITY_INTERNAL_ENV: host,
    SANITY_STUDIO_API_HOST: host,
    DO_NOT_TRACK: '1',
    NODE_OPTIONS: [env['NODE_OPTIONS'], `--import=${preload}`].filter(Boolean).join(' '),
  }
}

/** A host that a project can stand in front of: `restwell.localhost`, but not `restwell.127.0.0.1`. */
function nameOf(address: string): string {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new LakeAddressError(`"${address}" is not an address: write http://HOST:PORT.`)
  }
  if (url.hostname === '127.0.0.1' || url.hostname === '[::1]') url.hostname = 'localhost'
  if (/^[\d.]+$|^\[/.test(url.hostname)) {
    throw new LakeAddressError(
      `Sanity's tools put the project in front of the host, so ${url.hostname} cannot be one: use a name.`,
    )
  }
  return url.origin
}

import {type Handler} from '../call.ts'
import {type Door} from '../errors.ts'

/**
 * Who may come in. `open`: whoever, a token is not looked at. `reader`: without a token too, and then only what is
 * public. `signedIn`: nobody without a token that is good.
 */
export type Access = 'open' | 'reader' | 'signedIn'

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly access: Access
  readonly handle: Handler
  readonly door: Door
}

const version = '/:version{v(?:1|X|\\d{4}-\\d{2}-\\d{2})}'

/** Something under a version of the API, as Sanity's have it. */
export function at(
  method: Route['method'],
  path: string,
  access: Access,
  handle: Handler,
  door: Door = 'other',
): Route {
  return {method, path: version + path, access, handle, door}
}

export function root(
  method: Route['method'],
  path: string,
  access: Access,
  handle: Handler,
): Route {
  return {method, path, access, handle, door: 'other'}
}

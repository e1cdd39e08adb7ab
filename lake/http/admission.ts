import {type Actor} from '../actor.ts'
import {LakeError} from '../errors.ts'
import {type Lake} from '../lake.ts'
import {type Access} from './routes.ts'

/** Who asks. A token that is not good is told so, and never quietly read as nobody. */
export function admit(lake: Lake, access: Access, token: string | null): Actor {
  if (access === 'open') return {kind: 'anonymous'}
  if (token !== null) {
    const actor = lake.accounts.authenticate(token)
    if (actor) return actor
    throw new LakeError(
      'sessionNotFound',
      'Session not found: it has ended or the token is wrong. Sign in again.',
    )
  }
  if (access === 'reader') return {kind: 'anonymous'}
  throw new LakeError(
    'unauthenticated',
    'Sign in to do this: send "Authorization: Bearer <token>".',
  )
}

/**
 * The token of an Authorization header.
 * @throws LakeError unauthenticated for any other kind of proof
 */
export function bearerIn(header: string | null): string | null {
  if (header === null || header === '') return null
  const token = /^Bearer\s+(\S{1,500})$/i.exec(header)?.[1]
  if (token !== undefined) return token
  throw new LakeError('unauthenticated', 'The Authorization header must be "Bearer <token>".')
}

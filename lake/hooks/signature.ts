import {createHmac} from 'node:crypto'

/**
 * The value of `sanity-webhook-signature` as `@sanity/webhook` checks it: the time in milliseconds, and an HMAC with
 * SHA-256 of time and body in URL-safe base 64.
 */
export function signatureOf(body: string, secret: string, at: Date): string {
  const time = at.getTime()
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('base64url')}`
}

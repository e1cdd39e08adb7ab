import {createHmac, timingSafeEqual} from 'node:crypto'

export const previewCookie = 'restwell-preview'
const lastsMs = 8 * 60 * 60_000

/** A pass into the preview, which nobody can write who does not know the key. */
export function previewPass(key: string, now: number): string {
  const until = String(now + lastsMs)
  return `${until}.${sealOf(until, key)}`
}

export function isPreviewPass(pass: string | undefined, key: string, now: number): boolean {
  const [until = '', seal = ''] = (pass ?? '').split('.')
  const expected = Buffer.from(sealOf(until, key))
  const given = Buffer.from(seal)
  const isGenuine = given.length === expected.length && timingSafeEqual(given, expected)
  return isGenuine && Number(until) > now
}

function sealOf(text: string, key: string): string {
  return createHmac('sha256', key).update(`preview ${text}`).digest('base64url')
}

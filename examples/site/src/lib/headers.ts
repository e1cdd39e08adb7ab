import {settings} from './settings.ts'

/** What every answer says to the browser. Readers need no script at all; editors get those of visual editing. */
export function safetyHeaders({preview}: {readonly preview: boolean}): Record<string, string> {
  const lake = new URL(settings.lakeUrl).origin
  const studio = new URL(settings.studioUrl).origin
  const inline = preview ? " 'unsafe-inline'" : ''
  return {
    'Content-Security-Policy': [
      `default-src 'none'`,
      `script-src 'self'${inline}`,
      `style-src 'self'${inline}`,
      `img-src 'self' data: ${lake}`,
      `connect-src 'self'`,
      `form-action 'self'`,
      `base-uri 'none'`,
      `frame-ancestors 'self' ${studio}`,
    ].join('; '),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
  }
}

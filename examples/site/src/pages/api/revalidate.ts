import {isValidSignature, SIGNATURE_HEADER_NAME} from '@sanity/webhook'
import {type APIRoute} from 'astro'
import {pages} from '../../lib/pageCache.ts'
import {settings} from '../../lib/settings.ts'

/** The lake says that something which pages show has changed: published, taken down, marked, expired. */
export const POST: APIRoute = async ({request}) => {
  const {webhookSecret} = settings
  if (webhookSecret === null) return told(501, 'Set SANITY_WEBHOOK_SECRET to take webhooks.')
  const signature = request.headers.get(SIGNATURE_HEADER_NAME) ?? ''
  const body = await request.text()
  const isGenuine = await isValidSignature(body, signature, webhookSecret).catch(() => false)
  if (!isGenuine) return told(401, 'The signature does not fit.')
  pages.empty()
  return told(200, 'Every page is asked for anew.')
}

function told(status: number, message: string): Response {
  return Response.json({message}, {status})
}

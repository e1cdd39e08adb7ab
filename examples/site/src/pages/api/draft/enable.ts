import {validatePreviewUrl} from '@sanity/preview-url-secret'
import {type APIRoute} from 'astro'
import {previewClient} from '../../../lib/lake.ts'
import {previewCookie, previewPass} from '../../../lib/previewPass.ts'
import {settings} from '../../../lib/settings.ts'

/** The Presentation tool comes with a secret that it wrote into the lake: whoever may write there may see drafts. */
export const GET: APIRoute = async ({request, cookies, redirect}) => {
  const {readToken, siteUrl} = settings
  if (previewClient === null || readToken === null) {
    return new Response('Set SANITY_API_READ_TOKEN to a viewer token to preview drafts.\n', {
      status: 501,
    })
  }
  const {isValid, redirectTo = '/'} = await validatePreviewUrl(previewClient, request.url)
  if (!isValid) return new Response('Open the preview from the Studio again.\n', {status: 401})
  const isSecure = siteUrl.startsWith('https://')
  cookies.set(previewCookie, previewPass(readToken, Date.now()), {
    httpOnly: true,
    path: '/',
    // In the frame of a Studio elsewhere; browsers take such cookies over HTTPS alone.
    sameSite: isSecure ? 'none' : 'lax',
    secure: isSecure,
  })
  return redirect(redirectTo, 307)
}

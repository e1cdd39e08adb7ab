import {type APIRoute} from 'astro'
import {settings} from '../lib/settings.ts'

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nDisallow: /api/\nDisallow: /search\n\nSitemap: ${settings.siteUrl}/sitemap.xml\n`,
    {headers: {'Content-Type': 'text/plain; charset=utf-8'}},
  )

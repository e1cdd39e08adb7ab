import {type APIRoute} from 'astro'
import {sitemap} from '../lib/sitemap.ts'

export const GET: APIRoute = async () =>
  new Response(await sitemap(new Date()), {headers: {'Content-Type': 'application/xml'}})

import {type PluginOptions} from 'sanity'
import {
  defineDocuments,
  defineLocations,
  type DocumentLocationResolvers,
  presentationTool,
} from 'sanity/presentation'
import {previewUrl} from './previewUrl.ts'

/** Types that have pages of their own, with the folder that they live in and the field that names them. */
const pages = [
  {type: 'article', folder: '/articles', title: 'title'},
  {type: 'faqEntry', folder: '/questions', title: 'question'},
  {type: 'technique', folder: '/techniques', title: 'name'},
] as const

const locations: DocumentLocationResolvers = Object.fromEntries(
  pages.map(({type, folder, title}) => [
    type,
    defineLocations({
      select: {title, slug: 'slug.current'},
      resolve: (page) => {
        const slug: unknown = page?.['slug']
        if (typeof slug !== 'string') return null
        const name: unknown = page?.['title']
        const shown = typeof name === 'string' ? name : slug
        return {locations: [{title: shown, href: `${folder}/${slug}`}]}
      },
    }),
  ]),
)

const mainDocuments = defineDocuments(
  pages.map(({type, folder}) => ({
    route: `${folder}/:slug`,
    filter: `_type == "${type}" && slug.current == $slug`,
  })),
)

/** The tool that shows drafts in the site, beside their forms; nothing where no site is known. */
export function sitePreview(): PluginOptions[] {
  const url = previewUrl()
  if (url === null) return []
  const previewMode = {enable: '/api/draft/enable', disable: '/api/draft/disable'}
  return [
    presentationTool({
      title: 'Preview',
      previewUrl: {initial: url, previewMode},
      allowOrigins: [new URL(url).origin],
      resolve: {locations, mainDocuments},
    }),
  ]
}

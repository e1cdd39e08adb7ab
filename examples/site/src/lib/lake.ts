import {type QueryParams} from '@sanity/client'
import {sanityClient} from 'sanity:client'
import {isProse} from './prose.ts'
import {settings} from './settings.ts'

/** Readers ask without a token: what the lake answers is what everybody may see. */
export const lake = sanityClient.withConfig({
  apiHost: settings.lakeUrl,
  useProjectHostname: false,
  perspective: 'published',
})

/** Editors see drafts, with what visual editing needs to find its way back to the field. */
const drafts =
  settings.readToken === null
    ? null
    : lake.withConfig({
        token: settings.readToken,
        perspective: 'drafts',
        stega: {enabled: true, studioUrl: settings.studioUrl, filter: isProse},
      })

/** The client that checks who may open a preview. */
export const previewClient = drafts?.withConfig({stega: false}) ?? null

/** Asks the lake, for readers or for an editor who previews. */
export function load<Result>(
  query: string,
  params: QueryParams,
  {preview}: {readonly preview: boolean},
): Promise<Result> {
  const client = preview && drafts !== null ? drafts : lake
  return client.fetch<Result>(query, params)
}

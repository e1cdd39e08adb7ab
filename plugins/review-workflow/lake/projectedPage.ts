import {type Json, type JsonObject, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerRecord} from '../../../lake/guard.ts'
import {pastSlugs, publications, slugOf} from './publications.ts'

/** Where a page appears: its public record repeats it, so that lists need not look into each page. */
export function placeOf(document: LakeDocument): JsonObject {
  const {language, sites} = document
  const list: readonly Json[] = Array.isArray(sites) ? sites : []
  const slug = slugOf(document)
  return {
    ...(slug === null ? {} : {slug}),
    ...(typeof language === 'string' ? {language} : {}),
    sites: list.flatMap((site) => {
      const id: unknown = typeof site === 'object' && site !== null && Reflect.get(site, '_ref')
      return typeof id === 'string' ? [id] : []
    }),
  }
}

/** When its words changed for readers, and which fields of them. */
export function publishedFields(
  document: LakeDocument,
  records: readonly LedgerRecord[],
): JsonObject {
  const all = publications(records)
  const first = all.at(0)
  const last = all.at(-1)
  return {
    ...(first === undefined ? {} : {firstPublishedAt: first.at}),
    ...(last === undefined ? {} : {lastChangedAt: last.at}),
    publications: all.map(({at, digest, changed}, index) => ({
      _key: `p${index}`,
      at,
      digest,
      changed: [...changed],
    })),
    pastSlugs: [...pastSlugs(records, slugOf(document))],
  }
}

import {type Json, type JsonObject, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerRecord, type View} from '../../../lake/guard.ts'
import {referencesIn} from '../../../lake/references.ts'
import {pastSlugs, publications, slugOf} from './publications.ts'
import {titleOf} from './title.ts'

/** What lists show of a page and are ordered by: its public record repeats it, so that they need not look into pages. */
export function listedAs(view: Pick<View, 'read'>, document: LakeDocument): JsonObject {
  const {language, sites} = document
  const slug = slugOf(document)
  return {
    title: titleOf(document),
    ...(slug === null ? {} : {slug}),
    ...(typeof language === 'string' ? {language} : {}),
    sites: [...targetsIn(sites)],
    populations: targetsIn(document).filter((id) => view.read(id)?._type === 'population'),
  }
}

/** What this says by itself, not what is said in what it shows: a study of children is no page about them. */
function targetsIn(value: Json | undefined): readonly string[] {
  return [...new Set(referencesIn(value).map(({target}) => target))].sort()
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

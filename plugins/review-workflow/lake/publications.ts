import {type JsonObject, type LakeDocument} from '../../../lake/document.ts'
import {type LedgerRecord} from '../../../lake/guard.ts'
import {differing} from './changed.ts'
import {text} from './records.ts'

/** New words in front of readers. */
export interface Publication {
  readonly at: string
  readonly digest: string
  /** The top-level fields that differ from the words that were there before. */
  readonly changed: readonly string[]
}

/** Each time that other words than before went in front of readers, in that order. */
export function publications(records: readonly LedgerRecord[]): readonly Publication[] {
  const fields = new Map(
    records
      .filter(({kind}) => kind === 'signedOff')
      .map(({body}) => [text(body, 'digest'), (body['fields'] ?? {}) as JsonObject]),
  )
  const fieldsOf = (digest: string) => Object.entries(fields.get(digest) ?? {})
  return published(records)
    .map(({at, body}) => ({at, digest: text(body, 'digest')}))
    .filter(({digest}, index, all) => digest !== all[index - 1]?.digest)
    .map(({at, digest}, index, all) => {
      const before = all[index - 1]
      const changed =
        before === undefined ? [] : differing(fieldsOf(before.digest), fieldsOf(digest))
      return {at, digest, changed}
    })
}

/** The addresses that the page had in front of readers and no longer has. */
export function pastSlugs(
  records: readonly LedgerRecord[],
  current: string | null,
): readonly string[] {
  const slugs = published(records).map(({body}) => text(body, 'slug'))
  return [...new Set(slugs)].filter((slug) => slug !== '' && slug !== current)
}

export function slugOf({slug}: LakeDocument): string | null {
  const current: unknown =
    typeof slug === 'object' && slug !== null ? Reflect.get(slug, 'current') : null
  return typeof current === 'string' && current !== '' ? current : null
}

function published(records: readonly LedgerRecord[]): readonly LedgerRecord[] {
  return records.filter(({kind}) => kind === 'published')
}

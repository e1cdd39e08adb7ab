import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {diffEffects} from '../../lake/commit/effects.ts'
import {openStore, type Store} from '../../lake/store/store.ts'

/** A document of a test, of which only the fields that matter are told. */
export type Sketch = {readonly _id: string; readonly [field: string]: unknown}

export interface TemporaryStore {
  readonly store: Store
  readonly file: string
  /** Writes a transaction by a clock that ticks by minutes; `null` deletes. */
  commit(id: string, author: string, changes: {readonly [documentId: string]: object | null}): void
  remove(): void
}

/** A store in a folder of its own, written without guards or grants. */
export function temporaryStore(
  isPublic = (id: string): boolean => !id.includes('.'),
): TemporaryStore {
  const dir = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(dir, 'production.sqlite')
  const store = openStore(file)
  let minutes = 0
  return {
    store,
    file,
    commit(id, author, changes) {
      const now = new Date(Date.UTC(2026, 0, 1, 0, ++minutes)).toISOString()
      store.transaction(() => {
        const seq = store.addTransaction(id, author, now)
        for (const [documentId, fields] of Object.entries(changes)) {
          const before = store.document(documentId)
          const after = fields && {
            _type: 'article',
            _createdAt: before?._createdAt ?? now,
            ...(fields as JsonObject),
            _id: documentId,
            _rev: id,
            _updatedAt: now,
          }
          const mutations = [after === null ? {delete: {id: documentId}} : {createOrReplace: after}]
          const effects = diffEffects(before, after as LakeDocument | null)
          const revision = {
            documentId,
            previousRev: before?._rev ?? null,
            novel: true,
            mutations,
            effects,
          }
          store.addRevision(seq, author, revision)
          if (after === null) store.remove(documentId)
          else store.put(after as LakeDocument, seq, isPublic(documentId))
        }
      })
    },
    remove() {
      store.close()
      rmSync(dir, {recursive: true})
    },
  }
}

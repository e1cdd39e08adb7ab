import {type LakeDocument} from '../../lake/document.ts'
import {documentTable} from '../../lake/store/documentTable.ts'
import {QueryEngine} from '../../lake/query/engine.ts'
import {statementsOn} from '../../lake/store/statements.ts'
import {openDatabase} from '../../lake/store/format.ts'

export interface TestDataset {
  put(document: LakeDocument): void
  remove(id: string): void
  clear(): void
  /** Over the documents as they are now: asks as a thread does that has just been started. */
  engine(few?: number): QueryEngine
}

/** Documents in memory; what has neither a dot in its id nor an underscore before it is public. */
export function testDataset(documents: readonly LakeDocument[] = []): TestDataset {
  const database = openDatabase(':memory:')
  const table = documentTable(statementsOn(database))
  const put = (document: LakeDocument) =>
    table.put(document, 1, !document._id.includes('.') && !document._id.startsWith('_'))
  documents.forEach(put)
  return {
    put,
    remove: (id) => table.remove(id),
    clear() {
      for (const {_id} of [...table.documents()]) table.remove(_id)
    },
    engine: (few = 200) => new QueryEngine(database, {few}),
  }
}

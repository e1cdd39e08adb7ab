import {type Statements} from './statements.ts'

export type WithheldTable = ReturnType<typeof withheldTable>

/**
 * Documents that are there but are not served. Those that nobody has judged yet are among them, so that whoever does not
 * know better does not serve them either.
 */
export function withheldTable({get, all, run, transaction}: Statements) {
  return {
    /** Ids of what was judged, and must not be served. */
    withheld: (): readonly string[] =>
      all('select id from withheld where id not in (select id from unjudged) order by id').map(
        ({id}) => String(id),
      ),

    isWithheld: (id: string): boolean =>
      get('select 1 as one from withheld where id = ?', id) !== undefined,

    unjudged: (most = -1): readonly string[] =>
      all('select id from unjudged limit ?', most).map(({id}) => String(id)),

    isUnjudged: (id: string): boolean =>
      get('select 1 as one from unjudged where id = ?', id) !== undefined,

    /** From now on these and no others are not served, until they are written again; the latter, until they are judged. */
    withhold(ids: readonly string[], unjudged: readonly string[]): void {
      transaction(() => {
        run('delete from withheld')
        run('delete from unjudged')
        for (const id of [...ids, ...unjudged])
          run('insert or ignore into withheld (id) values (?)', id)
        for (const id of unjudged) run('insert or ignore into unjudged (id) values (?)', id)
      })
    },

    /** These as well: nobody needs to judge them. */
    withholdAlso(ids: readonly string[]): void {
      transaction(() => {
        for (const id of ids) {
          run('delete from unjudged where id = ?', id)
          run('insert or ignore into withheld (id) values (?)', id)
        }
      })
    },

    /** What was found out about documents that nobody had judged. */
    judged(documents: readonly {readonly id: string; readonly stands: boolean}[]): void {
      transaction(() => {
        for (const {id, stands} of documents) {
          run('delete from unjudged where id = ?', id)
          if (stands) run('delete from withheld where id = ?', id)
        }
      })
    },
  }
}

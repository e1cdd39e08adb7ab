import {type DatabaseSync} from 'node:sqlite'
import {anything, type IndexValue, lowerIndexValue} from '../index/leaves.ts'
import {type QueryDocuments} from './documents.ts'
import {type MadeShape, makeShape, rowsOf, type Shape, type ShapeIndex} from './shape.ts'

const mostShapes = 12
/** In all shapes together, about 100 bytes each. */
const mostRows = 600_000

/**
 * Indexes for the lists that are asked for, made from the lake's own when a list of that shape is asked for first. They
 * are in temporary tables of the one who reads: writing costs nothing more for them.
 */
export class QueryShapes {
  readonly #database: DatabaseSync
  readonly #documents: QueryDocuments
  readonly #made = new Map<string, MadeShape>()

  constructor(database: DatabaseSync, documents: QueryDocuments) {
    this.#database = database
    this.#documents = documents
    database.exec('pragma temp_store = file')
    database.function('lower_value', {deterministic: true}, (value) =>
      lowerIndexValue(value as IndexValue),
    )
  }

  /** The index for a shape, or null where there can be none. */
  of(shape: Shape): ShapeIndex | null {
    const name = JSON.stringify(shape)
    const made = this.#made.get(name) ?? makeShape(this.#database, shape)
    this.#made.delete(name)
    this.#made.set(name, made)
    this.#shed()
    return made.rows === null ? null : made.index
  }

  /** Takes in what changed. */
  update(ids: readonly string[]): void {
    if (this.#made.size === 0) return
    for (const id of ids) {
      const stored = this.#documents.get(id)
      for (const made of this.#made.values()) {
        made.remove.run(id)
        for (const values of rowsOf(made.shape, stored)) {
          made.put.run(...values, id)
          if (made.rows === null) continue
          made.rows = values.includes(anything) ? null : made.rows + 1
        }
      }
    }
  }

  /** So much changed that making them anew is quicker. */
  clear(): void {
    for (const {table} of this.#made.values()) this.#database.exec(`drop table temp.${table}`)
    this.#made.clear()
  }

  #shed(): void {
    const rows = () => [...this.#made.values()].reduce((sum, made) => sum + (made.rows ?? 0), 0)
    while (this.#made.size > mostShapes || (this.#made.size > 1 && rows() > mostRows)) {
      const [oldest] = this.#made
      if (oldest === undefined) return
      this.#made.delete(oldest[0])
      this.#database.exec(`drop table temp.${oldest[1].table}`)
    }
  }
}

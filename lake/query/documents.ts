import {type DatabaseSync} from 'node:sqlite'
import {LRUCache} from 'lru-cache'
import {type LakeDocument} from '../document.ts'
import {documentIn, scopeOf} from '../store/documentRow.ts'
import {isMarkedDeleted, shown, type ShownDocument} from './perspective.ts'
import {type Scope} from '../index/table.ts'
import {type Row, type Statements, statementsOn} from '../store/statements.ts'

/** A document as the file has it. */
export class Stored {
  readonly document: LakeDocument
  readonly scope: Scope
  /** How much JSON it is. */
  readonly bytes: number
  #shown: ShownDocument | null | undefined

  constructor(document: LakeDocument, scope: Scope, bytes: number) {
    this.document = document
    this.scope = scope
    this.bytes = bytes
  }

  /** As the layers of a perspective show it; null when it is to be deleted. */
  get shown(): ShownDocument | null {
    this.#shown ??= isMarkedDeleted(this.document) ? null : shown(this.document)
    return this.#shown
  }
}

export interface DocumentsOptions {
  /** Never so much as reads what readers without a token must not see. */
  readonly isPublicOnly?: boolean
  /** How much JSON may stay parsed. */
  readonly mostBytes?: number
  /** As many ids are few: documents are looked at one by one, whatever else is asked of them. */
  readonly few?: number
}

/**
 * The documents of a dataset's file as they are at one moment. Those that are read again and again stay parsed: one that
 * is read for the first time in a while is held for the one query alone, so that no scan drives out what many ask for.
 * "In a while" is as long as it would have stayed (after the algorithm 2Q of Johnson and Shasha).
 */
export class QueryDocuments {
  readonly sql: Statements
  readonly #lowest: Scope
  readonly #mostBytes: number
  readonly #remembered: LRUCache<string, Stored>
  /** Read since `begin`. Another one for each query: a table that is cleared leads V8 to keep what was in it. */
  #held = new Map<string, Stored>()
  #heldBytes = 0
  /** Ids of what was read lately and is not remembered, with how much it is. */
  readonly #seen: LRUCache<string, number>
  #version: unknown
  #seq: number | null = null
  /** Whether what is withheld was judged. */
  #withheld: ReadonlyMap<string, boolean> = new Map()
  /** Ids that this query took for served although nobody has judged them yet: what rests on them is no answer. */
  readonly unjudged = new Set<string>()
  /** How many documents were read from the file, for whoever wants to know. */
  read = 0

  constructor(
    database: DatabaseSync,
    {isPublicOnly = false, mostBytes = 12_000_000}: DocumentsOptions,
  ) {
    this.sql = statementsOn(database)
    this.#lowest = isPublicOnly ? 2 : 0
    this.#mostBytes = mostBytes
    this.#remembered = new LRUCache({maxSize: mostBytes, sizeCalculation: ({bytes}) => bytes})
    this.#seen = new LRUCache({maxSize: mostBytes, sizeCalculation: (bytes) => bytes})
  }

  get seq(): number {
    return this.#seq ?? 0
  }

  /** True of documents that only those who sign in get to see, and only as they are stored. */
  isWithheld(id: string): boolean {
    const wasJudged = this.#withheld.get(id)
    if (wasJudged === false) this.unjudged.add(id)
    return wasJudged === true
  }

  get withholdsAny(): boolean {
    return this.#withheld.size > 0
  }

  /**
   * Holds on to what is committed now, until `end`. Returns ids of documents that changed since the last time, and null
   * when the file is as it was.
   */
  begin(): readonly string[] | null {
    this.sql.run('begin')
    this.unjudged.clear()
    // The first look at the file is what fixes the moment.
    const version = this.sql.get('pragma data_version')?.['data_version']
    if (version === this.#version) return null
    const seq = Number(
      this.sql.get('select coalesce(max(seq), 0) as seq from transactions')?.['seq'],
    )
    const changed =
      this.#seq === null
        ? []
        : this.sql
            .all('select distinct document_id as id from revisions where seq > ?', this.#seq)
            .map(({id}) => String(id))
    changed.forEach((id) => this.#remembered.delete(id))
    const withheld = this.sql.all(
      'select id, id not in (select id from unjudged) as judged from withheld',
    )
    this.#withheld = new Map(withheld.map(({id, judged}) => [String(id), judged === 1]))
    this.#seq = seq
    this.#version = version
    return changed
  }

  end(): void {
    this.sql.run('commit')
    for (const [id, stored] of this.#held) {
      if (this.#seen.delete(id)) this.#remembered.set(id, stored)
      else this.#seen.set(id, stored.bytes)
    }
    this.#held = new Map()
    this.#heldBytes = 0
  }

  get(id: string): Stored | null {
    const known = this.#remembered.get(id) ?? this.#held.get(id)
    if (known !== undefined) return known
    const row = this.sql.get('select id, type, public, body from documents where id = ?', id)
    return row === undefined ? null : this.#take(row)
  }

  /** Reads all of them at once that are not at hand: they are about to be asked for. */
  prepare(ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.#remembered.has(id) && !this.#held.has(id))
    if (missing.length < 3) return
    const rows = this.sql.all(
      `select id, type, public, body from documents where id in (select value from json_each(?))`,
      JSON.stringify(missing),
    )
    for (const row of rows) this.#take(row)
  }

  #take(row: Row): Stored | null {
    const stored = storedIn(row, this.#lowest)
    if (stored === null) return null
    this.read += 1
    this.#heldBytes += stored.bytes
    if (this.#heldBytes <= this.#mostBytes) this.#held.set(String(row['id']), stored)
    return stored
  }
}

function storedIn(row: Row, lowest: Scope): Stored | null {
  const scope = scopeOf(String(row['id']), row['public'] === 1)
  if (scope < lowest) return null
  const document = documentIn(row)
  return document && new Stored(document, scope, String(row['body']).length)
}

import {type JsonObject} from '../document.ts'
import {type LedgerEntry, type LedgerHead, type LedgerRecord} from '../guard.ts'
import {genesisHash, recordHash} from '../ledger.ts'
import {type Row, type Statements} from './statements.ts'

/** By whom and with what an entry came. */
export interface LedgerStamp {
  readonly at: string
  readonly actor: string
  readonly transactionId: string
  /** Of the latest transaction before or with it. */
  readonly transactionSeq: number
}

export type LedgerTable = ReturnType<typeof ledgerTable>

/** The ledger. It grows, and the database itself refuses anything else. */
export function ledgerTable({get, all, iterate, run}: Statements) {
  const ledgerHead = (): LedgerHead | null => {
    const last = get('select seq, hash from ledger order by seq desc limit 1')
    return last === undefined ? null : {seq: Number(last['seq']), hash: String(last['hash'])}
  }
  return {
    ledgerHead,

    append(entry: LedgerEntry, stamp: LedgerStamp): LedgerRecord {
      const last = ledgerHead()
      const unhashed = {
        ...entry,
        seq: (last?.seq ?? 0) + 1,
        at: stamp.at,
        actor: stamp.actor,
        transactionId: stamp.transactionId,
        previousHash: last?.hash ?? genesisHash,
      }
      const record = {...unhashed, hash: recordHash(unhashed)}
      run(
        `insert into ledger (seq, at, kind, subject, actor, transaction_id, transaction_seq, body, previous_hash, hash)
         values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        record.seq,
        record.at,
        record.kind,
        record.subject,
        record.actor,
        record.transactionId,
        stamp.transactionSeq,
        JSON.stringify(record.body),
        record.previousHash,
        record.hash,
      )
      return record
    },

    ledger: (subject: string): readonly LedgerRecord[] =>
      all('select * from ledger where subject = ? order by seq', subject).map(recordOf),

    records: (kinds: readonly string[]): readonly LedgerRecord[] =>
      all(
        'select * from ledger where kind in (select value from json_each(?)) order by seq',
        JSON.stringify(kinds),
      ).map(recordOf),

    *wholeLedger(): Generator<LedgerRecord> {
      for (const row of iterate('select * from ledger order by seq')) yield recordOf(row)
    },
  }
}

function recordOf(row: Row): LedgerRecord {
  return {
    seq: Number(row['seq']),
    at: String(row['at']),
    kind: String(row['kind']),
    subject: String(row['subject']),
    actor: String(row['actor']),
    transactionId: String(row['transaction_id']),
    body: JSON.parse(String(row['body'])) as JsonObject,
    previousHash: String(row['previous_hash']),
    hash: String(row['hash']),
  }
}

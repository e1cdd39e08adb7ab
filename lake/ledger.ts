import {createHash} from 'node:crypto'
import canonicalize from 'canonicalize'
import {type LedgerRecord} from './guard.ts'

/** The hash that the first record of a ledger follows. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 over the RFC 8785 form of a record and the hash of the one before it. */
export function recordHash(record: Omit<LedgerRecord, 'hash'>): string {
  const {seq, at, kind, subject, actor, transactionId, body, previousHash} = record
  const text = canonicalize({seq, at, kind, subject, actor, transactionId, body, previousHash})
  return createHash('sha256')
    .update(text ?? '')
    .digest('hex')
}

/** The sequence numbers of records that do not follow from what stands before them. */
export function brokenRecords(records: Iterable<LedgerRecord>): readonly number[] {
  const broken: number[] = []
  let previousHash = genesisHash
  let seq = 1
  for (const record of records) {
    if (
      record.seq !== seq ||
      record.previousHash !== previousHash ||
      recordHash(record) !== record.hash
    ) {
      broken.push(record.seq)
    }
    previousHash = record.hash
    seq = record.seq + 1
  }
  return broken
}

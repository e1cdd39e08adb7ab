import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {LakeError} from '../errors.ts'

/**
 * Holds a data folder for this process, by an exclusive lock of SQLite's that the system frees when the process ends,
 * however it ends.
 * @throws LakeError unavailable when another process holds it.
 */
export function lockFolder(dir: string): () => void {
  const database = new DatabaseSync(join(dir, 'lock.sqlite'))
  try {
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive')
  } catch (error) {
    database.close()
    const reason = error instanceof Error ? error.message : String(error)
    if (!reason.includes('locked')) throw error
    throw new LakeError(
      'unavailable',
      `The data folder ${dir} is in use by another process. Stop that one first, or choose another folder with --data.`,
    )
  }
  return () => {
    database.exec('rollback')
    database.close()
  }
}

import {hash} from 'node:crypto'
import {DatabaseSync} from 'node:sqlite'
import {parentPort, workerData} from 'node:worker_threads'
import {endMessage} from '../threads/endThread.ts'
import {LakeError} from '../errors.ts'
import {type EngineAnswer, QueryEngine, type EngineRequest} from './engine.ts'
import {type ThreadJson, type WorkerAnswer, type WorkerData} from './thread.ts'

/** The thread that evaluates queries: it reads the dataset's file and never writes it. */

const {file, isPublicOnly, maxResultBytes} = workerData as WorkerData
const database = new DatabaseSync(file, {readOnly: true})
database.exec('pragma busy_timeout = 5000; pragma cache_size = -8000')
const engine = new QueryEngine(database, {isPublicOnly})
const encoder = new TextEncoder()
/** In characters. */
const longestText = 32_000

async function answer(request: EngineRequest): Promise<WorkerAnswer> {
  const started = performance.now()
  try {
    const found = await engine.run(request)
    if (engine.unjudged.size > 0) return {unjudged: [...engine.unjudged]}
    const json = serialized(found)
    const ms = Math.round(performance.now() - started)
    const etag = request.grants === 'public' ? hash('sha1', json, 'base64url') : null
    const kept = etag === null || engine.readsClock ? null : {tags: found.syncTags, etag}
    return {json, ms, seq: engine.seq, kept}
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    if (engine.unjudged.size > 0) return {unjudged: [...engine.unjudged]}
    return {error: {code: error.code, message: error.message, details: error.details}}
  }
}

/** Whoever commits has no work with what is long. */
function serialized(answer: EngineAnswer): ThreadJson {
  try {
    const text = JSON.stringify(answer)
    const json = text.length > longestText ? encoder.encode(text) : text
    if (json.length > maxResultBytes) throw tooLarge()
    return json
  } catch (error) {
    // A string has a greatest length, too.
    throw error instanceof RangeError ? tooLarge() : error
  }
}

function tooLarge(): LakeError {
  return new LakeError(
    'tooLarge',
    `The result is larger than ${maxResultBytes / 1_000_000} MB. Ask for less: a slice, fewer fields.`,
  )
}

/** What changes hands with an answer. */
function handedOver(result: WorkerAnswer): readonly ArrayBuffer[] {
  return 'json' in result && typeof result.json !== 'string' ? [result.json.buffer] : []
}

parentPort?.on('message', (request: EngineRequest | typeof endMessage) => {
  if (request === endMessage) {
    database.close()
    parentPort?.close()
    return
  }
  void answer(request).then((result) => parentPort?.postMessage(result, handedOver(result)))
})
parentPort?.postMessage('ready')

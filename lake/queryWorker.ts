import {DatabaseSync} from 'node:sqlite'
import {parentPort, workerData} from 'node:worker_threads'
import {type LakeDocument} from './document.ts'
import {LakeError} from './errors.ts'
import {type EngineAnswer, QueryEngine, type EngineRequest} from './queryEngine.ts'
import {type WorkerAnswer, type WorkerData} from './queryThread.ts'

/** The thread that evaluates queries: it reads the dataset's file and never writes it. */

const {file, isPublicOnly, maxResultBytes} = workerData as WorkerData
const database = new DatabaseSync(file, {readOnly: true})
database.exec('pragma busy_timeout = 5000')
const dataVersion = database.prepare('pragma data_version')
const lastSeq = database.prepare('select coalesce(max(seq), 0) as seq from transactions')
const everything = database.prepare('select id, public, body from documents where public >= ?')
const changed = database.prepare(
  `select distinct r.document_id as id, d.public, d.body from revisions r
   left join documents d on d.id = r.document_id where r.seq > ?`,
)

const withheld = database.prepare('select id from withheld')

const encoder = new TextEncoder()
const engine = new QueryEngine()
let seenVersion: unknown
let seenSeq: number | null = null

/** Reads what was committed since the last time. */
function catchUp(): void {
  const version = dataVersion.get()?.['data_version']
  if (version === seenVersion) return
  database.exec('begin')
  const rows =
    seenSeq === null ? everything.iterate(Number(isPublicOnly)) : changed.iterate(seenSeq)
  for (const {id, public: isPublic, body} of rows) {
    const document =
      typeof body !== 'string' || (isPublicOnly && isPublic === 0) ? null : parsed(body)
    // A row that holds another document than it says must not stand in for that one.
    if (document !== null && document._id === id) engine.put(document, isPublic === 1)
    else engine.remove(String(id))
  }
  engine.withhold(new Set(withheld.all().map(({id}) => String(id))))
  seenSeq = Number(lastSeq.get()?.['seq'])
  database.exec('commit')
  seenVersion = version
}

function parsed(body: string): LakeDocument {
  return JSON.parse(body) as LakeDocument
}

async function answer(request: EngineRequest): Promise<WorkerAnswer> {
  const started = performance.now()
  try {
    catchUp()
    const seq = seenSeq ?? 0
    const json = serialized(await engine.run(request))
    return {json, ms: Math.round(performance.now() - started), seq}
  } catch (error) {
    if (!(error instanceof LakeError)) throw error
    return {error: {code: error.code, message: error.message, details: error.details}}
  }
}

/** In bytes, which are handed over: whoever commits has no work with them. */
function serialized(answer: EngineAnswer): Uint8Array<ArrayBuffer> {
  const tooLarge = new LakeError(
    'tooLarge',
    `The result is larger than ${maxResultBytes / 1_000_000} MB. Ask for less: a slice, fewer fields.`,
  )
  try {
    const json = encoder.encode(JSON.stringify(answer))
    if (json.length > maxResultBytes) throw tooLarge
    return json
  } catch (error) {
    // A string has a greatest length, too.
    throw error instanceof RangeError ? tooLarge : error
  }
}

catchUp()
parentPort?.on('message', (request: EngineRequest) => {
  void answer(request).then((result) =>
    parentPort?.postMessage(result, 'json' in result ? [result.json.buffer] : []),
  )
})
parentPort?.postMessage('ready')

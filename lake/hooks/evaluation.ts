import {createHash} from 'node:crypto'
import {type LakeDocument} from '../document.ts'
import {ChangeReader, type RecordedChange} from './changes.ts'
import {type Hook, type Operation} from './hook.ts'
import {covers, type HookChange, operationFor, payloadFor} from './rule.ts'

export interface EvaluationJob {
  readonly projectId: string
  readonly dataset: string
  /** The dataset's file. */
  readonly file: string
  /** Each with how far its changes were looked at. */
  readonly hooks: readonly {readonly hook: Hook; readonly position: number}[]
  /** Messages that are there already. */
  readonly known: readonly string[]
  /** Changes of what was not served before: there, a document comes new to whoever reads. */
  readonly unserved: readonly {readonly seq: number; readonly documentId: string}[]
}

/** What a hook has to say about a change, or why it cannot. */
export interface Evaluated {
  readonly id: string
  readonly hookId: string
  readonly seq: number
  readonly documentId: string
  readonly operation: Operation
  readonly transactionId: string
  readonly transactionTime: string
  readonly payload: string
  readonly problem: string | null
}

export interface EvaluationAnswer {
  readonly messages: readonly Evaluated[]
  /** How far they were looked at now. */
  readonly position: number
  readonly more: boolean
}

const transactionsAtOnce = 100
const charactersAtOnce = 4_000_000
export const payloadLimit = 1_000_000

/**
 * What the hooks have to say about the next transactions of a dataset. `starting` is called before each piece of
 * work, so that whoever stops a rule that does not end knows which one it was.
 */
export async function evaluateHooks(
  job: EvaluationJob,
  starting: (message: Evaluated) => void,
): Promise<EvaluationAnswer> {
  const reader = new ChangeReader(job.file)
  try {
    const messages: Evaluated[] = []
    const known = new Set(job.known)
    const lookUp = documentsOf(reader)
    let position = Math.min(...job.hooks.map((each) => each.position))
    let characters = 0
    const seqs = reader.seqsAfter(position, transactionsAtOnce)
    for (const seq of seqs) {
      const hooks = job.hooks.filter((each) => each.position < seq).map(({hook}) => hook)
      for (const change of reader.changes(seq)) {
        for (const hook of hooks) {
          const message = await evaluated(hook, change, job, {known, starting, lookUp})
          if (message === null) continue
          messages.push(message)
          characters += message.payload.length
        }
      }
      position = seq
      if (characters > charactersAtOnce) break
    }
    return {messages, position, more: position < reader.lastSeq()}
  } finally {
    reader.close()
  }
}

interface Work {
  readonly known: ReadonlySet<string>
  readonly starting: (message: Evaluated) => void
  readonly lookUp: (hook: Hook) => readonly LakeDocument[]
}

async function evaluated(
  hook: Hook,
  recorded: RecordedChange,
  {projectId, dataset, unserved}: EvaluationJob,
  {known, starting, lookUp}: Work,
): Promise<Evaluated | null> {
  const isNew = unserved.some(
    (each) => each.seq === recorded.seq && each.documentId === recorded.documentId,
  )
  const before = isNew ? null : recorded.before
  const documents = () => lookUp(hook)
  const change: HookChange = {...recorded, before, projectId, dataset, documents}
  const operation = operationFor(hook, change)
  if (operation === null) return null
  const {seq, documentId, transactionId, timestamp} = recorded
  const message: Evaluated = {
    id: messageId(hook.id, dataset, transactionId, documentId),
    hookId: hook.id,
    seq,
    documentId,
    operation,
    transactionId,
    transactionTime: timestamp,
    payload: '',
    problem: null,
  }
  if (known.has(message.id)) return null
  starting(message)
  try {
    const payload = await payloadFor(hook, change)
    if (payload === null) return null
    if (payload.length <= payloadLimit) return {...message, payload}
    return {...message, problem: 'The body is larger than 1 MB. Let the projection ask for less.'}
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {...message, problem: `The rule cannot be evaluated: ${reason}.`}
  }
}

/** The same change gives the same id, however often it is looked at. */
function messageId(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)
}

/** A hook looks up what it may hear of: drafts only if it asked for drafts. */
function documentsOf(reader: ChangeReader): (hook: Hook) => readonly LakeDocument[] {
  let all: readonly LakeDocument[] | undefined
  return (hook) => {
    all ??= reader.documents()
    return all.filter(({_id}) => covers(hook, _id))
  }
}

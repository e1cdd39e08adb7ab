import {type Hook, type HookAttempt, type HookMessage} from './hook.ts'
import {type Hooks} from './hooks.ts'
import {type OutgoingRequest, type Send, type SendResult} from './send.ts'
import {signatureOf} from './signature.ts'

export interface CourierOptions {
  readonly hooks: Hooks
  readonly now: () => Date
  readonly newId: () => string
  readonly send: Send
}

const second = 1000
const firstWait = 5 * second
/** Source: Sanity's documentation: tried again for up to 30 minutes, one request at a time of each webhook. */
const longestTrying = 30 * 60 * second

/** Sends the next message of a hook that is due, and records what came of it. False when there is none. */
export async function deliverNext(options: CourierOptions, hookId: string): Promise<boolean> {
  const {hooks, now, newId, send} = options
  const hook = hooks.store.hook(hookId)
  const message = hooks.store.nextMessage(hookId)
  const started = now()
  if (hook === null || hook.isDisabledByUser || message === null) return false
  if (message.dueAt > started.toISOString()) return false
  const attempt: HookAttempt = {
    id: newId(),
    hookId,
    messageId: message.id,
    createdAt: started.toISOString(),
    updatedAt: null,
    duration: null,
    inProgress: true,
    isFailure: false,
    failureReason: null,
    resultCode: null,
    resultBody: null,
  }
  const sending: HookMessage = {
    ...message,
    status: 'sending',
    firstTriedAt: message.firstTriedAt ?? attempt.createdAt,
  }
  hooks.store.transaction(() => {
    hooks.store.putMessage(sending, 0)
    hooks.store.putAttempt(attempt)
  })
  const startedAt = performance.now()
  const result = await send(requestOf(hook, message, started))
  const duration = Math.round(performance.now() - startedAt)
  hooks.store.transaction(() => {
    // Deleted while it was under way: there is nothing to record it with.
    if (hooks.store.hook(hookId) === null) return
    hooks.store.putAttempt(finished(attempt, result, duration, now()))
    hooks.store.putMessage(settled(sending, result, now()), 0)
  })
  return true
}

/** When the next message of a hook is due, ISO 8601; null when there is none. */
export function nextDue(hooks: Hooks, {id, isDisabledByUser}: Hook): string | null {
  return isDisabledByUser ? null : (hooks.store.nextMessage(id)?.dueAt ?? null)
}

function requestOf(hook: Hook, message: HookMessage, at: Date): OutgoingRequest {
  const {payload} = message
  return {
    url: hook.url,
    method: hook.httpMethod,
    body: payload,
    headers: {
      ...hook.headers,
      'content-type': 'application/json',
      'idempotency-key': message.id,
      'sanity-dataset': message.dataset,
      'sanity-document-id': message.documentId,
      'sanity-operation': message.operation,
      'sanity-project-id': hook.projectId,
      // Clients may choose these ids, and not every text can stand in a header.
      'sanity-transaction-id': encodeURI(message.transactionId),
      'sanity-transaction-time': message.transactionTime,
      'sanity-webhook-id': hook.id,
      ...(hook.secret === null
        ? {}
        : {'sanity-webhook-signature': signatureOf(payload, hook.secret, at)}),
    },
  }
}

function isDelivered(result: SendResult): boolean {
  return result.kind === 'answered' && result.status >= 200 && result.status < 300
}

/** What is wrong with the request stays wrong; what is wrong at the other end may pass. */
function mayPass(result: SendResult): boolean {
  if (result.kind === 'unanswered') return result.reason !== 'other'
  return result.status === 429 || result.status >= 500
}

function finished(
  attempt: HookAttempt,
  result: SendResult,
  duration: number,
  at: Date,
): HookAttempt {
  const isAnswered = result.kind === 'answered'
  const isFailure = !isDelivered(result)
  return {
    ...attempt,
    updatedAt: at.toISOString(),
    duration,
    inProgress: false,
    isFailure,
    failureReason: !isFailure ? null : isAnswered ? 'http' : result.reason,
    resultCode: isAnswered ? result.status : null,
    resultBody: isAnswered ? result.body : result.sentence,
  }
}

function settled(message: HookMessage, result: SendResult, at: Date): HookMessage {
  const resultCode = result.kind === 'answered' ? result.status : null
  if (isDelivered(result)) return {...message, status: 'success', resultCode}
  const failed = {...message, failureCount: message.failureCount + 1, resultCode}
  const due = new Date(at.getTime() + waitAfter(failed.failureCount, result))
  const end = Date.parse(message.firstTriedAt ?? at.toISOString()) + longestTrying
  if (!mayPass(result) || due.getTime() > end) return {...failed, status: 'failure'}
  return {...failed, status: 'queued', dueAt: due.toISOString()}
}

/** Twice as long after each failure, and never sooner than the other end asks for. */
function waitAfter(failures: number, result: SendResult): number {
  const asked = result.kind === 'answered' ? (result.retryAfter ?? 0) * second : 0
  return Math.max(firstWait * 2 ** (failures - 1), asked)
}

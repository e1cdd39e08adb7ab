import {LakeError} from '../errors.ts'
import {type Evaluated, type EvaluationAnswer} from './evaluation.ts'
import {type Hook, type HookMessage} from './hook.ts'
import {type HookStore} from './hookStore.ts'

/** What the hooks have to deliver. */
export class HookQueue {
  readonly #store: HookStore
  readonly #now: () => string
  readonly #newId: () => string

  constructor(store: HookStore, options: {readonly now: () => Date; readonly newId: () => string}) {
    this.#store = store
    this.#now = () => options.now().toISOString()
    this.#newId = options.newId
  }

  /** Keeps what the rules had to say and how far they have looked, both or neither. */
  add(dataset: string, hookIds: readonly string[], answer: EvaluationAnswer): void {
    this.#store.transaction(() => {
      for (const message of answer.messages) this.#keep(dataset, message)
      for (const id of hookIds) {
        const position = this.#store.position(id, dataset)
        if (position === null || position >= answer.position) continue
        this.#store.setPosition(id, dataset, answer.position)
      }
    })
  }

  /** Records a rule that did not come to an end, so that it is not tried on this change again. */
  addStuck(dataset: string, message: Evaluated): void {
    const problem = 'The rule took too long for this document. Make it simpler.'
    this.#store.transaction(() => this.#keep(dataset, {...message, problem}))
  }

  /** @throws LakeError malformedRequest of a hook that is switched off */
  addTest(hook: Hook): HookMessage {
    if (hook.isDisabledByUser) {
      throw new LakeError('malformedRequest', 'Switch the webhook on to send a test.')
    }
    const at = this.#now()
    const id = this.#newId()
    const document = {_id: 'test', _type: 'test', _rev: id, _createdAt: at, _updatedAt: at}
    const message: HookMessage = {
      id,
      hookId: hook.id,
      dataset: hook.dataset,
      documentId: document._id,
      operation: hook.rule.on[0] ?? 'update',
      transactionId: id,
      transactionTime: at,
      payload: JSON.stringify(document),
      ...fresh(at),
    }
    this.#store.putMessage(message, 0)
    return message
  }

  /** The server stopped in the middle of a delivery: whether it arrived nobody knows, so it is sent again. */
  takeUpAgain(): void {
    const at = this.#now()
    this.#store.transaction(() => {
      for (const message of this.#store.sending()) {
        this.#store.putMessage({...message, status: 'queued', dueAt: at}, 0)
      }
      for (const attempt of this.#store.unfinishedAttempts()) {
        this.#store.putAttempt({
          ...attempt,
          updatedAt: at,
          inProgress: false,
          isFailure: true,
          failureReason: 'other',
          resultBody: 'The server stopped before the answer came. It is sent again.',
        })
      }
    })
  }

  #keep(dataset: string, {seq, problem, ...evaluated}: Evaluated): void {
    const hook = this.#store.hook(evaluated.hookId)
    // It may have been deleted or switched off meanwhile.
    if (hook === null || hook.isDisabledByUser) return
    if (this.#store.message(evaluated.id) !== null) return
    const at = this.#now()
    const message: HookMessage = {...evaluated, dataset, ...fresh(at)}
    if (problem === null) return this.#store.putMessage(message, seq)
    this.#store.putMessage({...message, status: 'failure', failureCount: 1}, seq)
    this.#store.putAttempt({
      id: this.#newId(),
      hookId: hook.id,
      messageId: evaluated.id,
      createdAt: at,
      updatedAt: at,
      duration: null,
      inProgress: false,
      isFailure: true,
      failureReason: 'other',
      resultCode: null,
      resultBody: problem,
    })
  }
}

function fresh(at: string) {
  return {
    status: 'queued',
    failureCount: 0,
    resultCode: null,
    createdAt: at,
    dueAt: at,
    firstTriedAt: null,
  } as const
}

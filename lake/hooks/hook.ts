/** What may happen to a document, seen from a webhook. */
export type Operation = 'create' | 'update' | 'delete'

/** A webhook as it is stored and as the API shows it, named as in Sanity's Webhooks API. */
export interface Hook {
  readonly type: 'document'
  readonly id: string
  readonly projectId: string
  readonly name: string
  readonly description: string | null
  readonly url: string
  /** A dataset, or `*` for all of them. */
  readonly dataset: string
  readonly apiVersion: string
  readonly httpMethod: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly includeDrafts: boolean
  readonly includeAllVersions: boolean
  readonly headers: Readonly<Record<string, string>>
  /** Signs what is sent. */
  readonly secret: string | null
  readonly rule: HookRule
  readonly isDisabled: boolean
  readonly isDisabledByUser: boolean
  readonly createdAt: string
  readonly createdByUserId: string
  readonly deletedAt: null
}

export interface HookRule {
  readonly on: readonly Operation[]
  /** GROQ over the one document that changed; null: every one. */
  readonly filter: string | null
  /** GROQ for the body; null: the document. */
  readonly projection: string | null
}

/** What people say about a hook; the rest is the lake's own. */
export type HookSettings = Omit<
  Hook,
  'type' | 'id' | 'projectId' | 'isDisabled' | 'createdAt' | 'createdByUserId' | 'deletedAt'
>

export type MessageStatus = 'queued' | 'sending' | 'success' | 'failure'

/** One document that changed in a way that a hook asks for: to be delivered at least once. */
export interface HookMessage {
  /** Also the idempotency key: the same change is the same message, however often it is sent. */
  readonly id: string
  readonly hookId: string
  readonly dataset: string
  readonly documentId: string
  readonly operation: Operation
  readonly transactionId: string
  readonly transactionTime: string
  /** JSON. */
  readonly payload: string
  readonly status: MessageStatus
  readonly failureCount: number
  readonly resultCode: number | null
  readonly createdAt: string
  /** When it may be sent, ISO 8601. */
  readonly dueAt: string
  /** When it was sent first. */
  readonly firstTriedAt: string | null
}

export type FailureReason = 'http' | 'network' | 'timeout' | 'other'

/** One request of a delivery, in the form that `sanity hook attempt` prints. */
export interface HookAttempt {
  readonly id: string
  readonly hookId: string
  readonly messageId: string
  readonly createdAt: string
  readonly updatedAt: string | null
  /** Milliseconds. */
  readonly duration: number | null
  readonly inProgress: boolean
  readonly isFailure: boolean
  readonly failureReason: FailureReason | null
  readonly resultCode: number | null
  /** The beginning of the answer, or a sentence about why there was none. */
  readonly resultBody: string | null
}

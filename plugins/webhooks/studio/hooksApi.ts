import {type SanityClient} from 'sanity'

export type Operation = 'create' | 'update' | 'delete'

/** A webhook as the server tells it. Source: Sanity's Webhooks API. */
export interface Hook {
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly url: string
  readonly dataset: string
  readonly httpMethod: string
  readonly includeDrafts: boolean
  readonly includeAllVersions: boolean
  readonly headers: {readonly [name: string]: string}
  readonly secret: string | null
  readonly rule: {
    readonly on: readonly Operation[]
    readonly filter: string | null
    readonly projection: string | null
  }
  readonly isDisabledByUser: boolean
}

export type HookSettings = Omit<Hook, 'id'>

export interface Message {
  readonly id: string
  readonly documentId: string
  readonly operation: Operation
  readonly status: 'queued' | 'sending' | 'success' | 'failure'
}

export interface Attempt {
  readonly id: string
  readonly messageId: string
  readonly createdAt: string
  readonly duration: number | null
  readonly inProgress: boolean
  readonly isFailure: boolean
  readonly failureReason: 'http' | 'network' | 'timeout' | 'other' | null
  readonly resultCode: number | null
  readonly resultBody: string | null
}

export const apiVersion = '2025-08-04'

/** The routes of the webhooks of a project. */
export function hooksApi(client: SanityClient) {
  const root = `/hooks/projects/${client.config().projectId}`
  return {
    list: () => client.request<readonly Hook[]>({url: root, tag: 'webhooks.list'}),
    find: (id: string) => client.request<Hook>({url: `${root}/${id}`, tag: 'webhooks.find'}),
    create: (body: HookSettings) =>
      client.request<Hook>({method: 'POST', url: root, body, tag: 'webhooks.create'}),
    update: (id: string, body: HookSettings) =>
      client.request<Hook>({method: 'PATCH', url: `${root}/${id}`, body, tag: 'webhooks.update'}),
    remove: (id: string) =>
      client.request<Hook>({method: 'DELETE', url: `${root}/${id}`, tag: 'webhooks.remove'}),
    sendTest: (id: string) =>
      client.request<Message>({method: 'POST', url: `${root}/${id}/test`, tag: 'webhooks.test'}),
    messages: (id: string) =>
      client.request<readonly Message[]>({url: `${root}/${id}/messages`, tag: 'webhooks.messages'}),
    attempts: (id: string) =>
      client.request<readonly Attempt[]>({url: `${root}/${id}/attempts`, tag: 'webhooks.attempts'}),
    datasets: async () => (await client.datasets.list()).map(({name}) => name),
  }
}

/** What the server said of a request that it did not carry out. */
export function messageOf(error: unknown): string {
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  const said = field(field(field(error, 'response'), 'body'), 'message') ?? field(error, 'message')
  return typeof said === 'string' ? said : String(error)
}

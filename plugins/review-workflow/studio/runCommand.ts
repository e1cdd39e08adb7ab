import type {SanityClient} from 'sanity'
import {type CommandType, type DenialMessage} from '../policy/index.ts'

/** What the server said no with, and the code of the reason where it is one of the policy's. */
export interface Refusal extends DenialMessage {
  readonly code: string | null
}

/** As JSON carries it; a field that is `undefined` is not sent. */
export type CommandValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly CommandValue[]
  | {readonly [field: string]: CommandValue}

export type CommandFields = {readonly [field: string]: CommandValue}

/** Asks the server to do it. Empty = done; else every reason why not, in words. */
export async function runCommand(
  client: SanityClient,
  command: CommandType,
  fields: CommandFields & {readonly publishedId: string},
): Promise<readonly Refusal[]> {
  try {
    await client.request({
      url: `/data/actions/${client.config().dataset}`,
      method: 'POST',
      body: {actions: [{actionType: `review.action.${command}`, ...fields}]},
      tag: `review.${command}`,
    })
    return []
  } catch (error) {
    return refusal(error)
  }
}

/** The words of a refusal: those of its denials where the server sent them, else whatever it said. */
export function refusal(error: unknown): readonly Refusal[] {
  const body = field(field(error, 'response'), 'body')
  const denials = field(body, 'denials')
  const words = Array.isArray(denials) ? denials.flatMap(denialWords) : []
  if (words.length > 0) return words
  const message =
    field(field(body, 'error'), 'description') ?? field(body, 'message') ?? field(error, 'message')
  return [{message: typeof message === 'string' ? message : String(error), who: '', code: null}]
}

function denialWords(denial: unknown): readonly Refusal[] {
  const message = field(denial, 'message')
  const who = field(denial, 'who')
  const code = field(denial, 'code')
  if (typeof message !== 'string') return []
  return [
    {
      message,
      who: typeof who === 'string' ? who : '',
      code: typeof code === 'string' ? code : null,
    },
  ]
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

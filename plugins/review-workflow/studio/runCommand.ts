import type {SanityClient} from 'sanity'
import {type CommandType, type DenialMessage} from '../policy/index.ts'

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
): Promise<readonly DenialMessage[]> {
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
export function refusal(error: unknown): readonly DenialMessage[] {
  const body = field(field(error, 'response'), 'body')
  const denials = field(body, 'denials')
  const words = Array.isArray(denials) ? denials.flatMap(denialWords) : []
  if (words.length > 0) return words
  const message =
    field(field(body, 'error'), 'description') ?? field(body, 'message') ?? field(error, 'message')
  return [{message: typeof message === 'string' ? message : String(error), who: ''}]
}

function denialWords(denial: unknown): readonly DenialMessage[] {
  const message = field(denial, 'message')
  const who = field(denial, 'who')
  return typeof message === 'string' ? [{message, who: typeof who === 'string' ? who : ''}] : []
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

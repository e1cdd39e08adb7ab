import {type Actor} from '../lake/actor.ts'
import {type Json} from '../lake/document.ts'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'

/** What a command was told: words in order, options by name, and what stood on standard input. */
export interface CommandInput {
  readonly words: readonly string[]
  readonly options: {readonly [name: string]: string}
  readonly input: string
}

export interface CommandOutput {
  readonly text: string
  readonly json: Json
  readonly failed: boolean
}

export interface Command {
  readonly usage: string
  /** What is being done, of commands that take their time. */
  readonly doing?: string
  readonly run: (
    lake: Lake,
    input: CommandInput,
    say: (doing: string) => void,
  ) => Promise<CommandOutput>
}

export const operator: Actor = {kind: 'operator', userId: 'operator', roles: ['administrator']}

export function done(text: string, json: Json): CommandOutput {
  return {text, json, failed: false}
}

export function required({options}: CommandInput, name: string): string {
  const value = options[name]
  if (value !== undefined && value !== '') return value
  throw new LakeError('malformedRequest', `The option --${name} is missing.`)
}

export function word({words}: CommandInput, index: number, what: string): string {
  const value = words[index]
  if (value !== undefined) return value
  throw new LakeError('malformedRequest', `The command needs ${what}.`)
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

import {type Hook} from '../lake/hooks/hook.ts'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'
import {type Command, type CommandInput, done, required} from './command.ts'

/** What of a hook may stand in a terminal: neither its secret nor its headers. */
function shown({secret, headers, ...hook}: Hook) {
  return {...hook, rule: {...hook.rule}, isSigned: secret !== null}
}

function named(lake: Lake, name: string | undefined): Hook {
  const hooks = lake.hooks.list()
  const wanted = name ?? (hooks.length === 1 ? hooks[0]?.id : undefined)
  const hook = hooks.find((each) => wanted !== undefined && [each.id, each.name].includes(wanted))
  if (hook !== undefined) return hook
  const names = hooks.map((each) => each.name).join(', ')
  throw new LakeError('notFound', `Name one of the webhooks: ${names === '' ? 'none' : names}.`)
}

/** The webhook of that name as the options say; what they leave out is as a new one has it. */
function setHook(lake: Lake, input: CommandInput): {readonly hook: Hook; readonly isNew: boolean} {
  const name = required(input, 'name')
  const {dataset = 'production', filter = null, projection = null} = input.options
  const secret = input.input.replace(/\r?\n$/, '')
  const url = required(input, 'url')
  const body = {name, url, dataset, secret, rule: {filter, projection}}
  const before = lake.hooks.list().find((each) => each.name === name)
  if (before !== undefined) return {hook: lake.hooks.update(before.id, body), isNew: false}
  const by = {projectId: 'restwell', userId: 'operator'}
  return {hook: lake.hooks.create(body, by), isNew: true}
}

/** What is delivered to whom, and what became of it. */
export const hookCommands: {readonly [name: string]: Command} = {
  'hooks set': {
    usage:
      'hooks set --name N --url U [--dataset D] [--filter GROQ] [--projection GROQ]   (its secret on standard input)',
    run: async (lake, input) => {
      const {hook, isNew} = setHook(lake, input)
      return done(`${hook.name} is ${isNew ? 'a new webhook' : 'changed'}.`, shown(hook))
    },
  },
  'hooks list': {
    usage: 'hooks list',
    run: async (lake) => {
      const hooks = lake.hooks.list()
      const lines = hooks.map(
        ({id, name, dataset, url, isDisabledByUser}) =>
          `${id}\t${name}\t${dataset}\t${url}${isDisabledByUser ? '\t(off)' : ''}`,
      )
      const text = lines.length === 0 ? 'There are no webhooks.' : lines.join('\n')
      return {text, json: hooks.map(shown), failed: false}
    },
  },
  'hooks log': {
    usage: 'hooks log [NAME|ID]',
    run: async (lake, {words}) => {
      const {id} = named(lake, words[2])
      const attempts = lake.hooks.attempts(id, {limit: 100, offset: 0})
      const lines = attempts.map(
        ({createdAt, isFailure, inProgress, resultCode, duration, resultBody, messageId}) =>
          [
            createdAt,
            inProgress ? 'under way' : isFailure ? 'failed' : 'delivered',
            resultCode ?? '-',
            duration === null ? '-' : `${duration} ms`,
            messageId,
            isFailure ? (resultBody ?? '').replace(/\s+/g, ' ').slice(0, 200) : '',
          ].join('\t'),
      )
      const text = lines.length === 0 ? 'Nothing was sent yet.' : lines.join('\n')
      return {text, json: attempts.map((attempt) => ({...attempt})), failed: false}
    },
  },
}

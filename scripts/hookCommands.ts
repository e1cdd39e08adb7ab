import {type Hook} from '../lake/hooks/hook.ts'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'
import {type Command} from './command.ts'

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

/** `hooks list` and `hooks log`: what is delivered to whom, and what became of it. */
export const hookCommands: {readonly [name: string]: Command} = {
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

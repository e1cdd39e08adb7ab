import {randomUUID} from 'node:crypto'
import {createEvaluator} from '../lake/hooks/evaluator.ts'
import {keepHooks} from '../lake/hooks/keepHooks.ts'
import {HookRunner} from '../lake/hooks/runner.ts'
import {createSender} from '../lake/hooks/send.ts'
import {type Lake} from '../lake/lake.ts'

/**
 * Delivers webhooks until it is told to stop. `allowedHosts` is the text of `LAKE_HOOK_HOSTS`: the hosts on this machine
 * or network that they may go to, as `name` or `name:port`, separated by commas; `*` for every one.
 */
export function startHooks(
  lake: Lake,
  projectId: string,
  allowedHosts: string | undefined,
): () => Promise<void> {
  const now = () => new Date()
  const log = (line: string) => console.error(line)
  const evaluator = createEvaluator()
  const hosts = (allowedHosts ?? '').split(',').map((host) => host.trim())
  const send = createSender({allowedHosts: hosts.filter((host) => host !== '')})
  const options = {lake, projectId, evaluator, now, newId: randomUUID, send, log}
  const stop = keepHooks(lake.hooks, new HookRunner(options), {now, log})
  return async () => {
    stop()
    await evaluator.close()
  }
}

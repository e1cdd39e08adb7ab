import {type Lake} from '../lake/lake.ts'
import {atHand} from './atHand.ts'
import {startHooks} from './startHooks.ts'
import {keepTime} from './ticking.ts'
import {withheldLines} from './withheld.ts'

/** What a lake does by itself once it serves. Returns how to end it. */
export function startOwnWork(
  lake: Lake,
  projectId: string,
  hookHosts: string | undefined,
): () => Promise<void> {
  const datasets = lake.datasets().map(({name}) => lake.dataset(name))
  const ends: (() => unknown)[] = []
  let isEnded = false
  const work = async () => {
    for (const dataset of datasets) await dataset.serving.settle()
    if (isEnded) return
    // Webhooks leave out what nobody vouches for, so that must be known.
    ends.push(keepTime(lake), startHooks(lake, projectId, hookHosts))
    for (const dataset of datasets) await dataset.serving.audit()
    if (isEnded) return
    for (const line of withheldLines(lake)) console.error(line)
  }
  work().catch((error: unknown) => console.error('what the lake does by itself failed', error))
  const files = datasets.map(({store}) => store.file)
  // What could not be read now is read when somebody asks for it.
  atHand(files, () => isEnded).catch(() => {})
  return async () => {
    isEnded = true
    for (const end of ends) await end()
  }
}

import type {SanityClient} from 'sanity'
import {type DenialMessage} from '../../policy/index.ts'
import {localTimeOf} from '../actions/localTime.ts'
import {refusal} from '../runCommand.ts'
import {type CitedWorkLine, type Register} from './registers.ts'

export interface Checks {
  readonly works: readonly Pick<CitedWorkLine, 'id' | 'status' | 'revision'>[]
  readonly source: Register
  readonly on: string
}

/**
 * Each work published with the day, the register and nothing else, all in one transaction. What was found before still
 * holds; only where nobody had looked, the finding is that there is nothing.
 */
export function checkActions({works, source, on}: Checks) {
  return works.flatMap(({id, status, revision}) => {
    const names = {draftId: `drafts.${id}`, publishedId: id}
    return [
      {
        actionType: 'sanity.action.document.edit',
        ...names,
        patch: {
          setIfMissing: {retraction: {_type: 'retractionCheck'}},
          set: {
            'retraction.status': status === 'notChecked' ? 'noneFound' : status,
            'retraction.checkedOn': on,
            'retraction.source': source,
          },
        },
      },
      {
        actionType: 'sanity.action.document.publish',
        ...names,
        ifPublishedRevisionId: revision,
      },
    ]
  })
}

/** Empty = done; else every reason why not, in words. */
export async function recordChecks(
  client: SanityClient,
  checks: Checks,
): Promise<readonly DenialMessage[]> {
  try {
    await client.request({
      url: `/data/actions/${client.config().dataset}`,
      method: 'POST',
      body: {actions: checkActions(checks)},
      tag: 'review.checks',
    })
    return []
  } catch (error) {
    return refusal(error)
  }
}

/** Today, where whoever looks sits; the server's day, where theirs is ahead of it. */
export function today(now: Date): string {
  const local = localTimeOf(now).slice(0, 10)
  const servers = now.toISOString().slice(0, 10)
  return local < servers ? local : servers
}

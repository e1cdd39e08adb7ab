import type {SanityClient} from 'sanity'
import {type DenialMessage} from '../../policy/index.ts'
import {refusal} from '../runCommand.ts'

export interface Asking {
  /** The document of which the draft is to be signed with the pages. */
  readonly shared: string
  readonly pages: readonly string[]
  readonly note: string
  readonly due: string
}

/** One request for all of them: either every page is in review, or none is. */
export function askingActions({shared, pages, note, due}: Asking) {
  return pages.map((publishedId) => ({
    actionType: 'review.action.submit',
    publishedId,
    shared: [shared],
    ...(note.trim() === '' ? {} : {note}),
    ...(due === '' ? {} : {due}),
  }))
}

/** Empty = done; else every reason why not, in words. */
export async function askForSignOffs(
  client: SanityClient,
  asking: Asking,
): Promise<readonly DenialMessage[]> {
  try {
    await client.request({
      url: `/data/actions/${client.config().dataset}`,
      method: 'POST',
      body: {actions: askingActions(asking)},
      tag: 'review.ask',
    })
    return []
  } catch (error) {
    return refusal(error)
  }
}

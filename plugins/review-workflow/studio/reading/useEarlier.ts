import {useEffect, useState} from 'react'
import {type SanityClient, useClient} from 'sanity'
import {publishedForm} from '../../policy/index.ts'
import {apiVersion, type ReviewRead} from '../reads.ts'
import {refusal} from '../runCommand.ts'
import {type Basis} from './comparison.ts'
import {type Fields, isFields, textOf} from './values.ts'

export type Earlier =
  | {readonly status: 'none'}
  | {readonly status: 'loading'}
  /** History does not have them. */
  | {readonly status: 'lost'}
  | {readonly status: 'failed'; readonly message: string}
  /** The words as they were, and by id what was shown with them, as far as it may differ. */
  | {
      readonly status: 'ready'
      readonly document: Fields
      readonly shared: ReadonlyMap<string, Fields>
    }

/** What the page was at an earlier moment, from the lake's history. */
export function useEarlier(read: ReviewRead, basis: Basis | null): Earlier {
  const client = useClient({apiVersion})
  const [answer, setAnswer] = useState<{readonly to: string; readonly earlier: Earlier} | null>(
    null,
  )
  const question = basis === null ? null : JSON.stringify(momentOf(read, basis))
  useEffect(() => {
    if (question === null) return
    let current = true
    const hear = (earlier: Earlier) => current && setAnswer({to: question, earlier})
    earlierAt(client, JSON.parse(question) as Moment).then(hear, (error: unknown) =>
      hear({status: 'failed', message: refusal(error)[0]?.message ?? String(error)}),
    )
    return () => {
      current = false
    }
  }, [client, question])
  if (question === null) return {status: 'none'}
  return answer?.to === question ? answer.earlier : {status: 'loading'}
}

interface Moment {
  /** The first of these that there was. */
  readonly documents: readonly string[]
  readonly words: string
  readonly shared: readonly string[]
  readonly time: string
}

/** A signature names the revision that it is under; of an objection the ledger knows the time. */
function momentOf({facts, changed, closure}: ReviewRead, {kind, at}: Basis): Moment {
  const time = `time=${encodeURIComponent(at)}`
  const {id} = facts.subject
  if (kind === 'signature' && changed.since !== null) {
    const {documentId, revision} = changed.since
    const words = `revision=${encodeURIComponent(revision)}`
    return {documents: [documentId], words, shared: changed.shared, time}
  }
  const pending = facts.request?.shared ?? []
  // Of a draft that counts as published, the draft as it was.
  const shared = closure.flatMap((each) =>
    pending.includes(each.id) ? [each.id, `drafts.${each.id}`] : [each.id],
  )
  return {documents: [`drafts.${id}`, id], words: time, shared, time}
}

async function earlierAt(client: SanityClient, moment: Moment): Promise<Earlier> {
  const [documents, shared] = await Promise.all([
    stateAt(client, moment.documents, moment.words),
    stateAt(client, moment.shared, moment.time),
  ])
  const [document] = documents
  if (document === undefined) return {status: 'lost'}
  return {
    status: 'ready',
    document,
    shared: new Map(shared.map((each) => [textOf(each['_id']) ?? '', each])),
  }
}

async function stateAt(
  client: SanityClient,
  ids: readonly string[],
  moment: string,
): Promise<readonly Fields[]> {
  if (ids.length === 0) return []
  const {documents} = await client.request<{documents: readonly unknown[]}>({
    url: `/data/history/${client.config().dataset}/documents/${ids.join(',')}?${moment}`,
    tag: 'review.earlier',
  })
  return documents.map(publishedForm).filter(isFields)
}

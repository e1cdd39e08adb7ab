import {pageIdsQuery, pagesToVerifyQuery} from '../pagesToVerify.ts'
import {nextById} from '../paging.ts'
import {type Verdict} from './verdict.ts'
import {type PageToVerify, verify} from './verify.ts'

/** How a front end asks its lake: `client.fetch` does. */
export type Ask = (query: string, params: {readonly [name: string]: unknown}) => Promise<unknown>

/** Pages bring all that they show, so few come at a time. */
const atOnce = 20

/** The verdict on every page that a lake puts in front of readers, for a build that must not pass with one unsigned. */
export async function* verifySite(ask: Ask): AsyncGenerator<Verdict> {
  for await (const ids of pageIds(ask)) {
    for (let from = 0; from < ids.length; from += atOnce) {
      const batch = ids.slice(from, from + atOnce)
      const rows = await asked(ask, pagesToVerifyQuery, {ids: batch})
      const verdicts = rows.map((row) => verify(row as PageToVerify))
      yield* verdicts
      yield* unanswered(batch, verdicts)
    }
  }
}

async function* pageIds(ask: Ask): AsyncGenerator<readonly string[]> {
  let cursor: {readonly afterId: string} | null = {afterId: ''}
  while (cursor !== null) {
    const ids = (await asked(ask, pageIdsQuery, cursor)).map(String)
    yield ids
    cursor = nextById(ids)
  }
}

/** A lake that leaves a page out of its answer has not shown that it is signed. */
function unanswered(ids: readonly string[], verdicts: readonly Verdict[]): readonly Verdict[] {
  const known = new Set(verdicts.map(({id}) => id))
  return ids
    .filter((id) => !known.has(id))
    .map((id) => ({valid: false, id, problems: [{code: 'pageUnreadable'}]}))
}

async function asked(ask: Ask, query: string, params: object): Promise<readonly unknown[]> {
  const answer = await ask(query, {...params})
  if (!Array.isArray(answer)) throw new TypeError('The lake did not answer with a list of pages.')
  return answer
}

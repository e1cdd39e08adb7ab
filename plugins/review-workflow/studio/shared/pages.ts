import {type RenderingRead} from '../reads.ts'

/** The roles that may ask for signatures. */
export const askers: readonly string[] = ['editor', 'administrator']

export type SharedPage = RenderingRead['pages'][number]

/** What is known of one page's way to a fresh signature, from its worklist document. */
export interface PageProgress {
  readonly subject: string
  readonly revision: string
  readonly request: {
    readonly to: string | null
    readonly claimedBy: string | null
    readonly shared: readonly string[]
  } | null
  readonly objection: {readonly name: string; readonly note: string} | null
}

export interface PageState {
  readonly page: SharedPage
  /** `asked`: in review together with this document. */
  readonly state: 'signed' | 'asked' | 'objected' | 'unasked'
  readonly progress: PageProgress | null
}

/** Live pages that show this document, and how far each is with signing its draft. */
export function pageStates(
  id: string,
  {pages, pending}: RenderingRead,
  progress: readonly PageProgress[],
): readonly PageState[] {
  return pages
    .filter(({live}) => live)
    .map((page) => {
      const own = progress.find(({subject}) => subject === page.id) ?? null
      const signed = pending.some((each) => each.id === page.id && each.signed)
      return {page, progress: own, state: signed ? 'signed' : stateOf(id, own)}
    })
}

function stateOf(id: string, progress: PageProgress | null): PageState['state'] {
  if (progress?.objection) return 'objected'
  return progress?.request?.shared.includes(id) === true ? 'asked' : 'unasked'
}

/** Pages that an editor has yet to ask for; those with an objection need an answer of their own. */
export function unasked(states: readonly PageState[]): readonly PageState[] {
  return states.filter(({state}) => state === 'unasked')
}

export function signedCount(states: readonly PageState[]): number {
  return states.filter(({state}) => state === 'signed').length
}

export function areAllSigned(states: readonly PageState[]): boolean {
  return signedCount(states) === states.length
}

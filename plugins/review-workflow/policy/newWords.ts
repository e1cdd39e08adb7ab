import {type Subject, type Version} from './types.ts'

/** The draft, where it says anything that is not live already. */
export function newWords({draft, live}: Pick<Subject, 'draft' | 'live'>): Version | null {
  return draft !== null && draft.digest !== live?.digest ? draft : null
}

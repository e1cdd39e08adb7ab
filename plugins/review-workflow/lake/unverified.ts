import {isPublished} from '../../../lake/document.ts'
import {type View, type Vouching} from '../../../lake/guard.ts'
import {topicFloors} from '../policy/index.ts'
import {stands} from './facts.ts'
import {remembered} from './remembered.ts'

/** Readers are served nothing governed that does not stand on usable sign-offs of exactly its words. */
export const vouches: Vouching = {
  types: Object.keys(topicFloors),
  stands: (view) => {
    const seen = remembered(view)
    return (id) => stands(seen, id)
  },
}

/** Published pages that do not stand on usable sign-offs of exactly their words: always none, or something is wrong. */
export function unverified(view: View): readonly string[] {
  return vouches.types
    .flatMap((type) => view.idsOfType(type))
    .filter(isPublished)
    .filter((id) => !stands(view, id))
}

import {isPublished} from '../../../lake/document.ts'
import {type View} from '../../../lake/guard.ts'
import {standsSigned, topicFloors} from '../policy/index.ts'
import {factsOf} from './facts.ts'

/** Published pages that do not stand on usable sign-offs of exactly their words: always none, or something is wrong. */
export function unverified(view: View): readonly string[] {
  return Object.keys(topicFloors)
    .flatMap((type) => view.ofType(type))
    .filter(({_id}) => isPublished(_id))
    .map(({_id}) => _id)
    .filter((id) => !standsSigned(factsOf(view, {kind: 'anonymous'}, id)))
}

import {draftId} from '../../../../lake/document.ts'
import {type View} from '../../../../lake/guard.ts'
import {type Facts, riskClassOf, type RiskClass} from '../../policy/index.ts'
import {titleOf} from '../title.ts'

/** A page as lists name it. */
export function pageLine(
  view: View,
  id: string,
  {subject}: Facts,
): {
  readonly id: string
  readonly type: string
  readonly title: string
  readonly riskClass: RiskClass
} {
  const words = subject.live ?? subject.draft
  return {
    id,
    type: subject.type,
    title: titleOf(view.read(id) ?? view.read(draftId(id))),
    riskClass: riskClassOf(words?.topics ?? []),
  }
}

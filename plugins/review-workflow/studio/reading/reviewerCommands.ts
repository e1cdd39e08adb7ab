import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CommentIcon} from '@sanity/icons/Comment'
import {ComposeIcon} from '@sanity/icons/Compose'
import {LeaveIcon} from '@sanity/icons/Leave'
import {UserIcon} from '@sanity/icons/User'
import {type ComponentType} from 'react'
import {decide, type Decision, type Facts, stageAsAsked} from '../../policy/index.ts'
import {renewsLiveWords} from '../actions/useSignAction.tsx'
import {probe} from '../probe.ts'
import {isOutOfReach} from '../reasons.ts'
import {type ReviewRead} from '../reads.ts'
import {ownPart} from './ownPart.ts'

export interface ReviewerCommand {
  readonly type: 'signOff' | 'renew' | 'requestChanges' | 'refuse' | 'recuse' | 'claim'
  readonly icon: ComponentType
  readonly tone: 'default' | 'primary' | 'caution' | 'critical'
  /** The field for what they have to say. */
  readonly text: 'note' | 'reason' | null
  /** What the page is read for: the signature. */
  readonly main: boolean
}

export interface Offer extends ReviewerCommand {
  readonly decision: Decision
}

/** What a reviewer may come here for, each with whether it can be done now; nothing for whoever is none. */
export function offers(read: ReviewRead): readonly Offer[] {
  return reviewerCommands(read.facts)
    .map((command) => ({...command, decision: decide(read.facts, probe(command.type, read))}))
    .filter(({decision}) => !isOutOfReach(decision))
    .filter(({type, decision}) => type !== 'claim' || (decision.allowed && isToTake(read.facts)))
}

/** Words that are live and unchanged are signed again, not anew. */
function reviewerCommands(facts: Facts): readonly ReviewerCommand[] {
  const sign = renewsLiveWords(facts) ? 'renew' : 'signOff'
  return [
    {type: sign, icon: ComposeIcon, tone: 'default', text: null, main: true},
    {type: 'requestChanges', icon: CommentIcon, tone: 'caution', text: 'note', main: false},
    {type: 'refuse', icon: CloseCircleIcon, tone: 'critical', text: 'reason', main: false},
    {type: 'recuse', icon: LeaveIcon, tone: 'caution', text: 'reason', main: false},
    {type: 'claim', icon: UserIcon, tone: 'primary', text: null, main: false},
  ]
}

/** A signature is wanted that is neither there nor on its way from this reader. */
function isToTake(facts: Facts): boolean {
  return (
    stageAsAsked(facts) === 'inReview' &&
    ['none', 'heldByOther', 'wantedBeside'].includes(ownPart(facts).kind)
  )
}

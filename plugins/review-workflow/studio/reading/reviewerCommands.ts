import {CloseCircleIcon} from '@sanity/icons/CloseCircle'
import {CommentIcon} from '@sanity/icons/Comment'
import {ComposeIcon} from '@sanity/icons/Compose'
import {LeaveIcon} from '@sanity/icons/Leave'
import {UserIcon} from '@sanity/icons/User'
import {type ComponentType} from 'react'
import {type Facts} from '../../policy/index.ts'

export interface ReviewerCommand {
  readonly type: 'signOff' | 'renew' | 'requestChanges' | 'refuse' | 'recuse' | 'claim'
  readonly icon: ComponentType
  readonly tone: 'default' | 'primary' | 'caution' | 'critical'
  /** The field for what they have to say. */
  readonly text: 'note' | 'reason' | null
  readonly main: boolean
}

/** What a reviewer may come here for. Words that are live and unchanged are signed again, not anew. */
export function reviewerCommands({subject, request}: Facts): readonly ReviewerCommand[] {
  const unchanged = subject.draft === null && request === null && subject.live !== null
  const sign = {icon: ComposeIcon, tone: 'default', text: null, main: true} as const
  const claim: ReviewerCommand = {
    type: 'claim',
    icon: UserIcon,
    tone: 'primary',
    text: null,
    main: false,
  }
  return [
    {type: unchanged ? 'renew' : 'signOff', ...sign},
    {type: 'requestChanges', icon: CommentIcon, tone: 'caution', text: 'note', main: false},
    {type: 'refuse', icon: CloseCircleIcon, tone: 'critical', text: 'reason', main: false},
    {type: 'recuse', icon: LeaveIcon, tone: 'caution', text: 'reason', main: false},
    ...(request !== null && request.claimedBy === null ? [claim] : []),
  ]
}

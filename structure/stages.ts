import {CalendarIcon} from '@sanity/icons/Calendar'
import {CheckmarkCircleIcon} from '@sanity/icons/CheckmarkCircle'
import {ClockIcon} from '@sanity/icons/Clock'
import {EditIcon} from '@sanity/icons/Edit'
import {EyeOpenIcon} from '@sanity/icons/EyeOpen'
import {InboxIcon} from '@sanity/icons/Inbox'
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {UndoIcon} from '@sanity/icons/Undo'
import {WarningOutlineIcon} from '@sanity/icons/WarningOutline'
import {type ComponentType} from 'react'

export interface StageFilter {
  readonly id: string
  readonly title: string
  readonly icon: ComponentType
  /** On the worklist document that the server keeps for each page. */
  readonly filter: string
}

export const stageFilters: readonly StageFilter[] = [
  {id: 'drafts', title: 'Draft', icon: EditIcon, filter: 'stage == "draft"'},
  {id: 'waiting', title: 'In review', icon: InboxIcon, filter: 'stage == "inReview"'},
  {
    id: 'changes',
    title: 'Changes requested',
    icon: UndoIcon,
    filter: 'stage == "changesRequested"',
  },
  {
    id: 'signed',
    title: 'Signed',
    icon: CheckmarkCircleIcon,
    filter: 'stage == "signed"',
  },
  {id: 'scheduled', title: 'Scheduled', icon: CalendarIcon, filter: 'defined(schedule)'},
  {id: 'live', title: 'Published', icon: EyeOpenIcon, filter: 'live == true'},
  {
    id: 'marked',
    title: 'Live, with bad news',
    icon: WarningOutlineIcon,
    filter: 'live == true && count(marks) > 0',
  },
  {
    id: 'due',
    title: 'Review due or expired',
    icon: ClockIcon,
    filter: 'stage in ["reviewDue", "expired"]',
  },
  {id: 'withdrawn', title: 'Taken down', icon: RemoveCircleIcon, filter: 'stage == "withdrawn"'},
]

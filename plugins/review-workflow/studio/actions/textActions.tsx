import {CalendarIcon} from '@sanity/icons/Calendar'
import {CloseIcon} from '@sanity/icons/Close'
import {CommentIcon} from '@sanity/icons/Comment'
import {EyeClosedIcon} from '@sanity/icons/EyeClosed'
import {LeaveIcon} from '@sanity/icons/Leave'
import {OkHandIcon} from '@sanity/icons/OkHand'
import {RemoveCircleIcon} from '@sanity/icons/RemoveCircle'
import {UndoIcon} from '@sanity/icons/Undo'
import {type ComponentType} from 'react'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {type CommandType, type DenialCode} from '../../policy/index.ts'
import {useCommandAction} from './useCommandAction.tsx'

const CommandForm = later(async () => (await import('../CommandForm.tsx')).CommandForm)

interface TextAction {
  readonly command: CommandType
  readonly icon: ComponentType
  readonly tone: 'primary' | 'positive' | 'caution' | 'critical'
  /** What to say why in; without it the dialog only asks whether to go on. */
  readonly field?: 'note' | 'reason'
  readonly hiddenBy?: readonly DenialCode[]
}

/** A button of which the dialog asks for nothing but a sentence. */
function textAction({field, ...action}: TextAction): DocumentActionComponent {
  const {command, tone} = action
  const useTextAction: DocumentActionComponent = (props) =>
    useCommandAction(props, {
      ...action,
      dialog: ({read: _read, ...dialog}) => (
        <CommandForm
          {...dialog}
          command={command}
          tone={tone}
          fields={field === undefined ? [] : [{name: field, kind: 'lines', required: true}]}
        />
      ),
    })
  return Object.assign(useTextAction, {displayName: command})
}

export const useCancelRequestAction = textAction({
  command: 'cancelRequest',
  icon: CloseIcon,
  tone: 'caution',
  hiddenBy: ['notInReview'],
})

export const useClaimAction = textAction({
  command: 'claim',
  icon: OkHandIcon,
  tone: 'primary',
  hiddenBy: ['notInReview', 'alreadyClaimed'],
})

export const useRequestChangesAction = textAction({
  command: 'requestChanges',
  icon: CommentIcon,
  tone: 'caution',
  field: 'note',
  hiddenBy: ['documentMissing'],
})

export const useRefuseAction = textAction({
  command: 'refuse',
  icon: RemoveCircleIcon,
  tone: 'critical',
  field: 'reason',
  hiddenBy: ['documentMissing'],
})

export const useRecuseAction = textAction({
  command: 'recuse',
  icon: LeaveIcon,
  tone: 'caution',
  field: 'reason',
  hiddenBy: ['recused', 'documentMissing'],
})

export const useUnscheduleAction = textAction({
  command: 'unschedule',
  icon: CalendarIcon,
  tone: 'caution',
  hiddenBy: ['nothingScheduled'],
})

export const useRevokeAction = textAction({
  command: 'revoke',
  icon: UndoIcon,
  tone: 'critical',
  field: 'reason',
  hiddenBy: ['nothingToRevoke'],
})

export const useWithdrawAction = textAction({
  command: 'withdraw',
  icon: EyeClosedIcon,
  tone: 'critical',
  field: 'reason',
  hiddenBy: ['notLive'],
})

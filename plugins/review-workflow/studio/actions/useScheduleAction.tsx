import {CalendarIcon} from '@sanity/icons/Calendar'
import {type DocumentActionComponent} from 'sanity'
import {ScheduleForm} from './ScheduleForm.tsx'
import {useCommandAction} from './useCommandAction.tsx'

export const useScheduleAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'schedule',
    icon: CalendarIcon,
    tone: 'primary',
    dialog: (dialog) => <ScheduleForm {...dialog} />,
    hiddenBy: ['nothingToPublish'],
  })

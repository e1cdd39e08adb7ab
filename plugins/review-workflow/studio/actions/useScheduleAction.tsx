import {CalendarIcon} from '@sanity/icons/Calendar'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {useCommandAction} from './useCommandAction.tsx'

const ScheduleForm = later(async () => (await import('./ScheduleForm.tsx')).ScheduleForm)

export const useScheduleAction: DocumentActionComponent = (props) =>
  useCommandAction(props, {
    command: 'schedule',
    icon: CalendarIcon,
    tone: 'primary',
    dialog: (dialog) => <ScheduleForm {...dialog} />,
    hiddenBy: ['nothingToPublish'],
  })

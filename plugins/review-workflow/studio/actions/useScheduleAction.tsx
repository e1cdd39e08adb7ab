import {CalendarIcon} from '@sanity/icons/Calendar'
import {type DocumentActionComponent} from 'sanity'
import {later} from '../later.tsx'
import {useFormErrors} from '../useFormErrors.ts'
import {useCommandAction} from './useCommandAction.tsx'

const ScheduleForm = later(async () => (await import('./ScheduleForm.tsx')).ScheduleForm)

/** Asks of the form what *Publish* asks: at the moment of going live nobody looks at it any more. */
export const useScheduleAction: DocumentActionComponent = (props) => {
  const {reason} = useFormErrors(props.id, props.type)
  return useCommandAction(props, {
    command: 'schedule',
    icon: CalendarIcon,
    tone: 'primary',
    dialog: (dialog) => <ScheduleForm {...dialog} />,
    hiddenBy: ['nothingToPublish'],
    waits: reason,
  })
}

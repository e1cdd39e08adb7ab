import {
  defineLocaleResourceBundle,
  type StudioLocaleResourceKeys,
  TIMELINE_ITEM_I18N_KEY_MAPPING,
} from 'sanity'

const scheduled = 'timeline.operation.version-scheduled'
const unscheduled = 'timeline.operation.version-unscheduled'

/** What the history of a document says when its release is scheduled, or is no longer. */
export const timelineWords = defineLocaleResourceBundle({
  locale: 'en-US',
  namespace: 'studio',
  resources: {
    [scheduled]: 'Scheduled',
    [`${scheduled}_timestamp`]: 'Scheduled: {{timestamp, datetime}}',
    [unscheduled]: 'Schedule cancelled',
    [`${unscheduled}_timestamp`]: 'Schedule cancelled: {{timestamp, datetime}}',
  },
})

/** The Studio (6.16) calls both "Published", when nothing was published: it is told other words for them. */
export function nameSchedules(): void {
  for (const words of Object.values(TIMELINE_ITEM_I18N_KEY_MAPPING)) {
    words.scheduleDocumentVersion = scheduled as StudioLocaleResourceKeys
    words.unscheduleDocumentVersion = unscheduled as StudioLocaleResourceKeys
  }
}

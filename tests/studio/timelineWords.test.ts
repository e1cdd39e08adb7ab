import {TIMELINE_ITEM_I18N_KEY_MAPPING} from 'sanity'
import {expect, test} from 'vitest'
import {nameSchedules, timelineWords} from '../../plugins/embedded-lake/studio/timelineWords.ts'

test('a version that is scheduled, or no longer is, is not called published', () => {
  nameSchedules()
  const {resources} = timelineWords as {resources: Readonly<Record<string, string>>}
  for (const keys of Object.values(TIMELINE_ITEM_I18N_KEY_MAPPING)) {
    const {scheduleDocumentVersion, unscheduleDocumentVersion, publishDocumentVersion} = keys
    expect([resources[scheduleDocumentVersion], resources[unscheduleDocumentVersion]]).toEqual([
      'Scheduled',
      'Schedule cancelled',
    ])
    expect(publishDocumentVersion).toBe('timeline.operation.published')
  }
})

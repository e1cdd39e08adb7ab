import {defineLocaleResourceBundle, type LocaleResourceBundle} from 'sanity'
import {actionsWords} from './words/actions.ts'
import {commonWords} from './words/common.ts'
import {credentialsWords} from './words/credentials.ts'
import {dashboardWords} from './words/dashboard.ts'
import {inboxWords} from './words/inbox.ts'
import {inspectorWords} from './words/inspector.ts'
import {placeWords} from './words/places.ts'
import {policyPageWords} from './words/policyPage.ts'
import {readingWords} from './words/reading.ts'
import {recordWords} from './words/record.ts'
import {sharedWords} from './words/shared.ts'
import {toolWords} from './words/tool.ts'
import {worksWords} from './words/works.ts'

export const namespace = 'review-workflow'

/** Every word of the Studio face, except why something is not allowed: those are the policy's. */
const english = {
  ...actionsWords,
  ...commonWords,
  ...credentialsWords,
  ...dashboardWords,
  ...inboxWords,
  ...inspectorWords,
  ...placeWords,
  ...policyPageWords,
  ...readingWords,
  ...recordWords,
  ...sharedWords,
  ...toolWords,
  ...worksWords,
} as const

export const words: LocaleResourceBundle[] = [
  defineLocaleResourceBundle({locale: 'en-US', namespace, resources: english}),
  // Sanity's own words for a publish that failed do not say that somebody decided so.
  defineLocaleResourceBundle({
    locale: 'en-US',
    namespace: 'structure',
    resources: {
      'panes.document-operation-results.operation-error_publish':
        'The server refused to publish this document',
    },
  }),
]

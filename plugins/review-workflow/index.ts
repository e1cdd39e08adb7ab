import {definePlugin} from 'sanity'
import {isGoverned} from './policy/index.ts'
import {documentActions} from './studio/actions/documentActions.ts'
import {reviewInspectors} from './studio/inspector/reviewInspector.ts'
import {DeskLanding} from './studio/tool/DeskLanding.tsx'
import {reviewTool} from './studio/tool/reviewTool.ts'
import {words} from './studio/words.ts'
import {documentBadges} from './studio/badges/documentBadges.ts'

export {oneSchedule} from './studio/actions/oneSchedule.ts'

/** The Studio face of the sign-off. It shows what `decide` answers; the lake holds every commit to the same. */
export const reviewWorkflow = definePlugin({
  name: 'review-workflow',
  document: {
    actions: documentActions,
    badges: documentBadges,
    inspectors: reviewInspectors,
    // What is said about a page stands on its reading page and on record, so that nobody overlooks it.
    comments: {enabled: ({documentType}) => !isGoverned(documentType)},
  },
  tools: [reviewTool],
  studio: {components: {activeToolLayout: DeskLanding}},
  i18n: {bundles: words},
})

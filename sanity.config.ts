import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {RestwellIcon} from './plugins/brand/index.ts'
import {embeddedLake, takesProjects} from './plugins/embedded-lake/index.ts'
import {queryPlan} from './plugins/query-plan/index.ts'
import {oneSchedule, reviewWorkflow} from './plugins/review-workflow/index.ts'
import {sitePreview} from './plugins/site-preview/index.ts'
import {webhooks} from './plugins/webhooks/index.ts'
import {schemaTypes} from './schemas/index.ts'
import {newDocumentOptions, PageLayout, structure} from './structure/index.ts'

export default defineConfig({
  title: 'Restwell Studio',
  icon: RestwellIcon,
  ...embeddedLake({projectId: 'restwell', dataset: 'production'}),
  plugins: [
    structureTool({structure, title: 'Content'}),
    reviewWorkflow(),
    ...sitePreview(),
    visionTool({title: 'GROQ'}),
    queryPlan(),
    webhooks(),
  ],
  schema: {types: schemaTypes},

  // What the lake does not have yet is off here, never broken on screen.
  releases: {enabled: true},
  scheduledDrafts: {enabled: true},
  scheduledPublishing: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
  announcements: {enabled: false},
  // Their form makes clients of its own with the project in front of the host.
  tasks: {enabled: takesProjects()},
  document: {
    askToEdit: {enabled: false},
    actions: oneSchedule,
    newDocumentOptions,
    components: {unstable_layout: PageLayout},
  },
})

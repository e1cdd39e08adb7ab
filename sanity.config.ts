import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {structureTool} from 'sanity/structure'
import {RestwellIcon} from './plugins/brand/index.ts'
import {embeddedLake} from './plugins/embedded-lake/index.ts'
import {reviewWorkflow} from './plugins/review-workflow/index.ts'
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
    visionTool({title: 'GROQ'}),
    webhooks(),
  ],
  schema: {types: schemaTypes},

  // What the lake does not have yet is off here, never broken on screen.
  releases: {enabled: false},
  scheduledDrafts: {enabled: false},
  scheduledPublishing: {enabled: false},
  mediaLibrary: {enabled: false},
  apps: {canvas: {enabled: false}},
  announcements: {enabled: false},
  // Its form makes clients of its own with the project in the host name: no address at all where the host is an IP.
  tasks: {enabled: false},
  document: {
    askToEdit: {enabled: false},
    newDocumentOptions,
    components: {unstable_layout: PageLayout},
  },
})

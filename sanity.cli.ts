import {defineCliConfig} from 'sanity/cli'
import {favicon} from './plugins/brand/mark.ts'
import {fewFiles} from './plugins/embedded-lake/studio/fewFiles.ts'
import {ownOriginBuild} from './plugins/embedded-lake/studio/ownOriginBuild.ts'

const projectId = 'restwell'
const lake = process.env['SANITY_STUDIO_API_HOST'] ?? 'http://127.0.0.1:3333'

export default defineCliConfig({
  api: {projectId, dataset: 'production'},
  deployment: {autoUpdates: false},
  server: {hostname: '127.0.0.1', port: 3334},
  vite: {
    plugins: [ownOriginBuild({projectId, favicon}), fewFiles()],
    // `npm run dev` serves the Studio alone; what belongs to the lake goes on to a running `npm start`.
    server: {proxy: {'^/(v\\d|vX|images/|files/|login|__stream)': {target: lake, ws: true}}},
  },
  schemaExtraction: {path: '.sanity/schema.json', enforceRequiredFields: true},
  typegen: {
    schema: '.sanity/schema.json',
    generates: 'sanity.types.ts',
    path: './queries/**/*.ts',
  },
})

import {mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {root, sanityBuild, StudioBuildError} from '../../build-studio.ts'
import {packFiles} from '../../packFiles.ts'

const config = [
  `import {defineConfig} from 'sanity'`,
  `import {structureTool} from 'sanity/structure'`,
  `import {embeddedLake} from '../../plugins/embedded-lake/index.ts'`,
  `import {schemaTypes} from '../../schemas/index.ts'`,
  '',
  'export default defineConfig({',
  `  ...embeddedLake({projectId: 'restwell', dataset: 'production'}),`,
  '  plugins: [structureTool()],',
  '  schema: {types: schemaTypes},',
  '})',
].join('\n')

const cliConfig = [
  `import {defineCliConfig} from 'sanity/cli'`,
  `import {ownOriginBuild} from '../../plugins/embedded-lake/studio/ownOriginBuild.ts'`,
  '',
  'export default defineCliConfig({',
  `  api: {projectId: 'restwell', dataset: 'production'},`,
  '  deployment: {autoUpdates: false},',
  `  vite: {plugins: [ownOriginBuild({projectId: 'restwell', favicon: 'data:,'})]},`,
  '})',
].join('\n')

const manifest = {
  name: 'bare-studio',
  private: true,
  type: 'module',
  dependencies: {'react': '*', 'react-dom': '*', 'sanity': '*', 'styled-components': '*'},
}

export interface BareStudio {
  readonly dir: string
  remove(): void
}

/** Sanity's Studio of the same version with the same schema, and of ours only what it reaches the lake by. */
export async function buildBareStudio(): Promise<BareStudio> {
  // Beside the node_modules that it is built from.
  const home = join(root, '.sanity', `bare-${process.pid}`)
  const dir = join(home, 'dist')
  mkdirSync(home, {recursive: true})
  writeFileSync(join(home, 'sanity.config.ts'), config)
  writeFileSync(join(home, 'sanity.cli.ts'), cliConfig)
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest))
  const {code, output} = await sanityBuild(dir, home)
  if (code !== 0) throw new StudioBuildError(output.trim())
  await packFiles(join(dir, 'static'))
  return {dir, remove: () => rmSync(home, {recursive: true, force: true})}
}

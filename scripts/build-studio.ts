import {spawn} from 'node:child_process'
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {join, relative} from 'node:path'
import {inputsDigest} from './inputsDigest.ts'
import {packFiles} from './packFiles.ts'
import {progress} from './terminal.ts'

export const root = join(import.meta.dirname, '..')
/** Where the built Studio is. */
export const studioDir = join(root, 'dist')
const stamp = '.inputs'
const inputs = [
  'sanity.config.ts',
  'sanity.cli.ts',
  'package-lock.json',
  'scripts/build-studio.ts',
  'scripts/packFiles.ts',
  'schemas',
  'structure',
  'plugins',
  'queries',
]

export class StudioBuildError extends Error {}

/** Builds the Studio unless it is built. */
export async function buildStudio(): Promise<void> {
  if (isStudioBuilt()) return
  const digest = inputsDigest(root, inputs)
  const step = progress('Building the Studio (once, about half a minute)')
  // Built beside and moved, so that a server that is running never serves half a Studio.
  const fresh = join(root, '.sanity', `studio-${process.pid}`)
  mkdirSync(join(root, '.sanity'), {recursive: true})
  const {code, output} = await sanityBuild(fresh, root)
  if (code !== 0 || !existsSync(join(fresh, 'index.html'))) {
    step.fail('Building the Studio failed')
    rmSync(fresh, {recursive: true, force: true})
    throw new StudioBuildError(
      `${output.trim()}\n\nThe Studio could not be built; the lines above say why. ` +
        'To serve the API without it, start with --no-studio.',
    )
  }
  await packFiles(join(fresh, 'static'))
  writeFileSync(join(fresh, stamp), digest)
  replaceStudio(fresh)
  step.done('The Studio is built')
}

/** Whether the Studio in `dist` was made from exactly these sources. */
export function isStudioBuilt(): boolean {
  const file = join(studioDir, stamp)
  return existsSync(file) && readFileSync(file, 'utf8') === inputsDigest(root, inputs)
}

function replaceStudio(fresh: string): void {
  rmSync(studioDir, {recursive: true, force: true})
  try {
    renameSync(fresh, studioDir)
  } catch (error) {
    // Another start has built at the same time and was first.
    rmSync(fresh, {recursive: true, force: true})
    if (!existsSync(join(studioDir, 'index.html'))) throw error
  }
}

/** Builds the Studio whose configuration is in `home`, in silence. */
export function sanityBuild(
  outDir: string,
  home: string,
): Promise<{code: number | null; output: string}> {
  return new Promise((resolve, reject) => {
    const cli = join(root, 'node_modules', 'sanity', 'bin', 'sanity')
    const child = spawn(process.execPath, [cli, 'build', '--yes', relative(home, outDir)], {
      cwd: home,
      // The CLI of this version reads nothing else to stay quiet and on this machine.
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DO_NOT_TRACK: '1',
        CI: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({code, output}))
  })
}

if (import.meta.main) {
  await buildStudio().catch((error: unknown) => {
    console.error(error instanceof StudioBuildError ? error.message : error)
    process.exitCode = 1
  })
}

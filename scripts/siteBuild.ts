import {spawn} from 'node:child_process'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {delimiter, join} from 'node:path'
import {inputsDigest} from './inputsDigest.ts'
import {progress} from './terminal.ts'

const root = join(import.meta.dirname, '..')
/** The example site, with dependencies of its own. */
export const siteDir = join(root, 'examples', 'site')
/** What serves the built site. */
export const siteServer = join(siteDir, 'dist', 'server', 'entry.mjs')

const dependencies = ['examples/site/package-lock.json']
const sources = [
  ...dependencies,
  'examples/site/astro.config.ts',
  'examples/site/src',
  'examples/site/public',
  'queries',
  'plugins/review-workflow/policy',
]

/** Installs and builds the example site, as far as that was not done from exactly these files. */
export async function prepareSite(): Promise<void> {
  await once(join(siteDir, 'node_modules', '.installed-from'), dependencies, {
    title: 'Installing what the example site needs (once, up to a minute)',
    done: 'What the example site needs is installed',
    command: ['npm', 'ci', '--no-fund', '--no-audit'],
  })
  await once(join(siteDir, 'dist', '.built-from'), sources, {
    title: 'Building the example site',
    done: 'The example site is built',
    command: ['npm', 'run', 'build'],
  })
}

interface Step {
  readonly title: string
  readonly done: string
  readonly command: readonly [string, ...string[]]
}

async function once(stamp: string, inputs: readonly string[], step: Step): Promise<void> {
  const digest = inputsDigest(root, inputs)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  const shown = progress(step.title)
  const {code, output} = await run(step.command)
  if (code !== 0) {
    shown.fail(`${step.title} failed`)
    throw new Error(`${output.trim()}\n\n"${step.command.join(' ')}" in examples/site has failed.`)
  }
  writeFileSync(stamp, digest)
  shown.done(step.done)
}

function run([command, ...words]: Step['command']) {
  return new Promise<{code: number | null; output: string}>((resolve, reject) => {
    // npm runs scripts with the Node that it finds first: ours, whatever the machine has.
    const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
    const env = {...process.env, PATH: path, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production'}
    const child = spawn(command, words, {cwd: siteDir, env, stdio: ['ignore', 'pipe', 'pipe']})
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text))
    }
    child.on('error', reject)
    child.on('close', (code) => resolve({code, output}))
  })
}

import {execFile, spawn} from 'node:child_process'
import {existsSync, mkdirSync, rmSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {promisify} from 'node:util'
import {encodeSignatureHeader} from '@sanity/webhook'
import {type ReactElement} from 'react'
// @ts-expect-error: nothing else of ours needs its types
import {renderToStaticMarkup} from 'react-dom/server'
import {afterAll, beforeAll, describe, expect, inject, test} from 'vitest'
import {runCommand} from '../../scripts/control.ts'
import {siteDir} from '../../scripts/siteBuild.ts'
import {documentCommand, documentExamples} from './support/documentExamples.ts'
import {openSiteWorld, type SiteWorld} from './support/siteWorld.ts'

const root = join(import.meta.dirname, '..', '..')
const examples = documentExamples()
const printing = examples.filter(({output}) => output !== null)

describe.skipIf(!inject('siteIsBuilt'))('docs/frontends.md', () => {
  // Two folders below the root, as the paths in the examples say, and where their packages are found.
  const scripts = join(root, '.sanity', `frontends-${process.pid}`)
  const astro = join(siteDir, `.frontends-${process.pid}`)
  let world: SiteWorld
  let token: string

  beforeAll(async () => {
    world = await openSiteWorld()
    token = world.lake.accounts.createToken({label: 'docs', role: 'viewer'}).token
    for (const {name, code} of examples) {
      const isAstro = name.includes('astro')
      const file = join(isAstro ? astro : scripts, name)
      mkdirSync(dirname(file), {recursive: true})
      writeFileSync(
        file,
        isAstro ? code.replaceAll("'../../../../../queries", "'../../../../../../queries") : code,
      )
    }
  })
  afterAll(async () => {
    rmSync(scripts, {recursive: true, force: true})
    rmSync(astro, {recursive: true, force: true})
    await world?.close()
  })

  test('has what its readers look for', () => {
    expect(examples.map(({name}) => name)).toEqual([
      'fetch.ts',
      'client.ts',
      'paging.ts',
      'verify.ts',
      'check.ts',
      'jsonLd.ts',
      'picture.ts',
      'astro.config.ts',
      'src/pages/articles/[slug].astro',
      'app/articles/[slug]/page.tsx',
      'app/api/revalidate/route.ts',
      'live.ts',
      'drafts.ts',
      'cors.ts',
      'errors.ts',
    ])
  })

  test.each(printing)('$name prints what the page says', async ({name, output}) => {
    const {stdout} = await promisify(execFile)(process.execPath, [join(scripts, name)], {
      env: {...process.env, NO_COLOR: '1', LAKE_URL: world.lakeUrl, SANITY_API_READ_TOKEN: token},
    })
    expect(stdout).toBe(output)
  })

  test('the page for Astro is built by Astro and serves an article', async () => {
    const env = {...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production'}
    const cli = join(siteDir, 'node_modules', 'astro', 'bin', 'astro.mjs')
    await promisify(execFile)(process.execPath, [cli, 'build', '--root', astro], {env})
    const server = spawn(process.execPath, [join(astro, 'dist', 'server', 'entry.mjs')], {
      env: {...env, LAKE_URL: world.lakeUrl, HOST: '127.0.0.1', PORT: '0'},
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const url = await new Promise<string>((resolve) =>
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        const found = /http:\/\/[^\s:]+:\d+/.exec(text)?.[0]
        if (found !== undefined) resolve(found)
      }),
    )
    const found = await fetch(`${url}/articles/a-calmer-evening`)
    const lost = await fetch(`${url}/articles/nope`)
    expect([found.status, lost.status]).toEqual([200, 404])
    expect(await found.text()).toContain('Checked by Demo sleep')
    const ended = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGTERM')
    await ended
  })

  // Next itself is not installed here: what the page takes of it stands in for it.
  test('the page for Next renders an article, and its webhook believes only who knows the secret', async () => {
    standInForNext(join(scripts, 'node_modules', 'next'))
    process.env['LAKE_URL'] = world.lakeUrl
    process.env['SANITY_WEBHOOK_SECRET'] = 'hush'
    const page = (await import(join(scripts, 'app/articles/[slug]/page.tsx'))) as {
      default: (props: {params: Promise<{slug: string}>}) => Promise<ReactElement>
    }
    const render = (slug: string) => page.default({params: Promise.resolve({slug})})
    expect(renderToStaticMarkup(await render('a-calmer-evening'))).toBe(
      '<article><h1>A calmer evening: light, screens and routine</h1><p>Checked by Demo sleep</p></article>',
    )
    await expect(render('nope')).rejects.toThrow('not found')

    const route = (await import(join(scripts, 'app/api/revalidate/route.ts'))) as {
      POST: (request: Request) => Promise<Response>
    }
    const post = async (secret: string) =>
      route.POST(
        new Request('http://localhost/api/revalidate', {
          method: 'POST',
          body: '{}',
          headers: {
            'sanity-webhook-signature': await encodeSignatureHeader('{}', Date.now(), secret),
          },
        }),
      )
    expect([(await post('hush')).status, (await post('a guess')).status]).toEqual([200, 401])
    expect((globalThis as {revalidated?: unknown}).revalidated).toEqual([['lake', {expire: 0}]])
  })

  test('the command makes the webhook', async () => {
    const [, command = '', rest = ''] = / lake -- (hooks set) (.*)$/.exec(documentCommand()) ?? []
    const options = Object.fromEntries(
      [...rest.matchAll(/--(\w+) (?:'([^']*)'|(\S+))/g)].map(([, name, quoted, plain]) => [
        name,
        quoted ?? plain ?? '',
      ]),
    )
    const run = () =>
      runCommand(world.lake, command, {words: command.split(' '), options, input: 'hush'})
    expect(await run()).toMatchObject({output: {text: 'site is a new webhook.'}})
    const again = await run()
    expect(again).toMatchObject({
      output: {
        text: 'site is changed.',
        json: {
          url: 'https://www.example.org/api/revalidate',
          isSigned: true,
          rule: {filter: '_id in path("*")', projection: '{_id, _type}'},
        },
      },
    })
    expect(JSON.stringify(again)).not.toContain('hush')
  })
})

function standInForNext(folder: string): void {
  if (existsSync(folder)) return
  mkdirSync(folder, {recursive: true})
  const files = {
    'package.json':
      '{"name": "next", "version": "0.0.0", "type": "module", "exports": {"./*": "./*.js"}}',
    'navigation.js': `export function notFound() { throw new Error('not found') }`,
    'cache.js': `export function revalidateTag(...all) { (globalThis.revalidated ??= []).push(all) }`,
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
}

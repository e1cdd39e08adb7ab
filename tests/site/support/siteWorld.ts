import {spawn} from 'node:child_process'
import {randomUUID} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {createServer} from 'node:http'
import {type AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'
import {type Dataset} from '../../../lake/dataset.ts'
import {createEvaluator} from '../../../lake/hooks/evaluator.ts'
import {keepHooks} from '../../../lake/hooks/keepHooks.ts'
import {HookRunner} from '../../../lake/hooks/runner.ts'
import {createSender} from '../../../lake/hooks/send.ts'
import {createApp} from '../../../lake/http/app.ts'
import {type Lake, openLake, servedDataset} from '../../../lake/lake.ts'
import {reviewExtension} from '../../../plugins/review-workflow/lake/index.ts'
import {siteDir, siteServer} from '../../../scripts/siteBuild.ts'
import {hookOptions} from '../../../scripts/siteAccess.ts'
import {loadStarterContent} from '../../../scripts/starter-content.ts'
import {password, type Person} from '../../support/reviewedLake.ts'

const roles = {
  editor: 'editor',
  therapist: 'reviewer',
  sleep: 'reviewer',
  registrar: 'registrar',
} as const
type Name = keyof typeof roles

export interface SiteWorld {
  readonly siteUrl: string
  readonly lakeUrl: string
  readonly lake: Lake
  readonly dataset: Dataset
  readonly people: {readonly [name in Name]: Person}
  /** Moves the lake's clock, and lets happen what is due by then. */
  pass(milliseconds: number): void
  client(who: Name): Promise<SanityClient>
  get(path: string, headers?: Record<string, string>): Promise<Response>
  text(path: string): Promise<string>
  close(): Promise<void>
}

const webhookSecret = 'between the lake and the site'

/** The starter content in a lake whose clock can be moved, its webhooks, and the built site that reads it. */
export async function openSiteWorld({
  lakeSeen = (url: string) => url,
}: {
  /** The address at which the site finds the lake: for tests that stand between them. */
  readonly lakeSeen?: (url: string) => string
} = {}): Promise<SiteWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'site-'))
  let ahead = 0
  const now = () => new Date(Date.now() + ahead)
  const lake = await openLake({dir, now, newId: randomUUID, extension: reviewExtension})
  const dataset = lake.createDataset({name: servedDataset, policy: 'reviewed', aclMode: 'public'})
  const people = Object.fromEntries(
    await Promise.all(
      (Object.keys(roles) as Name[]).map(async (name) => {
        const personId = `person-demo-${name}`
        const role = roles[name]
        const account = {email: `${name}@example.org`, name: `Demo ${name}`, role, personId}
        const {id: userId} = await lake.accounts.add({...account, password})
        return [name, {kind: 'person', userId, personId, name: account.name, roles: [role]}]
      }),
    ),
  ) as unknown as SiteWorld['people']
  await loadStarterContent({lake, people: starterPeople(people), progress: () => {}})
  const app = createApp({lake, config: {projectId: 'restwell', title: 'Test', version: '0'}})
  const server = await app.start({host: '127.0.0.1', port: 0})
  const lakeUrl = server.url
  const port = await freePort()
  const siteUrl = `http://localhost:${port}`
  const {token} = lake.accounts.createToken({label: 'site', role: 'viewer'})
  const stopHooks = startWebhook(lake, siteUrl, now)
  const site = spawn(process.execPath, [siteServer], {
    cwd: siteDir,
    env: {
      ...process.env,
      HOST: 'localhost',
      PORT: String(port),
      LAKE_URL: lakeSeen(lakeUrl),
      SITE_URL: siteUrl,
      SANITY_WEBHOOK_SECRET: webhookSecret,
      SANITY_API_READ_TOKEN: token,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((resolve) => site.once('close', resolve))
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(siteUrl + path, {headers, redirect: 'manual'})
  await answers(siteUrl)
  return {
    siteUrl,
    lakeUrl,
    lake,
    dataset,
    people,
    pass(milliseconds) {
      ahead += milliseconds
      lake.tick()
    },
    client: async (who) => clientOf(lakeUrl, await tokenOf(lakeUrl, `${who}@example.org`)),
    get,
    text: async (path) => (await get(path)).text(),
    async close() {
      site.kill('SIGTERM')
      await ended
      await stopHooks()
      await server.close()
      await lake.close()
      rmSync(dir, {recursive: true})
    },
  }
}

function starterPeople(people: SiteWorld['people']) {
  const demo = ({userId, personId, name, roles: [role = '']}: Person) => ({
    userId,
    personId: personId ?? '',
    name,
    role,
    password,
  })
  const {editor, therapist, sleep, registrar} = people
  return {
    editor: demo(editor),
    therapist: demo(therapist),
    sleep: demo(sleep),
    registrar: demo(registrar),
  }
}

/** As `npm run site` sets it, delivered by the lake's own clock. */
function startWebhook(lake: Lake, siteUrl: string, now: () => Date): () => Promise<void> {
  const {filter, projection, url} = hookOptions(siteUrl)
  lake.hooks.create(
    {name: 'example site', url, secret: webhookSecret, rule: {filter, projection}},
    {projectId: 'restwell', userId: 'operator'},
  )
  const evaluator = createEvaluator()
  const log = (line: string) => console.error(line)
  const send = createSender({allowedHosts: ['localhost']})
  const runner = new HookRunner({
    lake,
    projectId: 'restwell',
    evaluator,
    now,
    newId: randomUUID,
    send,
    log,
  })
  const stop = keepHooks(lake.hooks, runner, {now, log})
  return async () => {
    stop()
    await evaluator.close()
  }
}

function clientOf(apiHost: string, token: string): SanityClient {
  return createClient({
    projectId: 'restwell',
    dataset: servedDataset,
    apiVersion: '2026-06-01',
    apiHost,
    useProjectHostname: false,
    useCdn: false,
    token,
  })
}

async function tokenOf(lakeUrl: string, email: string): Promise<string> {
  const response = await fetch(`${lakeUrl}/v1/auth/login`, {
    method: 'POST',
    headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({email, password}),
  })
  return ((await response.json()) as {token: string}).token
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(`${url}/robots.txt`).catch(() => null)
    if (response?.ok === true) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The site did not start.')
}

/** A port that nobody listens on, a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const {port} = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Waits until something is so. */
export async function eventually<Value>(
  look: () => Promise<Value>,
  is: (value: Value) => boolean,
): Promise<Value> {
  for (let attempt = 0; ; attempt += 1) {
    const value = await look()
    if (is(value) || attempt > 100) return value
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

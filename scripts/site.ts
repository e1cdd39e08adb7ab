import {type ChildProcess, spawn} from 'node:child_process'
import {join} from 'node:path'
import {prepareSite, siteDir, siteServer} from './siteBuild.ts'
import {siteAccess} from './siteAccess.ts'
import {type SiteOptions, siteOptions, siteUsage} from './siteOptions.ts'
import {UsageError} from './startOptions.ts'

/** `npm run site`: the example site, and the lake that it reads. */
const children: ChildProcess[] = []
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stop(0))
}

try {
  const options = siteOptions(process.argv.slice(2))
  if (options === null) console.log(siteUsage)
  else await serve(options)
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  console.error(error instanceof UsageError ? `${message}\n\n${siteUsage}` : message)
  stop(error instanceof UsageError ? 2 : 1)
}

async function serve({port, lake, lakePort, data}: SiteOptions): Promise<void> {
  const siteUrl = `http://localhost:${port}`
  await prepareSite()
  const lakeUrl = lake ?? (await startLake({port: lakePort, data, siteUrl}))
  const access = lake === null ? await siteAccess(data, siteUrl) : null
  await startSite(port, {
    ...process.env,
    HOST: 'localhost',
    PORT: String(port),
    LAKE_URL: lakeUrl,
    SITE_URL: siteUrl,
    ...(access === null
      ? {}
      : {SANITY_API_READ_TOKEN: access.token, SANITY_WEBHOOK_SECRET: access.secret}),
  })
  console.log(`ready ${siteUrl}`)
}

interface LakeStart {
  readonly port: number
  readonly data: string
  readonly siteUrl: string
}

/** With webhooks that may reach the site, and a Studio that previews in it. */
function startLake({port, data, siteUrl}: LakeStart): Promise<string> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'start.ts'), '--port', String(port), '--data', data],
    {
      env: {
        ...process.env,
        LAKE_HOOK_HOSTS: new URL(siteUrl).host,
        SANITY_STUDIO_PREVIEW_URL: siteUrl,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  return heard(child, 'The lake', /^ready (http\S+)$/m, (text) =>
    process.stdout.write(text.replace(/^ready (http\S+)$/m, 'Studio and lake at $1')),
  )
}

/** As an administrator of the site would: `node dist/server/entry.mjs`, told by its environment. */
async function startSite(port: number, env: NodeJS.ProcessEnv): Promise<void> {
  const child = spawn(process.execPath, [siteServer], {
    cwd: siteDir,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await heard(child, 'The site', new RegExp(`(http://localhost:${port})`), () => {})
}

/** Waits for the line that says that a process is ready; when it ends before that or later, so do we. */
function heard(
  child: ChildProcess,
  who: string,
  ready: RegExp,
  pass: (text: string) => void,
): Promise<string> {
  children.push(child)
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      pass(text)
      const found = ready.exec(output)?.[1]
      if (found !== undefined) resolve(found)
    })
    child.once('close', () => {
      reject(new Error(`${who} has ended.`))
      stop(1)
    })
  })
}

/** Nobody is left behind: we end when everybody else has. */
function stop(code: number): void {
  const running = children.filter(
    ({exitCode, signalCode}) => exitCode === null && signalCode === null,
  )
  process.exitCode ??= code
  if (running.length === 0) process.exit()
  for (const child of running) {
    child.removeAllListeners('close')
    child.once('close', () => stop(code))
    child.kill('SIGTERM')
  }
}

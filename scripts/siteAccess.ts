import {execFile} from 'node:child_process'
import {randomBytes} from 'node:crypto'
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'

/** What lets the example site see drafts, and lets it tell the lake's webhooks from anybody's. */
export interface SiteAccess {
  readonly token: string
  readonly secret: string
}

/** Kept beside the data, readable by its owner alone. */
const fileName = 'example-site.json'

/** Gives the site its viewer token and its webhook, which follows the site to the address where it is now. */
export async function siteAccess(data: string, siteUrl: string): Promise<SiteAccess> {
  const file = join(data, fileName)
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SiteAccess) : null
  const access = known ?? {
    token: await lakeCommand(data, ['token', 'create', '--label', 'site', '--role', 'viewer']),
    secret: randomBytes(32).toString('base64url'),
  }
  if (known === null) writeFileSync(file, JSON.stringify(access), {mode: 0o600})
  const options = Object.entries(hookOptions(siteUrl)).flatMap(([name, value]) => [
    `--${name}`,
    value,
  ])
  await lakeCommand(data, ['hooks', 'set', ...options], access.secret)
  return access
}

/** Whatever readers can see: what has a dot in its id is not for them. */
export function hookOptions(siteUrl: string) {
  return {
    name: 'Example site',
    url: `${siteUrl}/api/revalidate`,
    filter: '_id in path("*")',
    projection: '{_id, _type}',
  }
}

function lakeCommand(data: string, words: readonly string[], input = ''): Promise<string> {
  const script = join(import.meta.dirname, 'lake.ts')
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      [script, ...words, '--data', data],
      (error, stdout, stderr) => {
        if (error === null) resolve(stdout.trim())
        else reject(new Error(stderr.trim() || error.message))
      },
    )
    child.stdin?.end(input)
  })
}

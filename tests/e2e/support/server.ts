import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createClient, type SanityClient} from '@sanity/client'

const root = join(import.meta.dirname, '..', '..', '..')

export type DemoName = 'administrator' | 'registrar' | 'editor' | 'therapist' | 'sleep' | 'viewer'

export interface SignIn {
  readonly email: string
  readonly password: string
}

export interface RunningServer {
  readonly url: string
  readonly signIns: Readonly<Record<DemoName, SignIn>>
  /** A front end, or somebody's script: a client with their token, or with none. */
  client(token?: string): SanityClient
  token(who: DemoName): Promise<string>
  /** What was asked of it that it does not know, in its own words. */
  unknownRoutes(): readonly string[]
  stop(): Promise<void>
}

/** `npm start` as a user runs it, on any free port and in a folder of its own. */
export async function startServer(...options: readonly string[]): Promise<RunningServer> {
  const data = mkdtempSync(join(tmpdir(), 'restwell-e2e-'))
  const child = spawn(
    process.execPath,
    ['scripts/start.ts', '--port', '0', '--data', data, ...options],
    {cwd: root, stdio: ['ignore', 'pipe', 'pipe']},
  )
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: string) => {
      output += text
      const ready = /^ready (http\S+)$/m.exec(output)?.[1]
      if (ready !== undefined) resolve(ready)
    }
    child.stdout.setEncoding('utf8').on('data', hear)
    child.stderr.setEncoding('utf8').on('data', hear)
    child.once('close', (code) => reject(new Error(`The server ended with ${code}:\n${output}`)))
  })
  const signIns = signInsIn(output)
  const client = (token?: string) =>
    createClient({
      projectId: 'restwell',
      dataset: 'production',
      apiVersion: '2026-06-01',
      apiHost: url,
      useProjectHostname: false,
      useCdn: false,
      ...(token === undefined ? {} : {token, ignoreBrowserTokenWarning: true}),
    })
  return {
    url,
    signIns,
    client,
    async token(who) {
      const response = await fetch(`${url}/v1/auth/login`, {
        method: 'POST',
        headers: {'content-type': 'application/json'},
        body: JSON.stringify(signIns[who]),
      })
      return ((await response.json()) as {token: string}).token
    },
    unknownRoutes: () => output.match(/^unknown route .*$/gm) ?? [],
    async stop() {
      child.kill('SIGTERM')
      await ended
      rmSync(data, {recursive: true, force: true})
    },
  }
}

function signInsIn(output: string): Record<DemoName, SignIn> {
  const found = [...output.matchAll(/(\w+)@demo\.restwell\.example +(\S+)/g)].map(
    ([, name, password]) => [name, {email: `${name}@demo.restwell.example`, password}],
  )
  return Object.fromEntries(found) as Record<DemoName, SignIn>
}

import {randomBytes, timingSafeEqual} from 'node:crypto'
import {existsSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type IncomingMessage} from 'node:http'
import {type AddressInfo} from 'node:net'
import {join} from 'node:path'
import {LakeError} from '../lake/errors.ts'
import {type Lake} from '../lake/lake.ts'
import {type CommandInput, type CommandOutput} from './command.ts'
import {commands} from './lakeCommands.ts'

/**
 * How the command line reaches a running server: one process owns a data folder, so commands are handed to it over
 * loopback, with a secret that only somebody who can read the folder knows.
 */
interface Control {
  readonly port: number
  readonly secret: string
}

export type Answer = {readonly output: CommandOutput} | {readonly error: string}

const fileName = 'control.json'

export async function serveCommands(lake: Lake): Promise<() => Promise<void>> {
  const secret = randomBytes(32).toString('hex')
  const server = createServer((request, response) => {
    const answer = (status: number, body: Answer) => {
      response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body))
    }
    if (!matches(request.headers.authorization ?? '', `Bearer ${secret}`))
      return answer(401, {error: 'Not for you.'})
    answered(lake, request).then(
      (body) => answer(200, body),
      (error: unknown) => {
        console.error('a command failed', error)
        answer(500, {error: 'The command failed; the server has printed why.'})
      },
    )
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const {port} = server.address() as AddressInfo
  const file = join(lake.dir, fileName)
  writeFileSync(file, JSON.stringify({port, secret} satisfies Control), {mode: 0o600})
  return async () => {
    rmSync(file, {force: true})
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
}

async function answered(lake: Lake, request: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const {name, input} = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
    name: string
    input: CommandInput
  }
  return runCommand(lake, name, input)
}

export async function runCommand(
  lake: Lake,
  name: string,
  input: CommandInput,
  say: (doing: string) => void = () => {},
): Promise<Answer> {
  const command = commands[name]
  if (command === undefined) return {error: `There is no command "${name}".`}
  try {
    return {output: await command.run(lake, input, say)}
  } catch (error) {
    if (error instanceof LakeError) return {error: error.message}
    throw error
  }
}

/** Hands a command to the server that owns the folder; null when none answers. */
export async function askServer(
  dir: string,
  name: string,
  input: CommandInput,
): Promise<Answer | null> {
  const file = join(dir, fileName)
  if (!existsSync(file)) return null
  const {port, secret} = JSON.parse(readFileSync(file, 'utf8')) as Control
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {authorization: `Bearer ${secret}`},
      body: JSON.stringify({name, input}),
    })
    return response.status === 401 ? null : ((await response.json()) as Answer)
  } catch {
    return null
  }
}

function matches(given: string, wanted: string): boolean {
  return given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted))
}

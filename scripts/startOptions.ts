import {resolve} from 'node:path'
import {parseArgs} from 'node:util'

export interface StartOptions {
  readonly port: number
  readonly host: string
  /** The data folder, absolute. */
  readonly data: string
  /** Whether a first run makes demo people, or one administrator only. */
  readonly demo: boolean
  readonly studio: boolean
  /** The site that the Studio shows drafts in. */
  readonly previewUrl: string | null
}

/** What was asked for cannot be understood; the message says what can. */
export class UsageError extends Error {}

export const usage = `npm start -- [options]

  --port 3333        where to listen; 0 takes any free port     (or PORT)
  --host 127.0.0.1   the address to listen on                   (or HOST)
  --data .lake       the data folder, made when missing         (or LAKE_DATA)
  --no-demo          a first run makes one administrator and no demo people
  --no-studio        serves the API without the Studio
  --help             prints this

  LAKE_HOOK_HOSTS    the hosts on this machine or network that webhooks may be sent to,
                     as localhost:3000,intranet; * for every one. None by default.
  SANITY_STUDIO_PREVIEW_URL   the site that the Studio shows drafts in, as http://localhost:4321`

/** Options win over the environment. `null` asks for help. */
export function startOptions(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): StartOptions | null {
  const {values, positionals} = parsed(argv)
  if (positionals[0] !== undefined) throw new UsageError(`"${positionals[0]}" is not an option.`)
  if (values.help) return null
  return {
    port: portNumber(values.port ?? env['PORT'] ?? '3333'),
    host: given('--host', values.host ?? env['HOST'] ?? '127.0.0.1'),
    data: resolve(given('--data', values.data ?? env['LAKE_DATA'] ?? '.lake')),
    demo: !values['no-demo'],
    studio: !values['no-studio'],
    previewUrl: address(env['SANITY_STUDIO_PREVIEW_URL']),
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        'port': {type: 'string'},
        'host': {type: 'string'},
        'data': {type: 'string'},
        'no-demo': {type: 'boolean'},
        'no-studio': {type: 'boolean'},
        'help': {type: 'boolean'},
      },
    })
  } catch (error) {
    // The first sentence names what is wrong; the rest is advice about dashes that would mislead here.
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split(/\.(?:\s|$)/)[0]}.`)
  }
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text)
  throw new UsageError(`"${text}" is not a port: give a number from 0 to 65535.`)
}

function address(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  if (/^https?:/.test(text) && URL.canParse(text)) return text
  throw new UsageError(`SANITY_STUDIO_PREVIEW_URL is not an address: "${text}".`)
}

function given(option: string, value: string): string {
  if (value.trim() !== '') return value
  throw new UsageError(`${option} needs a value.`)
}

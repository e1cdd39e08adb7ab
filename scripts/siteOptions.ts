import {resolve} from 'node:path'
import {parseArgs} from 'node:util'
import {UsageError} from './startOptions.ts'

export interface SiteOptions {
  readonly port: number
  /** The lake that runs already; null: start one. */
  readonly lake: string | null
  readonly lakePort: number
  readonly data: string
}

export const siteUsage = `npm run site -- [options]

  --port 4321        where the site listens
  --lake URL         the lake that runs already; without it one is started
  --lake-port 3333   where the lake that is started listens
  --data .lake       its data folder

  With --lake, drafts need SANITY_API_READ_TOKEN (a viewer token), and webhooks SANITY_WEBHOOK_SECRET.`

/** `null` asks for help. @throws UsageError */
export function siteOptions(argv: readonly string[]): SiteOptions | null {
  const values = parsed(argv)
  if (values.help) return null
  const {lake = null} = values
  if (lake !== null && !URL.canParse(lake)) throw new UsageError(`"${lake}" is not an address.`)
  return {
    port: portOf(values.port ?? '4321'),
    lake: lake?.replace(/\/$/, '') ?? null,
    lakePort: portOf(values['lake-port'] ?? '3333'),
    data: resolve(values.data ?? '.lake'),
  }
}

function parsed(argv: readonly string[]) {
  const string = {type: 'string'} as const
  const options = {'port': string, 'lake': string, 'lake-port': string, 'data': string} as const
  try {
    return parseArgs({args: [...argv], options: {...options, help: {type: 'boolean'}}}).values
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${message.split(/\.(?:\s|$)/)[0]}.`)
  }
}

function portOf(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65535) return Number(text)
  throw new UsageError(`"${text}" is not a port: give a number from 1 to 65535.`)
}

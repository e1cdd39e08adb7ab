import {type ChildProcess, fork} from 'node:child_process'

/** What a server of the bench has used so far. */
export interface Usage {
  /** All threads together. */
  readonly cpuMs: number
  readonly memoryMb: number
}

export interface BenchServer {
  readonly url: string
  /** From the start of the process until it could be asked. */
  readonly startMs: number
  /** What else it has to say of itself. */
  readonly also: readonly string[]
  usage(): Promise<Usage>
  stop(): Promise<void>
}

/** In the server's process: says where it is to be found, and from then on what it uses. */
export function serveBench(url: string, also: readonly string[] = []): void {
  process.on('message', () => process.send?.(used()))
  process.on('disconnect', () => process.exit())
  process.send?.({url, also})
}

function used(): Usage {
  const {user, system} = process.cpuUsage()
  return {cpuMs: (user + system) / 1000, memoryMb: process.memoryUsage.rss() / 1e6}
}

export async function startBenchServer(
  script: string,
  args: readonly string[],
): Promise<BenchServer> {
  const started = performance.now()
  const child = fork(new URL(script, import.meta.url), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const {url, also} = (await messageOf(child)) as Pick<BenchServer, 'url' | 'also'>
  const startMs = performance.now() - started
  return {
    url,
    startMs,
    also,
    usage() {
      const usage = messageOf(child)
      child.send('usage')
      return usage as Promise<Usage>
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.disconnect()
      await ended
    },
  }
}

function messageOf(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a server of the bench ended: ${code}`))
    child.once('exit', ended)
    child.once('message', (message) => {
      child.off('exit', ended)
      resolve(message)
    })
  })
}

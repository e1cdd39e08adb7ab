import {type ChildProcess, spawn} from 'node:child_process'
import {once} from 'node:events'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'

const root = join(import.meta.dirname, '..', '..')

let dir: string
let server: ChildProcess

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'stopping-'))
})
afterEach(() => {
  server.kill('SIGKILL')
  rmSync(dir, {recursive: true, force: true})
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  'a server that gets %s says when it is done',
  async (signal) => {
    server = spawn(
      process.execPath,
      ['scripts/start.ts', '--port', '0', '--data', dir, '--no-studio', '--no-demo'],
      {cwd: root, stdio: ['ignore', 'pipe', 'inherit']},
    )
    const ended = once(server, 'close')
    let output = ''
    server.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.includes('\nready ')) server.kill(signal)
    })
    expect(await ended).toEqual([0, null])
    expect(output.split('\n').slice(-2)).toEqual(['Stopped: everything is on disk.', ''])
  },
)

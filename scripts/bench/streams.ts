import {mkdtempSync, rmSync} from 'node:fs'
import {get, type IncomingMessage} from 'node:http'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createApp} from '../../lake/http/app.ts'
import {benchLake, operator, request} from './benchLake.ts'
import {type Spread, spread} from './measure.ts'

export interface StreamsRow {
  readonly streams: number
  /** Milliseconds from the commit until all of them had heard of it. */
  readonly heard: Spread
}

const streams = 200
const commits = 15

/** Has many follow a dataset over HTTP, and commits to it. */
export async function following(): Promise<StreamsRow> {
  const dir = mkdtempSync(join(tmpdir(), 'bench-'))
  const lake = await benchLake(dir)
  const server = await createApp({
    lake,
    config: {projectId: 'bench', title: 'Bench', version: '0'},
  }).start({port: 0, host: '127.0.0.1'})
  const query = encodeURIComponent('*[_type == "note"]')
  let heard = 0
  let everybodyHeard = () => {}
  const all: IncomingMessage[] = []
  try {
    await Promise.all(
      Array.from(
        {length: streams},
        (_, at) =>
          new Promise<void>((resolve, reject) => {
            // Each from an address of its own: one alone may not have so many.
            const headers = {'x-forwarded-for': `10.0.${at >> 8}.${at & 255}`}
            const url = `${server.url}/v2025-02-19/data/listen/production?query=${query}`
            get(url, {headers, agent: false}, (stream) => {
              all.push(stream)
              stream.on('data', (chunk: Buffer) => {
                const text = chunk.toString()
                if (text.includes('event: welcome')) resolve()
                if (text.includes('event: mutation') && ++heard === streams) everybodyHeard()
              })
            }).on('error', reject)
          }),
      ),
    )
    const times: number[] = []
    for (let at = 0; at < commits; at++) {
      heard = 0
      const done = new Promise<void>((resolve) => (everybodyHeard = resolve))
      const mutations = [{create: {_id: `note-${at}`, _type: 'note'}}]
      const started = performance.now()
      await lake.dataset('production').mutate(operator, {...request, mutations})
      await done
      times.push(performance.now() - started)
    }
    return {streams, heard: spread(times)}
  } finally {
    for (const stream of all) stream.destroy()
    await server.close()
    await lake.close()
    rmSync(dir, {recursive: true})
  }
}

import {Agent, request} from 'node:http'

export interface Answer {
  readonly status: number
  readonly body: string
}

/** Connections that are kept, with one request at a time on each. */
export class BenchClient {
  readonly #agent: Agent

  constructor(connections = 1) {
    this.#agent = new Agent({keepAlive: true, maxSockets: connections})
  }

  ask(url: string, body?: string, token?: string): Promise<Answer> {
    const headers = {
      ...(body === undefined ? {} : {'Content-Type': 'application/json'}),
      ...(token === undefined ? {} : {Authorization: `Bearer ${token}`}),
    }
    return new Promise((resolve, reject) => {
      const asked = request(
        url,
        {agent: this.#agent, headers, method: body === undefined ? 'GET' : 'POST'},
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString()}),
          )
          response.on('error', reject)
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
  }

  async result(url: string): Promise<unknown> {
    const {status, body} = await this.ask(url)
    if (status !== 200) throw new Error(`${status} for ${url}: ${body.slice(0, 500)}`)
    return (JSON.parse(body) as {readonly result: unknown}).result
  }

  close(): void {
    this.#agent.destroy()
  }
}

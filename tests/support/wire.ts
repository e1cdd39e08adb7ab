import {WebSocket} from 'ws'

/** Waits until something is true of what has arrived; fails with what there is, not with a mere timeout. */
export async function until<Value>(
  what: string,
  look: () => Value | undefined | false | null,
  ms = 5000,
): Promise<Value> {
  const end = Date.now() + ms
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false && found !== null) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

export interface SentEvent {
  readonly event: string
  readonly id: string | undefined
  readonly data: Record<string, unknown>
}

/** The events of a server-sent stream, as they arrive. */
export function eventsOf(text: string): readonly SentEvent[] {
  return text
    .split('\n\n')
    .slice(0, -1)
    .flatMap((block) => {
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2)
      const event = field('event')
      if (event === undefined) return []
      return [
        {
          event,
          id: field('id'),
          data: JSON.parse(field('data') ?? '{}') as Record<string, unknown>,
        },
      ]
    })
}

/** Follows a stream until it is closed. */
export async function follow(url: string, headers: Record<string, string> = {}) {
  const hangUp = new AbortController()
  const response = await fetch(url, {headers, signal: hangUp.signal})
  const state = {text: '', ended: false}
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? [])
      state.text += decoder.decode(chunk, {stream: true})
  })()
    .catch(() => {})
    .finally(() => {
      state.ended = true
    })
  return {
    status: response.status,
    headers: response.headers,
    events: () => eventsOf(state.text),
    ended: () => state.ended,
    close: async () => {
      hangUp.abort()
      await reading
    },
  }
}

/** A WebSocket and every text frame it got. */
export async function socketTo(url: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(url.replace(/^http/, 'ws'), {headers})
  const frames: string[] = []
  const state = {closed: null as number | null}
  socket.on('message', (data) => frames.push(String(data)))
  socket.on('close', (code) => {
    state.closed = code
  })
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve())
    socket.once('error', reject)
  })
  return {
    frames,
    closed: () => state.closed,
    send: (message: unknown) =>
      socket.send(typeof message === 'string' ? message : JSON.stringify(message)),
    close: () => socket.close(),
  }
}

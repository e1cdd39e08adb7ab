import {type Call} from './call.ts'

export interface EventStream {
  send(event: {readonly name: string; readonly data: unknown; readonly id?: string}): void
  close(): void
}

const heartbeatMs = 15_000
/** What a reader may fall behind before we hang up; its client connects again and reads afresh. */
const mostBuffered = 8 * 1024 * 1024

/**
 * An answer of server-sent events. It ends when the caller goes away, the server closes, or the session that opened
 * it is over: whoever is signed out hears nothing more.
 */
export function eventStream(call: Call, open: (stream: EventStream) => () => void): Response {
  // A HEAD has no reader who could ever hang up.
  if (call.request.method === 'HEAD') return new Response(null, {headers})
  const encoder = new TextEncoder()
  let end = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let ended = false
        let teardown = () => {}
        const write = (text: string) => {
          if (ended) return
          if (!maySee(call)) return stop()
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) < -mostBuffered) stop()
        }
        const stop = () => {
          if (ended) return
          ended = true
          clearInterval(heartbeat)
          call.streams.delete(stop)
          teardown()
          try {
            controller.close()
          } catch {
            // The reader closed it first.
          }
        }
        const heartbeat = setInterval(() => write(': heartbeat\n\n'), heartbeatMs)
        heartbeat.unref()
        call.streams.add(stop)
        end = stop
        try {
          teardown = open({
            close: stop,
            send: ({name, data, id}) =>
              write(
                `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
              ),
          })
        } catch (error) {
          stop()
          throw error
        }
        if (ended) teardown()
      },
      cancel: () => end(),
    },
    new ByteLengthQueuingStrategy({highWaterMark: 64 * 1024}),
  )
  return new Response(body, {headers})
}

const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

/** Asked on a timer too, where nobody would catch what is thrown: in doubt the stream ends, and is opened again. */
function maySee({lake, token, actor}: Call): boolean {
  try {
    return actor.kind === 'anonymous' || (token !== null && lake.accounts.isLive(token))
  } catch {
    return false
  }
}

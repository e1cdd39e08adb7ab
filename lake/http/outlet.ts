import {type ServerResponse} from 'node:http'

/** Where what is sent bit by bit goes to. */
export interface Outlet {
  write(frame: Uint8Array): void
  /** Bytes that have not left yet. */
  waiting(): number
  /** After what is waiting. */
  end(): void
  /** At once: nobody holds on to what does not leave. */
  cut(): void
}

/** What a body comes from. */
export interface Source {
  readonly open: (outlet: Outlet) => void
  /** Hangs up. */
  readonly close: () => void
}

const sources = new WeakMap<Response, Source>()

/** A response whose body comes bit by bit, to whoever reads it or, with less work, to an outlet. */
export function flowing(headers: Readonly<Record<string, string>>, source: Source): Response {
  let isOpen = false
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (isOpen) return
        isOpen = true
        source.open(bodyOutlet(controller))
      },
      cancel: source.close,
    },
    new ByteLengthQueuingStrategy({highWaterMark: 0}),
  )
  const response = new Response(body, {headers})
  sources.set(response, source)
  return response
}

/** Null for a response that has all of its body at hand. */
export function sourceOf(response: Response): Source | null {
  return sources.get(response) ?? null
}

/** True when the response has been taken over, with its head. */
export function flowsInto(outgoing: ServerResponse, response: Response): boolean {
  const source = sourceOf(response)
  if (source === null) return false
  for (const event of ['close', 'error']) outgoing.on(event, source.close)
  if (outgoing.destroyed) source.close()
  else {
    outgoing.writeHead(response.status, Object.fromEntries(response.headers))
    source.open({
      write: (frame) => void outgoing.write(frame),
      waiting: () => outgoing.writableLength,
      end: () => void outgoing.end(),
      cut: () => void outgoing.destroy(),
    })
  }
  return true
}

function bodyOutlet(controller: ReadableStreamDefaultController<Uint8Array>): Outlet {
  return {
    write: (frame) => controller.enqueue(frame),
    waiting: () => -(controller.desiredSize ?? 0),
    end() {
      try {
        controller.close()
      } catch {
        // Its reader stopped first.
      }
    },
    cut: () => controller.error(new Error('The reader has fallen too far behind.')),
  }
}

interface StreamRequest {
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal | null
}

interface StreamHead {
  readonly status: number
  readonly headers: Record<string, string>
}

/**
 * Opens `/__stream`, asks for the URL in the first frame and answers like `fetch`: the server's first frame is
 * the head, every later one a piece of the body. Aborting closes the socket.
 */
export function openStream({url, headers, signal}: StreamRequest): Promise<Response> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(aborted())
    const socket = new WebSocket(streamAddress(url))
    const encoder = new TextEncoder()
    let body: ReadableStreamDefaultController<Uint8Array> | null = null
    let ended = false

    const end = (error?: Error) => {
      if (ended) return
      ended = true
      signal?.removeEventListener('abort', abort)
      socket.close()
      if (!body) reject(error ?? new TypeError('The event stream ended before it began'))
      else if (error) body.error(error)
      else body.close()
    }
    const abort = () => end(aborted())
    signal?.addEventListener('abort', abort)

    socket.onopen = () => socket.send(JSON.stringify({url: url.pathname + url.search, headers}))
    socket.onmessage = ({data}) => {
      if (ended) return
      if (body) return body.enqueue(encoder.encode(String(data)))
      const head: StreamHead = JSON.parse(String(data))
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => void (body = controller),
        cancel: () => {
          ended = true
          socket.close()
        },
      })
      resolve(streamResponse(stream, head, url))
    }
    socket.onclose = () => end()
    socket.onerror = () => end(new TypeError(`The event stream of ${url.pathname} broke off`))
  })
}

function streamAddress(url: URL): string {
  return `${url.protocol === 'https:' ? 'wss:' : 'ws:'}//${url.host}/__stream`
}

/** `Response.url` is empty when constructed, and the event source resolves redirects against it. */
function streamResponse(stream: ReadableStream, head: StreamHead, url: URL): Response {
  const response = new Response(stream, head)
  return Object.defineProperty(response, 'url', {value: url.href})
}

function aborted(): DOMException {
  return new DOMException('The event stream was closed by its reader', 'AbortError')
}

import {type APIRoute} from 'astro'
import {pages} from '../../lib/pageCache.ts'

const mostFollowers = 200
let followers = 0

/** Tells whoever follows a page that something changed; what, they see by looking. */
export const GET: APIRoute = ({request}) => {
  if (followers >= mostFollowers) {
    return new Response('Too many follow at once.\n', {status: 503, headers: {'Retry-After': '60'}})
  }
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      followers += 1
      const say = (text: string) => controller.enqueue(encoder.encode(text))
      say(': welcome\n\n')
      const beat = setInterval(() => say(': still here\n\n'), 25_000)
      const stop = pages.follow(() => say('event: changed\ndata: {}\n\n'))
      request.signal.addEventListener('abort', () => {
        followers -= 1
        clearInterval(beat)
        stop()
        controller.close()
      })
    },
  })
  return new Response(stream, {headers: {'Content-Type': 'text/event-stream'}})
}

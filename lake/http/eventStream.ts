import {LakeError} from '../errors.ts'
import {onceEach} from '../onceEach.ts'
import {addressOf} from './addresses.ts'
import {type Call} from './call.ts'
import {flowing, type Outlet} from './outlet.ts'
import {createSeats, type Holder, type Seats} from './seats.ts'

export interface StreamEvent {
  readonly name: string
  readonly data: unknown
  /** Where a reader who comes back continues. */
  readonly id?: string
}

export interface EventStream {
  send(event: StreamEvent): void
  /** Events that were written out before, for many readers at once. */
  write(frame: Uint8Array): void
  close(): void
  /** Says why, in the events of `@sanity/client`, and closes; without a word when coming again helps. */
  end(reason: LakeError): void
}

const heartbeatMs = 15_000
/** What a reader may fall behind before we hang up; its client connects again and reads afresh. */
const mostBuffered = 8 * 1024 * 1024

const encoder = new TextEncoder()

/** Events as they go over the wire. */
export function frameOf(events: readonly StreamEvent[]): Uint8Array {
  const blocks = events.map(
    ({name, data, id}) =>
      `event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`,
  )
  return encoder.encode(blocks.join(''))
}

const heartbeatFrame = encoder.encode(': heartbeat\n\n')

/**
 * An answer of server-sent events. It ends when the caller goes away, the server closes, or the session that opened
 * it is over: whoever is signed out hears nothing more.
 * @throws LakeError tooManyRequests, and whatever `open` throws
 */
export function eventStream(call: Call, open: (stream: EventStream) => () => void): Response {
  // A HEAD has no reader who could ever hang up.
  if (call.request.method === 'HEAD') return new Response(null, {headers})
  const giveSeatBack = seatsOf(call).take(holderOf(call))
  const early: Uint8Array[] = []
  let outlet: Outlet | null = null
  let ended = false
  let teardown = () => {}
  const stop = () => {
    if (ended) return
    ended = true
    clearInterval(heartbeat)
    call.streams.delete(stop)
    giveSeatBack()
    teardown()
    outlet?.end()
  }
  const put = (frame: Uint8Array) => (outlet === null ? early.push(frame) : outlet.write(frame))
  const write = (frame: Uint8Array) => {
    if (ended) return
    // Whoever connects again is told 401, which the Studio takes better than a word in the stream.
    if (!maySee(call)) return stop()
    // What is written now cannot have left yet, however much it is.
    if ((outlet?.waiting() ?? bytesOf(early)) > mostBuffered) return cut()
    put(frame)
  }
  const cut = () => {
    early.length = 0
    outlet?.cut()
    stop()
  }
  const end = (reason: LakeError) => {
    if (ended) return
    const last = farewell(reason)
    if (last !== null) put(frameOf([last]))
    stop()
  }
  const heartbeat = setInterval(() => write(heartbeatFrame), heartbeatMs)
  heartbeat.unref()
  call.streams.add(stop)
  try {
    teardown = open({write, end, close: stop, send: (event) => write(frameOf([event]))})
  } catch (error) {
    stop()
    throw error
  }
  if (ended) teardown()
  return flowing(headers, {
    open(to) {
      outlet = to
      early.splice(0).forEach((frame) => to.write(frame))
      if (ended) to.end()
    },
    close: stop,
  })
}

function bytesOf(frames: readonly Uint8Array[]): number {
  return frames.reduce((sum, {length}) => sum + length, 0)
}

/**
 * `disconnect` keeps a client from connecting again, `channelError` tells it what is wrong with what it asked. Null
 * when it had better come again.
 */
function farewell({code, message}: LakeError): StreamEvent | null {
  switch (code) {
    case 'notFound':
      return {name: 'disconnect', data: {reason: message, code}}
    case 'tooManyRequests':
    case 'unavailable':
      return null
    default:
      return {
        name: 'channelError',
        data: {message, code, error: {type: code, description: message}},
      }
  }
}

export const headers = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-cache, no-transform',
  'X-Accel-Buffering': 'no',
}

const seats = onceEach((_: Call['streams']) => createSeats())

/** The seats of the server that the call came to. */
export function seatsOf({streams}: Pick<Call, 'streams'>): Seats {
  return seats(streams)
}

function holderOf({actor, request}: Call): Holder {
  return actor.kind === 'anonymous' ? {address: addressOf(request)} : {account: actor.userId}
}

/** Asked on a timer too, where nobody would catch what is thrown: in doubt the stream ends, and is opened again. */
function maySee({lake, token, actor}: Call): boolean {
  try {
    return actor.kind === 'anonymous' || (token !== null && lake.accounts.isLive(token))
  } catch {
    return false
  }
}

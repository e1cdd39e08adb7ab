import {type WebSocket} from 'ws'

import {type Lake} from '../lake.ts'
import {createAllowance, presenceLimits} from './presenceLimits.ts'

interface Peer {
  readonly socket: WebSocket
  token: string | null
  userId: string | null
  /** What it asked to be told under; null until it subscribes. */
  subscription: string | null
  /** The Studio tabs it announced. */
  readonly sessions: Set<string>
}

interface Message {
  readonly id?: unknown
  readonly method?: unknown
  readonly params?: {readonly [key: string]: unknown}
}

const heartbeatMs = 20_000
const loginPatienceMs = 10_000

export interface PresenceHub {
  connect(dataset: string, socket: WebSocket): void
  close(): void
}

/**
 * Who is looking at what, in memory only. Speaks the Studio's presence protocol: JSON-RPC with `presence_subscribe`,
 * `presence_announce`, `presence_rollcall` and `presence_disconnect`, after an `authorization`.
 */
export function createPresenceHub(lake: Lake): PresenceHub {
  const rooms = new Map<string, Set<Peer>>()

  const heartbeat = setInterval(() => {
    for (const room of rooms.values()) {
      for (const peer of room) {
        if (peer.token !== null && !lake.accounts.isLive(peer.token))
          peer.socket.close(4401, 'signed out')
        else peer.socket.send('♥')
      }
    }
  }, heartbeatMs)
  heartbeat.unref()

  return {
    connect(dataset, socket) {
      const peer: Peer = {
        socket,
        token: null,
        userId: null,
        subscription: null,
        sessions: new Set(),
      }
      const room = rooms.get(dataset) ?? new Set()
      rooms.set(dataset, room.add(peer))
      const patience = setTimeout(() => {
        if (peer.userId === null) socket.close(4401, 'sign in first')
      }, loginPatienceMs)
      patience.unref()

      const mayGoOn = createAllowance(presenceLimits)

      socket.on('message', (data) => {
        if (!mayGoOn()) return socket.close(1008, 'too many messages')
        if (String(data).length > presenceLimits.longest)
          return socket.close(1009, 'too long a message')
        const message = decode(String(data))
        if (message === null) return socket.close(1003, 'not JSON-RPC')
        try {
          answer(peer, room, message)
        } catch {
          // Whatever a stranger sends, it must not end the process.
          socket.close(1003, 'not a message of this protocol')
        }
      })
      socket.on('close', () => {
        clearTimeout(patience)
        room.delete(peer)
        if (room.size === 0) rooms.delete(dataset)
        for (const session of peer.sessions) leave(peer, room, session)
      })
      socket.on('error', () => socket.terminate())
    },
    close() {
      clearInterval(heartbeat)
      for (const room of rooms.values()) for (const {socket} of room) socket.terminate()
    },
  }

  function answer(peer: Peer, room: Set<Peer>, {id, method, params = {}}: Message): void {
    const reply = (body: object) => peer.socket.send(JSON.stringify({jsonrpc: '2.0', id, ...body}))
    if (method === 'authorization') {
      const token = String(params['authorization'] ?? '').replace(/^Bearer /, '')
      const actor = lake.accounts.authenticate(token)
      if (actor?.kind !== 'person') return refuse()
      if (tabsOf(actor.userId) >= presenceLimits.perAccount)
        return peer.socket.close(1008, 'too many tabs of this account')
      peer.token = token
      peer.userId = actor.userId
      return reply({result: 'ok'})
    }
    // An event without a known user brings the Studio down, and strangers have no business here.
    if (peer.userId === null || peer.token === null || !lake.accounts.isLive(peer.token))
      return refuse()
    switch (method) {
      case 'presence_subscribe':
        peer.subscription = String(id)
        return reply({result: peer.subscription})
      case 'presence_unsubscribe':
        peer.subscription = null
        return reply({result: 'ok'})
      case 'presence_announce': {
        const {locations, sessionId} = (params['data'] ?? {}) as {
          locations?: unknown
          sessionId?: unknown
        }
        if (typeof sessionId !== 'string' || !Array.isArray(locations)) return invalid()
        if (peer.sessions.size < 20) peer.sessions.add(sessionId)
        reply({result: 'ok'})
        return broadcast(room, {type: 'state', i: peer.userId, m: {sessionId, locations}})
      }
      case 'presence_rollcall':
        reply({result: 'ok'})
        return broadcast(room, {
          type: 'rollCall',
          i: peer.userId,
          session: params['session'] ?? null,
        })
      case 'presence_disconnect': {
        const session = params['session']
        if (typeof session !== 'string') return invalid()
        reply({result: 'ok'})
        peer.sessions.delete(session)
        return leave(peer, room, session)
      }
      default:
        return reply({
          error: {code: -32601, message: `There is no method "${String(method).slice(0, 80)}".`},
        })
    }

    function invalid() {
      reply({error: {code: -32602, message: 'The parameters of this message are incomplete.'}})
    }
    function refuse() {
      reply({error: {code: 4401, message: 'Sign in to see who else is here.'}})
      peer.socket.close(4401, 'sign in first')
    }
  }

  function tabsOf(userId: string): number {
    return [...rooms.values()].flatMap((room) => [...room]).filter((peer) => peer.userId === userId)
      .length
  }

  function leave(peer: Peer, room: Set<Peer>, session: string): void {
    if (peer.userId !== null) broadcast(room, {type: 'disconnect', i: peer.userId, m: {session}})
  }

  function broadcast(room: Set<Peer>, event: object): void {
    for (const {socket, subscription} of room) {
      if (subscription === null) continue
      // Its Studio connects again, and asks who is there.
      if (socket.bufferedAmount > presenceLimits.behind) {
        socket.terminate()
        continue
      }
      const params = {subscription, result: event}
      socket.send(JSON.stringify({jsonrpc: '2.0', method: 'presence_subscription', params}))
    }
  }
}

function decode(text: string): Message | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Message) : null
  } catch {
    return null
  }
}

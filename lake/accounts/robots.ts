import {validName, validRole} from './input.ts'
import {type Actor, type Role} from '../actor.ts'
import {LakeError} from '../errors.ts'
import {digest, secret} from './sessions.ts'
import {type AccountsStore} from './store.ts'
import {untilWritten} from './untilWritten.ts'

/** A machine that may use the lake. It is never a person. */
export interface RobotToken {
  readonly id: string
  readonly label: string
  readonly role: string
  readonly createdAt: string
}

export interface RobotTokens {
  /** The token is given here and never again. */
  createToken(token: {
    readonly label: string
    readonly role: string
  }): RobotToken & {readonly token: string}
  /** Gives a machine a new token; the one that it had ends. */
  rotateToken(id: string): RobotToken & {readonly token: string}
  listTokens(): readonly RobotToken[]
  findToken(id: string): RobotToken | null
  revokeToken(id: string): void
}

/** Every other role belongs to people. */
export const robotRoles: readonly string[] = ['editor', 'viewer']

export interface RobotsOptions {
  readonly store: AccountsStore
  readonly now: () => Date
  readonly newId: () => string
  readonly roles: readonly Role[]
}

export function keepRobots({store, now, newId, roles}: RobotsOptions) {
  const holderOf = untilWritten(store, (token: string) => store.tokenByHash(digest(token)) ?? null)
  const find = (id: string) => store.tokens().find((row) => row.id === id) ?? null

  const tokens: RobotTokens = {
    createToken({label, role}) {
      if (!robotRoles.includes(role)) {
        throw new LakeError(
          'malformedRequest',
          `A token can be ${robotRoles.join(' or ')}, not "${role}": other roles belong to people.`,
        )
      }
      const token = secret('robot')
      const row = {
        id: `robot-${newId()}`,
        label: validName(label, 'A label'),
        role: validRole(role, roles),
        createdAt: now().toISOString(),
      }
      store.addToken(row, digest(token))
      return {...row, token}
    },
    rotateToken(id) {
      const robot = find(id)
      if (robot === null) throw new LakeError('notFound', `There is no token "${id}".`)
      const token = secret('robot')
      store.setTokenHash(id, digest(token))
      return {...robot, token}
    },
    listTokens: () => store.tokens().map((row) => ({...row})),
    findToken: find,
    revokeToken(id) {
      if (!store.removeToken(id)) throw new LakeError('notFound', `There is no token "${id}".`)
    },
  }

  return {
    tokens,
    /** Who it is by its id, and by the token that it holds. */
    actorOf: (id: string): Actor | null => actor(find(id)),
    holderOf: (token: string): Actor | null => actor(holderOf(token)),
  }
}

function actor(robot: Pick<RobotToken, 'id' | 'label' | 'role'> | null): Actor | null {
  if (robot === null) return null
  const {id, label, role} = robot
  return {kind: 'robot', userId: id, label, roles: [role]}
}

import {useMemo} from 'react'
import {useCurrentUser} from 'sanity'

/** Whoever is signed in, as reviews know people. */
export interface Me {
  /** The human being; `null` = nobody has said who this account belongs to. */
  readonly personId: string | null
  readonly name: string
  readonly roles: readonly string[]
}

/** What the lake tells about the signed-in user has a person id that Sanity's own type leaves out. */
export function meOf(user: unknown): Me {
  const field = (name: string): unknown =>
    typeof user === 'object' && user !== null ? Reflect.get(user, name) : undefined
  const personId = field('personId')
  const name = field('name')
  const roles = field('roles')
  return {
    personId: typeof personId === 'string' && personId !== '' ? personId : null,
    name: typeof name === 'string' ? name : '',
    roles: Array.isArray(roles) ? roles.flatMap(roleName) : [],
  }
}

function roleName(role: unknown): readonly string[] {
  const name = typeof role === 'object' && role !== null ? Reflect.get(role, 'name') : undefined
  return typeof name === 'string' ? [name] : []
}

export function useMe(): Me {
  const user = useCurrentUser()
  return useMemo(() => meOf(user), [user])
}

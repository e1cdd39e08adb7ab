/** Whoever asks. Rules that want a person must see `kind: 'person'`; everything else is not one. */
export type Actor =
  | {readonly kind: 'anonymous'}
  | {
      readonly kind: 'person'
      /** The account. */
      readonly userId: string
      /** The human being: two accounts of one person share it. */
      readonly personId: string
      readonly name: string
      readonly roles: readonly string[]
    }
  | {
      readonly kind: 'robot'
      readonly userId: string
      readonly label: string
      readonly roles: readonly string[]
    }
  /** Somebody with a shell on the machine, through the lake's own command line. */
  | {readonly kind: 'operator'; readonly userId: 'operator'; readonly roles: readonly string[]}
  /** The server itself, when a moment has come. It reads everything, and no role grants it anything. */
  | {readonly kind: 'clock'; readonly userId: 'clock'; readonly roles: readonly []}

export const clock: Actor = {kind: 'clock', userId: 'clock', roles: []}

/** The id that history, listeners and `identity()` show. */
export function actorId(actor: Actor): string {
  return actor.kind === 'anonymous' ? '<anonymous>' : actor.userId
}

export function rolesOf(actor: Actor): readonly string[] {
  return actor.kind === 'anonymous' ? [] : actor.roles
}

export type Permission = 'read' | 'history' | 'create' | 'update' | 'manage'

/**
 * What a role may do: `filter` is a GROQ filter over one document, as Sanity's `/acl` gives it, so that
 * what the Studio greys out is what the lake refuses.
 */
export interface Grant {
  readonly filter: string
  readonly permissions: readonly Permission[]
}

export interface Role {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly grants: readonly Grant[]
}

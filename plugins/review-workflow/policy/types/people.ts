export type Actor =
  | {readonly kind: 'anonymous'}
  | {
      readonly kind: 'person'
      readonly userId: string
      /** The human being: two accounts of one person share it. `null` = nobody has said who this is. */
      readonly personId: string | null
      readonly name: string
      readonly roles: readonly string[]
    }
  | {
      readonly kind: 'robot'
      readonly userId: string
      readonly name: string
      readonly roles: readonly string[]
    }
  | {readonly kind: 'operator'; readonly userId: string; readonly roles: readonly string[]}
  /** The server itself, when a moment has come. */
  | {readonly kind: 'clock'; readonly userId: string; readonly roles: readonly string[]}

/** Somebody behind an account. `personId` is `null` for machines. */
export interface Party {
  readonly userId: string
  readonly personId: string | null
}

/** Somebody with an account that may review. */
export interface Reviewer {
  readonly userId: string
  readonly personId: string
  readonly name: string
  readonly roles: readonly string[]
}

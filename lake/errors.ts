import {type JsonObject} from './document.ts'

/** Why the lake said no. Codes are stable; ARCHITECTURE.md lists them. */
export type LakeErrorCode =
  | 'malformedRequest'
  | 'queryParseError'
  | 'unauthenticated'
  | 'sessionNotFound'
  | 'insufficientPermissions'
  | 'refused'
  | 'stale'
  | 'notFound'
  | 'documentNotFound'
  | 'documentAlreadyExists'
  | 'revisionDoesNotMatch'
  | 'referenceDoesNotExist'
  | 'documentHasReferences'
  | 'releaseLocked'
  | 'alreadyExists'
  | 'tooLarge'
  | 'tooManyRequests'
  | 'queryTimeout'
  | 'unsupported'
  | 'unavailable'

/** A refusal or a mistake of the caller's: nothing was changed. Anything else that is thrown is our own fault. */
export class LakeError extends Error {
  readonly code: LakeErrorCode
  readonly details: JsonObject

  constructor(code: LakeErrorCode, message: string, details: JsonObject = {}) {
    super(message)
    this.name = 'LakeError'
    this.code = code
    this.details = details
  }
}

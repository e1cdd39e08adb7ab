import {type Json, type JsonObject} from '../document.ts'
import {LakeError, type LakeErrorCode} from '../errors.ts'

/** What each refusal is called over HTTP. `item` is the type that Sanity gives it inside a list of failed items. */
interface Rendering {
  readonly status: number
  readonly title: string
  readonly item?: string
}

export const renderings: Readonly<Record<LakeErrorCode, Rendering>> = {
  malformedRequest: {status: 400, title: 'Bad Request'},
  queryParseError: {status: 400, title: 'Bad Request'},
  unsupported: {status: 400, title: 'Bad Request'},
  unauthenticated: {status: 401, title: 'Unauthorized'},
  sessionNotFound: {status: 401, title: 'Unauthorized'},
  insufficientPermissions: {
    status: 403,
    title: 'Forbidden',
    item: 'insufficientPermissionsError',
  },
  refused: {status: 403, title: 'Forbidden', item: 'policyViolation'},
  stale: {status: 409, title: 'Conflict', item: 'policyViolation'},
  notFound: {status: 404, title: 'Not Found'},
  // A mutation of a missing document: 409 at Sanity too.
  documentNotFound: {status: 409, title: 'Conflict', item: 'documentNotFoundError'},
  documentAlreadyExists: {status: 409, title: 'Conflict', item: 'documentAlreadyExistsError'},
  revisionDoesNotMatch: {
    status: 409,
    title: 'Conflict',
    item: 'documentRevisionIDDoesNotMatchError',
  },
  referenceDoesNotExist: {
    status: 409,
    title: 'Conflict',
    item: 'documentReferenceDoesNotExistError',
  },
  documentHasReferences: {
    status: 409,
    title: 'Conflict',
    item: 'documentHasExistingReferencesError',
  },
  releaseLocked: {status: 409, title: 'Conflict', item: 'releaseLockedError'},
  alreadyExists: {status: 409, title: 'Conflict', item: 'transactionAlreadyExistsError'},
  tooLarge: {status: 413, title: 'Payload Too Large'},
  // Not 408: browsers send a request that got it again by themselves.
  queryTimeout: {status: 422, title: 'Unprocessable Content'},
  tooManyRequests: {status: 429, title: 'Too Many Requests'},
  unavailable: {status: 503, title: 'Service Unavailable'},
}

/** Which door the request came through decides how `@sanity/client` reads the body. */
export type Door = 'mutationError' | 'actionError' | 'other'

/** The one place where a failure becomes a response. What is not a `LakeError` is our fault and says nothing more. */
export function errorResponse(error: unknown, door: Door): Response {
  if (!(error instanceof LakeError)) {
    return Response.json(
      {
        statusCode: 500,
        error: 'Internal Server Error',
        message: 'The lake made a mistake. Nothing was changed. The operator finds it in the log.',
        code: 'internal',
      },
      {status: 500},
    )
  }
  const {status} = renderings[error.code]
  return Response.json(errorBody(error, door), {status, headers: errorHeaders(error)})
}

function errorBody(error: LakeError, door: Door): JsonObject {
  const {code, message, details} = error
  const {status, title, item} = renderings[code]
  const common = {statusCode: status, message, code}
  if (code === 'queryParseError') {
    return {...common, error: {type: code, description: message, ...details}}
  }
  if (code === 'sessionNotFound') return {...common, error: title, errorCode: 'SIO-401-ANF'}
  if (door === 'other' || item === undefined) return {...details, ...common, error: title}
  const denials = Array.isArray(details['denials']) ? (details['denials'] as readonly Json[]) : null
  const items = denials
    ? denials.map((denial, index) => ({
        error: {type: item, description: (denial as JsonObject)['message'] ?? ''},
        index,
      }))
    : [{error: {...details, type: item, description: message}, index: 0}]
  // The Studio asks by dry runs what somebody may do, and knows a no by the type of the answer itself.
  const type = door === 'actionError' && code === 'insufficientPermissions' ? item : door
  return {
    ...common,
    // `@sanity/client` puts the items after the description: every reason is read once.
    error: {type, description: denials ? 'Nothing was changed' : message, items},
    ...(denials ? {denials} : {}),
  }
}

function errorHeaders({code, details}: LakeError): HeadersInit {
  const seconds = details['retryAfterSeconds']
  if (code === 'tooManyRequests' || code === 'unavailable') {
    return {'Retry-After': String(typeof seconds === 'number' ? seconds : 5)}
  }
  return code === 'unauthenticated' ? {'WWW-Authenticate': 'Bearer'} : {}
}

/** The public record of a document's review. */
export const projectionType = 'review'

/** What people at work on a document need to know. Its id has a dot, so nobody reads it without a token. */
export const progressType = 'reviewProgress'

const projectionPrefix = 'review-'
const progressPrefix = 'progress.'

/** Documents that the server keeps by itself: no client writes them, and no page's closure rests on them. */
export function isServerType(type: string): boolean {
  return type === projectionType || type === progressType
}

export function isServerId(id: string): boolean {
  return id.startsWith(projectionPrefix) || id.startsWith(progressPrefix)
}

export function projectionId(subject: string): string {
  return projectionPrefix + subject
}

/** The page that a worklist document is about. */
export function subjectOfProgress(id: string): string {
  return id.slice(progressPrefix.length)
}

export function progressId(subject: string): string {
  return progressPrefix + subject
}

/** The pages of the review tool that stand in its bar. */
export const reviewPages = ['inbox', 'works', 'dashboard', 'credentials', 'policy'] as const

export type ReviewPage = (typeof reviewPages)[number]

/** Where in the review tool. A record, a text to read or a list of works belongs to one document, by its published id. */
export type ReviewPlace =
  ReviewPage | {readonly record: string} | {readonly read: string} | {readonly worksOf: string}

export const toolName = 'review'

/** The address of a place, below the workspace's own; what the tool's router makes of its state. */
export function reviewPath(place: ReviewPlace, basePath: string): string {
  const segments = [basePath, toolName, ...segmentsOf(place)].map(trimmed).filter(Boolean)
  return `/${segments.join('/')}`
}

function segmentsOf(place: ReviewPlace): readonly string[] {
  if (typeof place === 'string') return place === 'inbox' ? [] : [place]
  if ('record' in place) return ['record', place.record]
  return 'read' in place ? ['read', place.read] : ['works', place.worksOf]
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, '')
}

/** What the router's state says; addresses that we do not know are the inbox. */
export function reviewPlace(state: {readonly [key: string]: unknown}): ReviewPlace {
  const {record, read, worksOf, page} = state
  if (typeof record === 'string') return {record}
  if (typeof read === 'string') return {read}
  if (typeof worksOf === 'string') return {worksOf}
  return reviewPages.find((each) => each === page) ?? 'inbox'
}

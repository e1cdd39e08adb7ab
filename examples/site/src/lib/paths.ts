/** The folders in which pages live. What is at `/articles/x` is the article with the slug `x`. */
const folders: {readonly [type: string]: string} = {
  article: '/articles',
  faqEntry: '/questions',
  technique: '/techniques',
}

interface Linked {
  readonly _type: string
  readonly slug: string | null
}

/** Where a page is on this site; null for what has no page. */
export function pathOf({_type, slug}: Linked): string | null {
  const folder = folders[_type]
  return folder === undefined || slug === null ? null : `${folder}/${slug}`
}

export const reviewerPath = (slug: string): string => `/reviewers/${slug}`
export const topicPath = (topic: string): string => `/topics/${topic}`

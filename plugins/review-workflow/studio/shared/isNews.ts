import {type SanityDocument} from 'sanity'
import {newsOf} from '../../policy/index.ts'

/** True for a draft that says nothing but how a cited work stands: that waits for nobody's signature. */
export function isNews(draft: SanityDocument | null, published: SanityDocument | null): boolean {
  return newsOf(asPublished(published), asPublished(draft)) !== null
}

/** The policy compares words, whatever they are stored under. */
function asPublished(document: SanityDocument | null): unknown {
  if (document === null) return null
  return {...document, _id: document._id.replace(/^drafts\./, '')}
}

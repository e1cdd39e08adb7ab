import {type LakeDocument} from '../../../lake/document.ts'
import {credentialLabel} from '../policy/index.ts'
import {credentialType} from './credentials.ts'

/** What people call a document: a cited work by its own title, a credential by its kind. */
export function titleOf(document: LakeDocument | null): string {
  if (document?._type === credentialType) {
    return credentialLabel({typeCode: String(document['credentialType'] ?? '')})
  }
  const fields = ['title', 'question', 'name', 'term', 'label']
  const values = [...fields.map((field) => document?.[field]), workTitle(document?.['csl'])]
  const found = values.find((value) => typeof value === 'string' && value !== '')
  return typeof found === 'string' ? found : (document?._id ?? '')
}

function workTitle(csl: unknown): unknown {
  return typeof csl === 'object' && csl !== null ? Reflect.get(csl, 'title') : undefined
}

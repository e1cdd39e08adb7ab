import {type LakeDocument} from '../../../lake/document.ts'

/** What people call a document. */
export function titleOf(document: LakeDocument | null): string {
  const fields = ['title', 'question', 'name', 'term', 'label']
  const found = fields.map((field) => document?.[field]).find((value) => typeof value === 'string')
  return typeof found === 'string' && found !== '' ? found : (document?._id ?? '')
}

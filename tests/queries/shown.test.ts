import fc from 'fast-check'
import {expect, test} from 'vitest'
import {type LakeDocument} from '../../lake/document.ts'
import {closure} from '../../plugins/review-workflow/lake/closure.ts'
import {renderedAs, shownWith} from '../../queries/verify/shown.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f']
const types = ['person', 'researchCitation', 'faqEntry', 'review', 'reviewProgress']

/** Something with references in it, at any depth. */
const words = fc.letrec((tie) => ({
  value: fc.oneof(
    {maxDepth: 3},
    fc.constantFrom('text', null),
    fc.constantFrom(...ids, 'drafts.a', 'gone').map((_ref) => ({_type: 'reference', _ref})),
    fc.array(tie('value'), {maxLength: 3}),
    fc.dictionary(fc.constantFrom('body', 'marks', '_system'), tie('value'), {maxKeys: 2}),
  ),
})).value

const documents = fc
  .tuple(...ids.map(() => fc.tuple(fc.constantFrom(...types), words)))
  .map((all) => all.map(([_type, value], index) => ({_id: ids[index] ?? '', _type, value})))

test('front ends find the same documents behind a page as the lake does', () => {
  fc.assert(
    fc.property(documents, (all) => {
      const page = {...(all[0] ?? {}), _id: 'a', _type: 'article'}
      const served = [page, ...all.slice(1)]
      const stored = served as unknown as readonly LakeDocument[]
      const view = {read: (id: string) => stored.find(({_id}) => _id === id) ?? null}
      const found = shownWith(page, served).map(renderedAs)
      expect(found.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
        closure(view, page as unknown as LakeDocument),
      )
    }),
    {seed: 11, numRuns: 500},
  )
})

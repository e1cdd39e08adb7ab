import {expect, test} from 'vitest'
import {
  reviewPath,
  type ReviewPlace,
  reviewPlace,
} from '../../plugins/review-workflow/studio/tool/places.ts'
import {reviewTool} from '../../plugins/review-workflow/studio/tool/reviewTool.ts'

test.each<[ReviewPlace, string]>([
  ['inbox', '/review'],
  ['works', '/review/works'],
  ['dashboard', '/review/dashboard'],
  ['credentials', '/review/credentials'],
  ['policy', '/review/policy'],
  [{record: 'article-1'}, '/review/record/article-1'],
  [{read: 'article-1'}, '/review/read/article-1'],
  [{worksOf: 'article-1'}, '/review/works/article-1'],
  [{record: 'credential.a-b_c'}, '/review/record/credential.a-b_c'],
])('the address of %j is %s, and leads back there', (place, path) => {
  expect(reviewPath(place, '/')).toBe(path)
  expect(reviewPath(place, '/desk/')).toBe(`/desk${path}`)
  const state = reviewTool.router?.decode(path.replace(/^\/review/, '') || '/')
  expect(reviewPlace(state ?? {page: 'nowhere'})).toEqual(place)
})

test('an address that nobody knows is the inbox', () => {
  expect(reviewPlace({page: 'elsewhere'})).toBe('inbox')
  expect(reviewPlace({})).toBe('inbox')
})

import {expect, test} from 'vitest'
import {mayMake} from '../../structure/newDocuments.ts'

test.each([
  ['an editor', ['editor'], true, true],
  ['a reviewer, who may suggest words', ['reviewer'], true, true],
  ['a registrar', ['registrar'], false, true],
  ['a viewer', ['viewer'], false, false],
  ['a viewer who is an administrator, too', ['viewer', 'administrator'], true, true],
  ['nobody in particular', [], false, false],
])('new documents are offered to %s as the lake would take them', (_, roles, article, person) => {
  expect(mayMake('article', roles)).toBe(article)
  expect(mayMake('person', roles)).toBe(person)
})

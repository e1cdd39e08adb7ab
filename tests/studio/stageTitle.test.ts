import {expect, test} from 'vitest'
import {stageTitle} from '../../plugins/review-workflow/studio/stageTitle.ts'
import {ada, edith, facts, objection, tess, vic} from '../support/facts.ts'

test.each([
  ['an editor', edith, 'stage.changesRequested.title'],
  ['an administrator', ada, 'stage.changesRequested.title'],
  ['a reviewer', tess, 'stage.changesRequested.reader'],
  ['a viewer', vic, 'stage.changesRequested.reader'],
])('after a request for changes, %s hears what is theirs to do', (_, actor, expected) => {
  expect(stageTitle(facts({actor, objection}))).toBe(expected)
})

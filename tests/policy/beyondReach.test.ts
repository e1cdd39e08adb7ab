import {expect, test} from 'vitest'
import {
  beyondReach,
  type Denial,
  type Facts,
  peopleNeeded,
  type Topic,
} from '../../plugins/review-workflow/policy/index.ts'
import {
  edith,
  facts,
  liveFacts,
  party,
  reviewer,
  sam,
  signOff,
  tess,
  version,
} from '../support/facts.ts'

const about = (...topics: readonly Topic[]) => version({topics})
const reviewers = [reviewer(tess), reviewer(sam)]
const oncologist = {
  code: 'signOffMissing',
  families: ['CLIN-ONC'],
  topics: ['cancer'],
} as const
const nobody = {
  code: 'signOffMissing',
  families: ['MT-REG', 'MT-CERT', 'SLP-MED', 'SLP-BEH'],
  topics: ['massagePractice'],
} as const
const second = {code: 'secondPersonMissing', needed: 2, signed: 1} as const

test.each<[string, Facts, readonly Denial[]]>([
  ['one reviewer suffices', facts({reviewers}), []],
  [
    'two do where two must sign',
    facts({draft: about('massagePractice', 'medication'), reviewers}),
    [],
  ],
  [
    'nobody here is an oncologist',
    facts({draft: about('massagePractice', 'cancer'), reviewers}),
    [oncologist],
  ],
  [
    'nobody else could be the second',
    facts({draft: about('massagePractice', 'cancer'), reviewers: [reviewer(tess)]}),
    [oncologist, second],
  ],
  [
    'who wrote the words does not count',
    facts({reviewers: [reviewer(tess)], contributors: [party(tess)]}),
    [nobody],
  ],
  [
    'who has signed counts, even if they could not sign again',
    facts({reviewers: [], signOffs: [signOff()]}),
    [],
  ],
  [
    'a fresh review of live words takes everybody again',
    liveFacts({reviewers: [], signOffs: [signOff()]}),
    [nobody],
  ],
  ['nothing is there', facts({draft: null, reviewers}), []],
  ['facts that cannot be read', {} as Facts, []],
])('%s', (_name, given, lacking) => {
  expect(beyondReach(given)).toEqual(lacking)
})

test.each<[readonly Topic[], number]>([
  [['massagePractice'], 1],
  [['massageForSleepEfficacy'], 1],
  [['massagePractice', 'cancer'], 2],
])('%j takes %d people', (topics, needed) => {
  expect(peopleNeeded({topics}, facts({actor: edith}).policy)).toBe(needed)
})

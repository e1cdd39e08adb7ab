import {expect, test} from 'vitest'
import {type Facts} from '../../plugins/review-workflow/policy/index.ts'
import {
  type Kind,
  type StillToCome,
  stillToCome,
} from '../../plugins/review-workflow/studio/reading/stillToCome.ts'
import {facts, liveFacts, reviewer, signOff, sleepSignOff, tess, version} from '../support/facts.ts'

const risky = version({topics: ['massagePractice', 'medication']})
const prescriber: Kind = {
  anyOf: ['SLP-MED', 'CLIN-RX', 'CLIN-GP'],
  about: ['medication'],
  isHere: true,
}
const first: StillToCome = {
  needed: 2,
  signed: [signOff()],
  kinds: [prescriber],
  anotherPerson: false,
  lacksPeople: false,
}
const insomnia: Kind = {anyOf: ['SLP-MED', 'SLP-BEH'], about: ['insomniaDisorder'], isHere: true}

test.each<[string, Facts, StillToCome | null]>([
  ['words that are live and not due', liveFacts(), null],
  [
    'what one has signed that takes no other',
    facts({signOffs: [signOff()]}),
    {...first, needed: 1, kinds: []},
  ],
  ['the first of two', facts({draft: risky, signOffs: [signOff()]}), first],
  [
    'the first of two where nobody could be the second',
    facts({draft: risky, signOffs: [signOff()], reviewers: [reviewer(tess)]}),
    {...first, kinds: [{...prescriber, isHere: false}], lacksPeople: true},
  ],
  [
    'what the one who covers the rest leaves to anybody',
    facts({draft: risky, signOffs: [sleepSignOff()]}),
    {...first, signed: [sleepSignOff()], kinds: [], anotherPerson: true},
  ],
  [
    'what takes a specialist, who covers the rest as well',
    facts({draft: version({topics: ['massagePractice', 'insomniaDisorder']})}),
    {...first, needed: 1, signed: [], kinds: [insomnia]},
  ],
  [
    'what two different people have to sign for one topic',
    facts({draft: version({topics: ['pregnancyPostnatal']})}),
    {
      ...first,
      signed: [],
      kinds: [
        {anyOf: ['CLIN-OB'], about: ['pregnancyPostnatal'], isHere: false},
        {anyOf: ['MT-REG', 'MT-CERT'], about: ['pregnancyPostnatal'], isHere: true},
      ],
      lacksPeople: true,
    },
  ],
])('who has signed and who is still to come, of %s', (_, given, expected) => {
  expect(stillToCome(given)).toEqual(expected)
})

import {expect, test} from 'vitest'
import {
  creditedSignOffs,
  type Facts,
  type SignOff,
} from '../../plugins/review-workflow/policy/index.ts'
import {credential, liveFacts, signOff, sleepCredential, sleepSignOff} from '../support/facts.ts'

const tess = signOff()
const sam = sleepSignOff({seq: 2})
const suspended = credential({state: 'suspended'})
const both = [tess, sam]

test.each<[string, Facts, readonly SignOff[]]>([
  ['all that stand', liveFacts({signOffs: both}), [sam, tess]],
  [
    'not who signed on a credential that was suspended, once somebody else has signed',
    liveFacts({signOffs: both, credentials: [suspended, sleepCredential()]}),
    [sam],
  ],
  [
    'who signed on a suspended credential, as long as the page rests on nobody else',
    liveFacts({signOffs: [tess], credentials: [suspended]}),
    [tess],
  ],
  ['nobody, where facts cannot be read', {} as Facts, []],
])('readers are told of %s', (_name, given, credited) => {
  expect(creditedSignOffs(given)).toEqual(credited)
})

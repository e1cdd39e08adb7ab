import {type Command} from '../../../plugins/review-workflow/policy/index.ts'
import {
  ada,
  credential,
  credentialFacts,
  facts,
  rita,
  suspendCredential,
  tess,
  verifyCredential,
  version,
} from '../../support/facts.ts'
import {type Cases, yes} from './case.ts'

const revokeCredential: Command = {type: 'revokeCredential', reason: 'The board struck them off'}
const on = (checkedOn: string): Command => ({...verifyCredential, checkedOn})
const suspended = credential({state: 'suspended', verifiedBy: null, verifiedOn: null})
const revoked = credential({state: 'revoked', verifiedBy: null, verifiedOn: null})
const missingSource = [{code: 'sourceMissing'}] as const

/** Keeping credentials: what was looked at, when, and what ends. */
export const credentials: Cases = {
  allowed: [
    ['a check of today', credentialFacts(), on('2026-06-01'), yes],
    [
      'a check of tomorrow, where it is that day already',
      credentialFacts({now: '2026-06-01T12:00:00.000Z'}),
      on('2026-06-02'),
      yes,
    ],
    ...['publicRegister', 'emailIssuer', 'documentOnly', 'demonstration'].map(
      (method) =>
        [
          `a check by ${method}`,
          credentialFacts(),
          {...verifyCredential, method},
          yes,
        ] as Cases['allowed'][number],
    ),
    [
      'a suspension ends with a new check',
      credentialFacts({credentials: [suspended]}),
      verifyCredential,
      yes,
    ],
    [
      'a check that has grown old is made again',
      credentialFacts({credentials: [credential({verifiedOn: '2025-01-15'})]}),
      verifyCredential,
      yes,
    ],
    [
      'a check is made again on the next day',
      credentialFacts({credentials: [credential({verifiedOn: '2026-05-29'})]}),
      verifyCredential,
      yes,
    ],
    [
      'an administrator suspends what waits for a check',
      credentialFacts({actor: ada}),
      suspendCredential,
      yes,
    ],
    [
      'what is suspended is suspended for another reason',
      credentialFacts({credentials: [suspended]}),
      suspendCredential,
      yes,
    ],
    [
      'what is suspended is revoked',
      credentialFacts({credentials: [suspended]}),
      revokeCredential,
      yes,
    ],
    [
      'who holds a credential ends it, where the role is theirs',
      credentialFacts({actor: {...tess, roles: ['registrar']}, credentials: [credential()]}),
      revokeCredential,
      yes,
    ],
    [
      'bad news comes from a Studio of an older policy too',
      credentialFacts({policyVersion: '2030-01-01'}),
      revokeCredential,
      yes,
    ],
  ],
  refused: [
    [
      'what is verified is what was looked at',
      credentialFacts(),
      {...verifyCredential, digest: 'older'},
      [{code: 'contentChanged', seen: 'older', current: 'words'}],
    ],
    [
      'a check is not taken back to an earlier day',
      credentialFacts({credentials: [credential({verifiedOn: '2026-05-31'})]}),
      verifyCredential,
      [{code: 'alreadyVerified'}],
    ],
    ['a check of the day after tomorrow', credentialFacts(), on('2026-06-03'), missingSource],
    ['a check of no day', credentialFacts(), on('last week'), missingSource],
    ['a check of a day that is none', credentialFacts(), on('2026-02-30'), missingSource],
    [
      'a check by other means',
      credentialFacts(),
      {...verifyCredential, method: 'aGoodFeeling'},
      missingSource,
    ],
    [
      'a check at no web address',
      credentialFacts(),
      {...verifyCredential, sourceUrl: 'javascript:alert(1)'},
      missingSource,
    ],
    [
      'a check at an address with words after it',
      credentialFacts(),
      {...verifyCredential, sourceUrl: 'https://example.org and by phone'},
      missingSource,
    ],
    [
      'by a clock that does not tell nothing is verified',
      credentialFacts({now: 'soon'}),
      verifyCredential,
      [
        {
          code: 'credentialUnusable',
          id: 'credential-tess',
          label: 'Board Certified in Therapeutic Massage & Bodywork (BCTMB), NCBTMB',
          problem: 'undated',
          expires: '2027-01-01',
        },
        {code: 'sourceMissing'},
      ],
    ],
    [
      'what was revoked is not verified again',
      credentialFacts({credentials: [revoked]}),
      verifyCredential,
      [{code: 'alreadyRevoked'}],
    ],
    [
      'what was revoked is not suspended',
      credentialFacts({credentials: [revoked]}),
      suspendCredential,
      [{code: 'alreadyRevoked'}],
    ],
    [
      'what was revoked is not revoked again',
      credentialFacts({credentials: [revoked]}),
      revokeCredential,
      [{code: 'alreadyRevoked'}],
    ],
    [
      'revoking takes a reason',
      credentialFacts(),
      {...revokeCredential, reason: ' '} as Command,
      [{code: 'reasonMissing'}],
    ],
    [
      'a page is not revoked as a credential',
      facts({actor: rita, id: 'credential-tess', live: version()}),
      revokeCredential,
      [{code: 'notACredential'}],
    ],
    [
      'a credential that is not on file is not revoked',
      credentialFacts({credentials: []}),
      revokeCredential,
      [{code: 'documentMissing'}],
    ],
  ],
}

import fc from 'fast-check'
import {credentialTypes} from '../../plugins/review-workflow/policy/credentialTypes.ts'
import {type Credential} from '../../plugins/review-workflow/policy/types.ts'

/** Instants close to the days below, to the hour, and some that are none. */
export const anyInstant = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .integer({min: -48, max: 48})
      .map((hours) => new Date(Date.UTC(2026, 5, 1, hours)).toISOString()),
  },
  fc.constantFrom('2032-12-31T00:00:00.000Z', '2033-01-20T00:00:00.000Z', 'soon', ''),
)

const anyDay = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      ...['2025-01-01', '2026-05-30', '2026-05-31', '2026-06-01', '2026-06-02', '2027-01-01'],
      '2034-01-01',
    ),
  },
  fc.constantFrom(null, '2026-06-31', 'soon', ''),
)

const place = fc.constantFrom(null, 'US-CA', 'US-NY', 'GB', 'CA-ON', 'AU-VIC', 'NZ', 'XX', 'us-ca')
const who = fc.constantFrom('person-tess', 'person-sam')

/** Often good, and wrong in any way at once. */
export const anyCredential: fc.Arbitrary<Credential> = fc.record({
  id: fc.constantFrom('credential-one', 'credential-other'),
  holder: who,
  typeCode: fc.constantFrom(...Object.keys(credentialTypes), 'NPI'),
  jurisdiction: place,
  discipline: fc.constantFrom(null, 'Massage Therapy', 'Remedial Massage', 'Reiki'),
  issued: anyDay,
  expires: anyDay,
  noExpiryReason: fc.constantFrom(null, ' ', 'For life'),
  state: fc.constantFrom('active', 'active', 'active', 'pending', 'suspended', 'revoked'),
  verifiedBy: fc.option(
    fc.record({
      userId: fc.constant('user'),
      personId: fc.constantFrom('person-rita', 'person-rita', 'person-tess', null),
    }),
    {nil: null, freq: 9},
  ),
  verifiedOn: anyDay,
  numberTaken: fc.constantFrom(false, false, false, true),
})

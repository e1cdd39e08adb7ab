import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {
  credentialStanding,
  lapsedBeyondGrace,
} from '../../plugins/review-workflow/policy/credentialStanding.ts'
import {recordProblem} from '../../plugins/review-workflow/policy/families.ts'
import {
  type Credential,
  type CredentialStanding,
} from '../../plugins/review-workflow/policy/types.ts'
import {anyCredential, anyInstant} from '../support/credentials.ts'
import {credential as onFile, now, party, tess} from '../support/facts.ts'

const policy = {expiringDays: 60, credentialGraceDays: 30}
const credential = (overrides: Partial<Credential>) =>
  onFile({verifiedOn: '2026-05-01', numberTaken: false, ...overrides})

describe('where a credential stands', () => {
  test.each<[string, Partial<Credential>, CredentialStanding]>([
    ['verified, with time to go', {}, 'active'],
    ['sixty-one days before its end', {expires: '2026-08-01'}, 'active'],
    ['sixty days before its end', {expires: '2026-07-31'}, 'expiring'],
    ['on its last day', {expires: '2026-06-01'}, 'expiring'],
    ['the day after', {expires: '2026-05-31'}, 'grace'],
    ['on the last day of grace', {expires: '2026-05-02'}, 'grace'],
    ['beyond grace', {expires: '2026-05-01'}, 'expired'],
    ['granted for life', {typeCode: 'CBSM', expires: null, noExpiryReason: 'For life'}, 'lifetime'],
    ['granted for life, with a last day', {typeCode: 'CBSM', expires: '2026-07-01'}, 'expiring'],
    ['granted for life, without a reason', {typeCode: 'CBSM', expires: null}, 'pending'],
    ['without a last day', {expires: null, noExpiryReason: 'For life'}, 'pending'],
    ['not in force yet', {issued: '2026-06-02'}, 'pending'],
    ['of an unknown type', {typeCode: 'NPI'}, 'pending'],
    ['with the number of somebody else', {numberTaken: true}, 'pending'],
    ['that its holder verified', {verifiedBy: party(tess)}, 'pending'],
    ['that nobody verified', {verifiedBy: null}, 'pending'],
    ['waiting for the registrar', {state: 'pending'}, 'pending'],
    ['waiting for the registrar, and over', {state: 'pending', expires: '2026-01-01'}, 'pending'],
    ['suspended', {state: 'suspended'}, 'suspended'],
    ['suspended, and over', {state: 'suspended', expires: '2026-01-01'}, 'suspended'],
    ['revoked', {state: 'revoked'}, 'revoked'],
    ['revoked, of an unknown type', {state: 'revoked', typeCode: 'NPI'}, 'revoked'],
  ])('%s', (_name, overrides, standing) => {
    expect(credentialStanding(credential(overrides), now, policy)).toBe(standing)
  })

  test.each<[string, CredentialStanding]>([
    ['2032-10-30', 'active'],
    ['2032-11-01', 'expiring'],
    ['2032-12-30', 'expiring'],
    ['2032-12-31', 'grace'],
    ['2033-01-29', 'grace'],
    ['2033-01-30', 'expired'],
  ])('of a kind that retires, on %s', (today, standing) => {
    const rst = credential({typeCode: 'RST', expires: '2034-01-01'})
    expect(credentialStanding(rst, `${today}T12:00:00Z`, policy)).toBe(standing)
  })

  test.each<[string, CredentialStanding]>([
    ['2026-07-01T06:59:59Z', 'expiring'],
    ['2026-07-01T07:00:00Z', 'grace'],
    ['2026-07-31T06:59:59Z', 'grace'],
    ['2026-07-31T07:00:00Z', 'expired'],
    ['soon', 'pending'],
  ])('by the clock of its place, at %s', (at, standing) => {
    const main = credential({jurisdiction: 'US-CA', expires: '2026-06-30'})
    expect(credentialStanding(main, at, policy)).toBe(standing)
  })

  const days = fc.constantFrom(0, 1, 30, 365, -1, Number.NaN)
  const anyPolicy = fc.record({expiringDays: days, credentialGraceDays: days})

  test('is always one of eight, and in force only where nothing is wrong with it', () => {
    const inForce: readonly CredentialStanding[] = ['active', 'expiring', 'lifetime']
    fc.assert(
      fc.property(anyCredential, anyInstant, anyPolicy, (main, at, given) => {
        const standing = credentialStanding(main, at, given)
        expect([...inForce, 'pending', 'grace', 'expired', 'suspended', 'revoked']).toContain(
          standing,
        )
        const sound = main.state === 'active' && recordProblem(main, at) === null
        expect(inForce.includes(standing) && !sound).toBe(false)
        if (main.state !== 'active') expect(standing).toBe(main.state)
      }),
    )
  })

  test('is grace only after its last day, and expired only beyond', () => {
    fc.assert(
      fc.property(anyCredential, anyInstant, fc.nat(60), (main, at, credentialGraceDays) => {
        const standing = credentialStanding(main, at, {expiringDays: 60, credentialGraceDays})
        if (main.typeCode === 'RST' || !['grace', 'expired'].includes(standing)) return
        const lapsed = lapsedBeyondGrace(main.expires, main.jurisdiction, at, credentialGraceDays)
        expect(lapsed).toBe(standing === 'expired')
        expect(lapsedBeyondGrace(main.expires, main.jurisdiction, at, 0)).toBe(true)
      }),
    )
  })
})

describe('a credential as it was signed on', () => {
  test.each<[string | null, string | null, string, number, boolean]>([
    ['2026-05-02', null, now, 30, false],
    ['2026-05-01', null, now, 30, true],
    ['2026-06-01', null, now, 0, false],
    ['2026-05-31', null, now, 0, true],
    ['2026-05-31', 'US-CA', '2026-06-01T06:59:59Z', 0, false],
    ['2026-05-31', 'US-CA', '2026-06-01T07:00:00Z', 0, true],
    ['2026-06-01', 'AU-VIC', '2026-06-01T14:00:00Z', 0, true],
    [null, 'GB', now, 0, false],
    ['soon', 'GB', now, 30, true],
    ['2027-01-01', 'GB', 'soon', 30, true],
    ['2027-01-01', 'GB', now, Number.NaN, true],
  ])('until %s in %s, at %s with %d days: %s', (expires, place, at, graceDays, lapsed) => {
    expect(lapsedBeyondGrace(expires, place, at, graceDays)).toBe(lapsed)
  })
})

import {expect, test} from 'vitest'
import {topics} from '../../plugins/review-workflow/policy/index.ts'
import {
  consequenceCounts,
  credentialGroups,
  type CredentialLine,
  daysLeft,
  gravestFirst,
} from '../../plugins/review-workflow/studio/credentials/credentialGroups.ts'
import {hiddenProblem} from '../../plugins/review-workflow/studio/credentials/hiddenProblem.ts'
import {signable} from '../../plugins/review-workflow/studio/credentials/signable.ts'
import {waitingFor} from '../../plugins/review-workflow/studio/credentials/waiting.ts'

function line(id: string, fields: Partial<CredentialLine>): CredentialLine {
  return {
    id,
    holder: {personId: 'person-tess', name: 'Tess'},
    typeCode: 'BCTMB',
    label: 'Board Certified',
    jurisdiction: 'US-CA',
    standing: 'active',
    problem: null,
    issued: '2025-01-01',
    expires: '2027-01-01',
    verifiedOn: '2026-01-01',
    verifiedBy: 'Rita',
    pages: [],
    ...fields,
  }
}

test('credentials stand by what a registrar has to do, the first to lapse on top', () => {
  const groups = credentialGroups([
    line('active', {}),
    line('lifetime', {standing: 'lifetime', expires: null}),
    line('pending', {standing: 'pending', problem: 'pending'}),
    line('stale', {problem: 'verificationStale', expires: '2026-12-31'}),
    line('expiring', {standing: 'expiring', expires: '2026-12-01'}),
    line('grace', {standing: 'grace', problem: 'expired', expires: '2026-11-01'}),
    line('expired', {standing: 'expired', problem: 'expired', expires: '2026-01-01'}),
    line('suspended', {standing: 'suspended', problem: 'suspended'}),
    line('revoked', {standing: 'revoked', problem: 'revoked'}),
    line('bare', {problem: 'licenceMissing', expires: '2028-01-01'}),
  ])
  const ids = Object.entries(groups).map(([name, lines]) => [name, lines.map(({id}) => id)])
  expect(Object.fromEntries(ids)).toEqual({
    toVerify: ['stale', 'pending'],
    lapsing: ['grace', 'expiring'],
    inForce: ['active', 'lifetime'],
    ended: ['expired', 'revoked', 'suspended', 'bare'],
  })
})

test.each<[CredentialLine['problem'], CredentialLine['problem']]>([
  [null, null],
  ['expired', null],
  ['pending', null],
  ['retired', 'retired'],
  ['licenceMissing', 'licenceMissing'],
  ['verificationStale', 'verificationStale'],
])('of %s, what the name of the standing does not say is %s', (problem, hidden) => {
  expect(hiddenProblem(problem)).toBe(hidden)
})

test('pages that are hit stand by how hard', () => {
  const fates = ['mark', 'none', 'withdraw', 'deindex'] as const
  expect(gravestFirst(fates, (fate) => fate)).toEqual(['withdraw', 'deindex', 'mark', 'none'])
})

test.each<[string, number]>([
  ['2026-11-24', 0],
  ['2026-11-25', 1],
  ['2026-11-23', -1],
  ['2027-11-24', 365],
])('until %s it is %i days', (expires, expected) => {
  expect(daysLeft(expires, new Date('2026-11-24T23:30:00Z'))).toBe(expected)
})

test('consequences are counted, the gravest first', () => {
  expect(consequenceCounts(['mark', 'withdraw', 'mark', 'none'])).toEqual([
    {consequence: 'withdraw', count: 1},
    {consequence: 'mark', count: 2},
    {consequence: 'none', count: 1},
  ])
})

const table = Object.entries(topics).map(([topic, rule]) => ({
  topic: topic as keyof typeof topics,
  words: [],
  ...rule,
}))

test('a therapist signs massage alone, pregnancy only together with another, and no insomnia', () => {
  const {alone, together} = signable(['MT-CERT'], table)
  expect(alone).toContain('massagePractice')
  expect(alone).not.toContain('insomniaDisorder')
  expect(together).toEqual(['pregnancyPostnatal'])
})

test('who proves nothing signs nothing', () => {
  expect(signable([], table)).toEqual({alone: [], together: []})
})

test('what waits for a registrar leaves out what they hold themselves', () => {
  const own = {holder: {personId: 'person-rita', name: 'Rita'}}
  const pending = line('pending', {standing: 'pending', problem: 'pending'})
  const ending = line('ending', {standing: 'expiring'})
  const me = {personId: 'person-rita', name: 'Rita', roles: ['registrar']}
  const credentials = [
    pending,
    line('own', {standing: 'pending', problem: 'pending', ...own}),
    ending,
    line('own too', {standing: 'expiring', ...own}),
    line('in force', {}),
  ]
  expect(waitingFor({me, credentials})).toEqual({toVerify: [pending], lapsing: [ending]})
  expect(waitingFor({me: {...me, personId: null}, credentials}).toVerify).toHaveLength(2)
})

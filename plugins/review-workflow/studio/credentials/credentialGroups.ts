import {type Consequence, type CredentialStanding} from '../../policy/index.ts'
import {type CredentialsRead} from '../reads.ts'

export type CredentialLine = CredentialsRead['credentials'][number]

export const credentialGroupNames = ['toVerify', 'lapsing', 'inForce', 'ended'] as const

export type CredentialGroup = (typeof credentialGroupNames)[number]

const groupOf: {readonly [standing in CredentialStanding]: CredentialGroup} = {
  pending: 'toVerify',
  expiring: 'lapsing',
  grace: 'lapsing',
  active: 'inForce',
  lifetime: 'inForce',
  expired: 'ended',
  suspended: 'ended',
  revoked: 'ended',
}

/** By what a registrar has to do about them; within a group, what lapses first comes first. */
export function credentialGroups(lines: readonly CredentialLine[]): {
  readonly [group in CredentialGroup]: readonly CredentialLine[]
} {
  const of = (group: CredentialGroup) =>
    lines.filter((line) => groupNameOf(line) === group).toSorted(firstToLapse)
  return {
    toVerify: of('toVerify'),
    lapsing: of('lapsing'),
    inForce: of('inForce'),
    ended: of('ended'),
  }
}

/** A check that has grown old is made again. What was checked and counts for nothing all the same is not in force. */
function groupNameOf({standing, problem}: CredentialLine): CredentialGroup {
  if (problem === 'verificationStale') return 'toVerify'
  return problem !== null && soundsWell.includes(standing) ? 'ended' : groupOf[standing]
}

const soundsWell: readonly CredentialStanding[] = ['active', 'expiring', 'lifetime']

const never = '9999-12-31'

function firstToLapse(one: CredentialLine, other: CredentialLine): number {
  return (
    (one.expires ?? never).localeCompare(other.expires ?? never) ||
    one.holder.name.localeCompare(other.holder.name) ||
    one.id.localeCompare(other.id)
  )
}

/** Whole days until the end of its last day; negative once that is over. */
export function daysLeft(expires: string, now: Date): number {
  const today = Date.parse(`${now.toISOString().slice(0, 10)}T00:00:00Z`)
  return Math.round((Date.parse(`${expires}T00:00:00Z`) - today) / 86_400_000)
}

const gravest: readonly Consequence[] = ['withdraw', 'deindex', 'mark', 'none']

export function gravestFirst<Each>(
  all: readonly Each[],
  fate: (each: Each) => Consequence,
): readonly Each[] {
  return all.toSorted((one, other) => gravest.indexOf(fate(one)) - gravest.indexOf(fate(other)))
}

/** How many pages would meet which end, the gravest first. */
export function consequenceCounts(
  consequences: readonly Consequence[],
): readonly {readonly consequence: Consequence; readonly count: number}[] {
  return gravest
    .map((consequence) => ({
      consequence,
      count: consequences.filter((each) => each === consequence).length,
    }))
    .filter(({count}) => count > 0)
}

import {afterEach, beforeEach, expect, test} from 'vitest'
import {
  article,
  openReviewedLake,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [{create: article('drafts.page')}, {create: article('drafts.unsigned')}],
  })
  await signOff(house, people.therapist, 'page')
  await dataset.act(people.editor, {actions: [publishAction('page')]})
})
afterEach(() => house.close())

async function copied(target: string): Promise<void> {
  const {copies, copyDataset} = house.lake
  const {id} = copyDataset({
    source: 'production',
    target,
    skipHistory: false,
    skipReleases: false,
  })
  const state = await new Promise((resolve) => {
    copies.follow(id, (job) => job.state !== 'pending' && resolve(job.message ?? job.state))
  })
  expect(state).toBe('completed')
}

const anybody = {kind: 'anonymous'} as const
const titles = (name: string) =>
  house.lake
    .dataset(name)
    .query(anybody, {query: '*[_type == "article"].title', params: {}, perspective: 'published'})
    .then(({result}) => result)

test('the copy of a governed dataset is private, and its guard stands', async () => {
  await copied('staging')
  const staging = house.lake.dataset('staging')
  expect(house.lake.datasets().find(({name}) => name === 'staging')).toMatchObject({
    policy: 'reviewed',
    aclMode: 'private',
  })
  expect(await titles('staging')).toEqual([])
  expect(staging.serving.withheld()).toEqual([])
  expect(staging.store.ledgerHead()).toEqual(house.dataset.store.ledgerHead())
  expect(
    await refusalOf(
      staging.act(house.people.administrator, {actions: [publishAction('unsigned')]}),
    ),
  ).toEqual(
    await refusalOf(
      house.dataset.act(house.people.administrator, {actions: [publishAction('unsigned')]}),
    ),
  )
})

test('it stays private: a revocation in the one does not reach the other', async () => {
  await copied('staging')
  expect(await refusalOf(house.lake.setAclMode('staging', 'public'))).toEqual(['unsupported'])
  await house.lake.setAclMode('staging', 'private')
  expect(await titles('staging')).toEqual([])
  await house.lake.setAclMode('production', 'private')
  await house.lake.setAclMode('production', 'public')
  expect(await titles('production')).toEqual(['A calm evening'])
})

test('it is copied whole, and into no open dataset', () => {
  const copy = (target: string, skip: object) =>
    refusalOf(
      (async () =>
        house.lake.copyDataset({
          source: 'production',
          target,
          skipHistory: false,
          skipReleases: false,
          ...skip,
        }))(),
    )
  return Promise.all([
    expect(copy('staging', {skipHistory: true})).resolves.toEqual(['unsupported']),
    expect(copy('staging', {skipReleases: true})).resolves.toEqual(['unsupported']),
    expect(copy('production', {})).resolves.toEqual(['alreadyExists']),
  ])
})

test('a governed copy is deleted on the machine itself, never what readers are served from', async () => {
  await copied('staging')
  await house.lake.deleteDataset('staging')
  expect(house.lake.datasets().map(({name}) => name)).toEqual(['production'])
  expect(await refusalOf(house.lake.deleteDataset('production'))).toEqual(['unsupported'])
})

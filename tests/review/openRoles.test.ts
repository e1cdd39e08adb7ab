import {afterEach, beforeEach, expect, test} from 'vitest'
import {aclOf} from '../../lake/grants.ts'
import {openReviewedLake, refusalOf, type ReviewedLake} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  house.lake.createDataset({name: 'sandbox', policy: 'open', aclMode: 'private'})
})
afterEach(() => house.close())

const record = {create: {_id: 'review-page', _type: 'review', live: true}}

test('an administrator brings a record into an open dataset, and into no governed one', async () => {
  const {lake, people, dataset} = house
  const sandbox = lake.dataset('sandbox')
  await sandbox.mutate(people.administrator, {mutations: [record]})
  expect(sandbox.store.document('review-page')).toMatchObject({live: true})
  expect(await refusalOf(dataset.mutate(people.administrator, {mutations: [record]}))).toEqual([
    'insufficientPermissions',
  ])
})

test('nobody else does', async () => {
  const {lake, people, robot} = house
  for (const who of [people.editor, people.therapist, people.registrar, people.viewer, robot]) {
    expect(await refusalOf(lake.dataset('sandbox').mutate(who, {mutations: [record]}))).toEqual([
      'insufficientPermissions',
    ])
  }
})

test('reading is granted alike, with a guard and without', () => {
  const {lake, people, dataset} = house
  for (const who of Object.values(people)) {
    const reading = (name: string) =>
      aclOf(lake.dataset(name).roles, who).filter(({permissions}) => permissions.includes('read'))
    if (who === people.administrator) continue
    expect(reading('sandbox')).toEqual(reading(dataset.name))
  }
})

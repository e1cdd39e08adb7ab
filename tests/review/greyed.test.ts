import {evaluateSync, parse} from 'groq-js'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Actor, actorId, type Grant} from '../../lake/actor.ts'
import {aclOf} from '../../lake/grants.ts'
import {
  article,
  openReviewedLake,
  type PersonName,
  refusalOf,
  type ReviewedLake,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

beforeAll(async () => {
  house = await openReviewedLake()
})
afterAll(() => house.close())

const people: readonly PersonName[] = [
  'administrator',
  'registrar',
  'editor',
  'therapist',
  'viewer',
]

/** One of each kind that the roles tell apart, each in the bundles that the Studio writes. */
const documents = [
  article('drafts.greyed'),
  {_id: 'drafts.person-greyed', _type: 'person', name: 'Grey'},
  {_id: 'person-greyed', _type: 'person', name: 'Grey'},
  {_id: 'drafts.note', _type: 'note', title: 'Grey'},
  {_id: 'note', _type: 'note', title: 'Grey'},
  {_id: 'versions.r.note', _type: 'note', title: 'Grey'},
  {_id: 'comment', _type: 'comment', message: 'Grey'},
  {_id: 'review-greyed', _type: 'review', live: false},
  {_id: 'drafts.credential.greyed', _type: 'reviewerCredential', number: 'G-1'},
]

/** As the Studio judges: any grant that names the permission and matches the document. */
function greyed(acl: readonly Grant[], who: Actor, document: object): boolean {
  return !acl.some(
    ({filter, permissions}) =>
      permissions.includes('create') &&
      (
        evaluateSync(parse(`*[${filter}]`), {dataset: [document], identity: actorId(who)})
          .data as unknown as readonly unknown[]
      ).length > 0,
  )
}

describe.each(people)('what the Studio greys out for the %s is what the lake refuses', (name) => {
  test.each(documents.map((document) => [document._id, document] as const))(
    '%s',
    async (_id, document) => {
      const {dataset} = house
      const who = house.people[name]
      const codes = await refusalOf(
        dataset.mutate(who, {mutations: [{create: document}], dryRun: true}),
      )
      expect(codes.includes('insufficientPermissions')).toBe(
        greyed(aclOf(dataset.roles, who), who, document),
      )
    },
  )
})

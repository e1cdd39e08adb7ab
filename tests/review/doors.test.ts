import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type JsonObject} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {
  article,
  openReviewedLake,
  password,
  publishAction,
  type ReviewedLake,
  signOff,
  unsignedPages,
} from '../support/reviewedLake.ts'

let house: ReviewedLake

async function openHouse(): Promise<void> {
  house = await openReviewedLake()
  const {dataset, people} = house
  await dataset.mutate(people.editor, {
    mutations: [
      {create: article('drafts.unsigned', 'Nobody has read this')},
      {create: article('drafts.live')},
      {create: article('drafts.signed')},
    ],
  })
  await signOff(house, people.therapist, 'live')
  await dataset.act(people.editor, {actions: [publishAction('live')]})
  await signOff(house, people.therapist, 'signed')
}

const body = (id: string, type = 'article'): JsonObject => ({
  _id: id,
  _type: type,
  title: 'Cures everything',
})

interface Attack {
  readonly name: string
  readonly mutations?: readonly JsonObject[]
  readonly actions?: readonly JsonObject[]
}

/** Ways to put unsigned words in front of readers. Every one is tried by everybody who may write. */
const attacks: readonly Attack[] = [
  {name: 'create a published page', mutations: [{create: body('new')}]},
  {
    name: 'create one without naming an id',
    mutations: [{create: {_type: 'article', title: 'Cures'}}],
  },
  {name: 'create a page on a dotted path', mutations: [{create: body('hidden.new')}]},
  {name: 'create a technique', mutations: [{create: body('new', 'technique')}]},
  {name: 'create an FAQ entry', mutations: [{createIfNotExists: body('new', 'faqEntry')}]},
  {name: 'replace a live page', mutations: [{createOrReplace: body('live')}]},
  {name: 'patch a live page', mutations: [{patch: {id: 'live', set: {title: 'Cures everything'}}}]},
  {
    name: 'add a hidden field to a live page',
    mutations: [{patch: {id: 'live', set: {__hidden: 'cure'}}}],
  },
  {
    name: 'patch live pages by query',
    mutations: [{patch: {query: '*[_type == "article" && _id == "live"]', set: {title: 'Cures'}}}],
  },
  {name: 'delete and recreate', mutations: [{delete: {id: 'live'}}, {create: body('live')}]},
  {
    name: 'turn a shared document into a page',
    mutations: [
      {create: {_id: 'note', _type: 'note', title: 'Cures'}},
      {patch: {id: 'note', set: {_type: 'article'}}},
    ],
  },
  {
    name: 'hide the change among harmless ones',
    mutations: [
      {create: {_id: 'n1', _type: 'note'}},
      {patch: {id: 'live', set: {title: 'Cures'}}},
      {create: {_id: 'n2', _type: 'note'}},
    ],
  },
  {
    name: 'copy a draft over the live page and delete the draft',
    mutations: [{createOrReplace: body('unsigned')}, {delete: {id: 'drafts.unsigned'}}],
  },
  {name: 'publish an unsigned draft', actions: [publishAction('unsigned')]},
  {
    name: 'publish one document under the id of another',
    actions: [
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.unsigned',
        publishedId: 'live',
      },
    ],
  },
  {
    name: 'publish a signed draft under another id',
    actions: [
      {
        actionType: 'sanity.action.document.publish',
        draftId: 'drafts.signed',
        publishedId: 'elsewhere',
      },
    ],
  },
  {
    name: 'edit a signed draft and publish in one request',
    actions: [
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'drafts.signed',
        publishedId: 'signed',
        patch: {set: {title: 'Cures'}},
      },
      publishAction('signed'),
    ],
  },
  {
    name: 'edit with the published id as the draft',
    actions: [
      {
        actionType: 'sanity.action.document.edit',
        draftId: 'live',
        publishedId: 'live',
        patch: {set: {title: 'Cures'}},
      },
    ],
  },
  {
    name: 'create a published page by action',
    actions: [
      {
        actionType: 'sanity.action.document.create',
        publishedId: 'new',
        attributes: {_id: 'new', _type: 'article', title: 'Cures'},
      },
    ],
  },
  {
    name: 'publish through a release',
    actions: [{actionType: 'sanity.action.release.publish', releaseId: 'r1'}],
  },
  {
    name: 'an action that nobody knows',
    actions: [{actionType: 'sanity.action.document.forcePublish', publishedId: 'unsigned'}],
  },
  {
    name: 'forge the public record',
    mutations: [{createOrReplace: {_id: 'review-unsigned', _type: 'review', stage: 'signed'}}],
  },
  {
    name: 'forge a record under another id',
    mutations: [{create: {_id: 'mine', _type: 'review', stage: 'signed'}}],
  },
  {name: 'delete the public record', mutations: [{delete: {id: 'review-live'}}]},
  {
    name: 'sign without a credential',
    actions: [
      {
        actionType: 'review.action.signOff',
        publishedId: 'unsigned',
        digest: 'x',
        closureDigest: 'x',
        attestation: 'x',
        conflictOfInterest: 'none',
        password,
      },
    ],
  },
]

function stateOf({dataset}: ReviewedLake): string {
  return JSON.stringify([...dataset.store.documents()])
}

const writers: readonly (readonly [string, (house: ReviewedLake) => Actor])[] = [
  ['an editor', ({people}) => people.editor],
  ['an administrator', ({people}) => people.administrator],
  ['a reviewer without a credential', ({people}) => people.uncredentialed],
  ['a robot token', ({robot}) => robot],
  ['the command line', ({operator}) => operator],
]

describe.each(writers)('%s cannot', (_name, actorOf) => {
  // One house for all: each attack must leave it as it was.
  beforeAll(openHouse)
  afterAll(() => house.close())

  test.each(attacks)('$name', async ({mutations, actions}) => {
    const actor = actorOf(house)
    const before = stateOf(house)
    const attempt =
      mutations === undefined
        ? house.dataset.act(actor, {actions})
        : house.dataset.mutate(actor, {mutations})
    await expect(attempt).rejects.toBeInstanceOf(LakeError)
    expect(stateOf(house)).toBe(before)
    expect(unsignedPages(house)).toEqual([])
  })
})

describe('the sign-off', () => {
  beforeEach(openHouse)
  afterEach(() => house.close())

  test('a refusal is recorded with its reasons', async () => {
    const {dataset, people} = house
    await expect(
      dataset.act(people.editor, {actions: [publishAction('unsigned')]}),
    ).rejects.toThrow()
    const last = dataset.store.ledger('unsigned').at(-1)
    expect({kind: last?.kind, actor: last?.actor, body: last?.body}).toEqual({
      kind: 'refused',
      actor: people.editor.userId,
      body: {door: 'sanity.action.document.publish', codes: ['signOffMissing']},
    })
  })

  test('a flood of refusals is bounded on record, and counted whole', async () => {
    const {dataset, people, clock} = house
    for (let attempt = 0; attempt < 100; attempt += 1) {
      await dataset.act(people.editor, {actions: [publishAction('unsigned')]}).catch(() => {})
    }
    clock.time = '2026-06-01T12:01:00.000Z'
    dataset.tick()
    expect(dataset.store.ledger('unsigned').length).toBeLessThan(50)
    expect(dataset.store.ledger('unsigned').at(-1)).toMatchObject({
      kind: 'refused',
      actor: people.editor.userId,
      body: {door: 'sanity.action.document.publish', codes: ['signOffMissing'], times: 80},
    })
    const {refusals30} = dataset.read(people.registrar, 'dashboard', 'all') as JsonObject
    expect(refusals30).toEqual([{code: 'signOffMissing', count: 100}])
  })

  test('signed words go live, and the record says so', async () => {
    const {dataset, people} = house
    await dataset.act(people.editor, {actions: [publishAction('signed')]})
    expect(dataset.store.document('signed')?.['title']).toBe('A calm evening')
    expect(dataset.store.document('review-signed')).toMatchObject({
      stage: 'published',
      live: true,
      blockers: [],
    })
    expect(dataset.store.ledger('signed').map(({kind}) => kind)).toEqual(['signedOff', 'published'])
  })

  test('words that changed and changed back need a new signature', async () => {
    const {dataset, people} = house
    const edit = (title: string) =>
      dataset.mutate(people.editor, {mutations: [{patch: {id: 'drafts.signed', set: {title}}}]})
    await edit('Other words')
    await edit('A calm evening')
    await expect(dataset.act(people.editor, {actions: [publishAction('signed')]})).rejects.toThrow()
    expect(unsignedPages(house)).toEqual([])
  })

  test('nobody signs words that they wrote', async () => {
    const {dataset, people} = house
    await dataset.mutate(people.therapist, {
      mutations: [{patch: {id: 'drafts.unsigned', set: {summary: 'My words'}}}],
    })
    const error = await signOff(house, people.therapist, 'unsigned').catch(
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(LakeError)
    const denials = (error as LakeError).details['denials'] as unknown as readonly {code: string}[]
    expect(denials.map(({code}) => code)).toEqual(['wroteTheWords'])
  })

  test('an edit after the reviewer looked makes the signature stale', async () => {
    const {dataset, people} = house
    const shown = dataset.read(people.therapist, 'review', 'unsigned') as JsonObject
    await dataset.mutate(people.editor, {
      mutations: [{patch: {id: 'drafts.unsigned', set: {title: 'New'}}}],
    })
    const error = await signOff(house, people.therapist, 'unsigned', {
      digest: shown['digest'],
    }).catch((reason: unknown) => reason)
    expect((error as LakeError).code).toBe('stale')
  })

  test('a wrong password signs nothing', async () => {
    const attempt = signOff(house, house.people.therapist, 'unsigned', {
      password: 'not the password',
    })
    await expect(attempt).rejects.toThrow()
    expect(house.dataset.store.ledger('unsigned').map(({kind}) => kind)).toEqual(['refused'])
  })

  test('a credential that lapsed after signing publishes nothing, and the clock cannot be set back', async () => {
    const {dataset, people, clock} = house
    clock.time = '2027-01-03T00:00:00.000Z'
    await expect(dataset.act(people.editor, {actions: [publishAction('signed')]})).rejects.toThrow()
    clock.time = '2026-06-02T00:00:00.000Z'
    await expect(dataset.act(people.editor, {actions: [publishAction('signed')]})).rejects.toThrow()
  })

  test('an edited credential is pending until it is verified again', async () => {
    const {dataset, people, operator} = house
    await dataset.mutate(operator, {
      mutations: [{patch: {id: 'credential.therapist', set: {expires: '2040-01-01'}}}],
    })
    await expect(dataset.act(people.editor, {actions: [publishAction('signed')]})).rejects.toThrow()
  })

  describe('a shared document', () => {
    beforeEach(async () => {
      const {dataset, people} = house
      await dataset.mutate(people.editor, {
        mutations: [
          {create: {_id: 'disclaimer', _type: 'disclaimer', text: 'Ask a clinician.'}},
          {
            create: {
              ...article('drafts.page'),
              disclaimer: {_type: 'reference', _ref: 'disclaimer'},
            },
          },
        ],
      })
      await signOff(house, people.therapist, 'page')
      await dataset.act(people.editor, {actions: [publishAction('page')]})
    })

    test('that a live page renders does not change under its sign-off', async () => {
      const {dataset, people} = house
      const change = {patch: {id: 'disclaimer', set: {text: 'No need to ask.'}}}
      const error = await dataset
        .mutate(people.editor, {mutations: [change]})
        .catch((reason: unknown) => reason)
      const denials = (error as LakeError).details['denials'] as unknown as readonly JsonObject[]
      expect(denials.map(({code}) => code)).toEqual(['pagesNeedSignOff'])
      expect(String(denials[0]?.['message'])).toContain('page')
      expect(unsignedPages(house)).toEqual([])
    })

    test('that only a draft renders changes freely', async () => {
      const {dataset, people} = house
      await dataset.mutate(people.editor, {
        mutations: [{create: {_id: 'term', _type: 'glossaryTerm', term: 'Sleep'}}],
      })
      await dataset.mutate(people.editor, {
        mutations: [
          {patch: {id: 'drafts.unsigned', set: {term: {_type: 'reference', _ref: 'term'}}}},
        ],
      })
      await dataset.mutate(people.editor, {mutations: [{patch: {id: 'term', set: {term: 'Rest'}}}]})
      expect(dataset.store.document('term')?.['term']).toBe('Rest')
    })
  })

  test('taking a page down is always possible, and recorded', async () => {
    const {dataset, people} = house
    await dataset.act(people.editor, {
      actions: [
        {
          actionType: 'review.action.withdraw',
          publishedId: 'live',
          reason: 'A reader reported harm.',
        },
      ],
    })
    expect(dataset.store.document('live')).toBeNull()
    expect(dataset.store.document('drafts.live')?.['title']).toBe('A calm evening')
    expect(dataset.store.ledger('live').map(({kind}) => kind)).toEqual([
      'signedOff',
      'published',
      'withdrawn',
      'voided',
    ])
  })

  test('revoking the sign-off of a live page takes it down in the same transaction', async () => {
    const {dataset, people} = house
    await dataset.act(people.therapist, {
      actions: [{actionType: 'review.action.revoke', publishedId: 'live', reason: 'I was wrong.'}],
    })
    expect(dataset.store.document('live')).toBeNull()
    expect(unsignedPages(house)).toEqual([])
  })
})

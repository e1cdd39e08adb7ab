import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {type JsonObject} from '../../lake/document.ts'
import {createApp} from '../../lake/http/app.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {factsOf} from '../../plugins/review-workflow/lake/facts.ts'
import {standsSigned} from '../../plugins/review-workflow/policy/index.ts'
import {into} from '../support/followers.ts'
import {
  article,
  command,
  openReviewedLake,
  type Person,
  projectionOf,
  publishAction,
  refusalOf,
  type ReviewedLake,
  signOff,
  verify,
} from '../support/reviewedLake.ts'
import {until} from '../support/wire.ts'

let house: ReviewedLake

beforeEach(async () => {
  house = await openReviewedLake()
  await write(house.people.editor, {create: article('drafts.page')})
})
afterEach(() => house.close())

const write = (who: Person, ...mutations: readonly JsonObject[]) =>
  house.dataset.mutate(who, {mutations})

const publish = (id = 'page') =>
  house.dataset.act(house.people.editor, {actions: [publishAction(id)]})

const live = async () => {
  await signOff(house, house.people.therapist, 'page')
  await publish()
}

const isSigned = (id: string) =>
  standsSigned(factsOf(house.dataset.view(house.operator), house.operator, id))

const served = (id: string) => house.dataset.store.document(id)

const disclaimer = (id: string, text: string) => ({_id: id, _type: 'disclaimer', text})

/** The page as it goes in front of readers with a disclaimer that it shows. */
const liveWithDisclaimer = async () => {
  const {people} = house
  await write(people.editor, {create: disclaimer('disclaimer', 'Ask a clinician.')})
  await write(people.editor, {patch: {id: 'drafts.page', set: {shown}}})
  await live()
}

const shown = {_type: 'reference', _ref: 'disclaimer', _weak: true}

/** Other words of the disclaimer, and a request to sign the page as it will be with them. */
const askAboutDisclaimer = async () => {
  const {people} = house
  await write(people.editor, {create: disclaimer('drafts.disclaimer', 'No need to ask.')})
  await command(house, people.editor, 'submit', 'page', {shared: ['disclaimer']})
}

describe('words beside the signed ones', () => {
  test('do not hide in a wish for a strong reference', async () => {
    const {people} = house
    const reference = {_type: 'reference', _ref: 'person-editor'}
    await write(people.editor, {patch: {id: 'drafts.page', set: {reference}}})
    await signOff(house, people.therapist, 'page')
    const wish = {...reference, _weak: 'Cures', _strengthenOnPublish: {type: 'Cures everything'}}
    const page = {...article('page'), reference: wish}
    const codes = await refusalOf(write(people.editor, {createOrReplace: page}))
    expect({codes, page: served('page')}).toEqual({codes: ['signOffMissing'], page: null})
  })

  test('do not hide in what the lake stamps', async () => {
    const {people} = house
    const stamps = {_createdAt: 'Massage cures cancer 1', _system: {note: 'Cures everything'}}
    await write(people.editor, {createOrReplace: {...article('drafts.other'), ...stamps}})
    await signOff(house, people.therapist, 'other')
    await publish('other')
    await write(people.editor, {patch: {id: 'other', set: stamps}})
    const {_rev, ...stored} = served('other') ?? {_rev: ''}
    expect(stored).toEqual({
      ...article('other'),
      _createdAt: new Date('Massage cures cancer 1').toISOString(),
      _updatedAt: house.clock.time,
    })
  })

  test('do not pass by in the mutations that a listener without a token gets', async () => {
    await live()
    const events: ListenEvent[] = []
    const query = {query: '*[_id == "page"]'}
    house.dataset.listen({kind: 'anonymous'}, query, into(events))
    await write(
      house.people.editor,
      {patch: {id: 'page', set: {title: 'Cures everything'}}},
      {patch: {id: 'page', set: {title: 'A calm evening', x: 'Cures'}, unset: ['x']}},
    )
    await until('the event', () => events.length > 0)
    expect(events.map(({mutations}) => mutations)).toEqual([[{createOrReplace: served('page')}]])
  })

  test('do not come in as the bytes of an asset that was described before it was there', async () => {
    const id = 'file-0123456789012345678901234567890123456789-txt'
    const asset = {_id: id, _type: 'sanity.fileAsset', sha256hash: 'forged'}
    await write(house.people.editor, {create: asset})
    const upload = house.dataset.putAsset(house.people.editor, {...asset, sha256hash: 'real'})
    expect(await refusalOf(upload)).toEqual(['alreadyExists'])
  })
})

describe('what a page renders', () => {
  const withReference = async (reference: JsonObject) => {
    await write(house.people.editor, {patch: {id: 'drafts.page', set: {reference}}})
    await live()
  }

  test('counts by a reference that pretends to lead elsewhere', async () => {
    const {people} = house
    await write(people.editor, {create: {_id: 'note', _type: 'note', text: 'Ask a clinician.'}})
    await withReference({_type: 'reference', _ref: 'note', _dataset: 'elsewhere'})
    const change = {patch: {id: 'note', set: {text: 'No need to ask.'}}}
    expect(await refusalOf(write(people.editor, change))).toEqual(['pagesNeedSignOff'])
  })

  test('counts when it appears later', async () => {
    await withReference({_type: 'reference', _ref: 'later', _weak: true})
    const later = {create: {_id: 'later', _type: 'note', text: 'Cures everything'}}
    expect(await refusalOf(write(house.people.editor, later))).toEqual(['pagesNeedSignOff'])
  })

  test('counts through a chain', async () => {
    const {people} = house
    const end = {_id: 'end', _type: 'note', text: 'Ask a clinician.'}
    const middle = {_id: 'middle', _type: 'note', next: {_type: 'reference', _ref: 'end'}}
    await write(people.editor, {create: end}, {create: middle})
    await withReference({_type: 'reference', _ref: 'middle'})
    const change = {patch: {id: 'end', set: {text: 'No need to ask.'}}}
    expect(await refusalOf(write(people.editor, change))).toEqual(['pagesNeedSignOff'])
  })

  test('is nothing that readers cannot see: a draft changes under no page', async () => {
    const {people} = house
    await write(people.editor, {create: {_id: 'drafts.note', _type: 'note', text: 'One'}})
    await withReference({_type: 'reference', _ref: 'drafts.note'})
    await write(people.editor, {patch: {id: 'drafts.note', set: {text: 'Two'}}})
    expect(isSigned('page')).toBe(true)
  })

  test('is no record of another review, which the server rewrites', async () => {
    const {dataset, people} = house
    await write(people.editor, {create: article('drafts.other')})
    await withReference({_type: 'reference', _ref: 'review-other', _weak: true})
    const submit = {actionType: 'review.action.submit', publishedId: 'other'}
    await dataset.act(people.editor, {actions: [submit]})
    expect(isSigned('page')).toBe(true)
  })

  test('does not go by way of a check of something else, and of a draft that shows less', async () => {
    const {people} = house
    const retraction = {_type: 'retractionCheck', status: 'noneFound', checkedOn: '2026-05-30'}
    await write(people.editor, {create: {_id: 'trial', _type: 'researchCitation', retraction}})
    const source = {_type: 'reference', _ref: 'trial'}
    await write(people.editor, {patch: {id: 'drafts.page', set: {source}}})
    await liveWithDisclaimer()
    await write(people.editor, {create: {...article('drafts.page'), source, shown}})
    await write(
      people.editor,
      {patch: {id: 'drafts.page', unset: ['shown']}},
      {patch: {id: 'trial', set: {'retraction.checkedOn': '2026-06-01'}}},
    )
    const codes = await refusalOf(write(people.editor, {delete: {id: 'disclaimer'}}))
    expect(codes).toEqual(['pagesNeedSignOff'])
  })

  test('does not change on a credential that was suspended after the signature', async () => {
    const {people} = house
    await liveWithDisclaimer()
    await askAboutDisclaimer()
    await signOff(house, people.sleep, 'page', {shared: ['disclaimer']})
    const reason = 'The board told us.'
    await command(house, people.registrar, 'suspendCredential', 'credential.sleep', {reason})
    expect(await refusalOf(publish('disclaimer'))).toEqual(['pagesNeedSignOff'])
  })

  test('does not change into a page or out of one unsigned', async () => {
    const {people} = house
    await write(people.editor, {create: {_id: 'note', _type: 'note', text: 'Cures'}})
    await withReference({_type: 'reference', _ref: 'note'})
    const change = {patch: {id: 'note', set: {_type: 'faqEntry'}}}
    const codes = await refusalOf(write(people.editor, change))
    expect(codes).toEqual(['signOffMissing', 'pagesNeedSignOff'])
  })
})

describe('own words', () => {
  test('are not signed by way of a version that waited', async () => {
    const {people} = house
    const words = article('versions.r1.page', 'My own words')
    await write(people.sleep, {create: words})
    await live()
    await write(people.editor, {create: {...words, _id: 'drafts.page'}})
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['wroteTheWords'])
  })

  test('are not signed after a second signature of the live words in between', async () => {
    const {dataset, people} = house
    await live()
    await write(people.sleep, {create: article('drafts.page', 'My own words')})
    await write(people.editor, {delete: {id: 'drafts.page'}})
    await signOff(house, people.therapist, 'page')
    await write(people.editor, {create: article('drafts.page', 'My own words')})
    expect(dataset.store.ledger('page').map(({kind}) => kind)).toEqual([
      'signedOff',
      'published',
      'signedOff',
    ])
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['wroteTheWords'])
  })

  test('are not signed after what the page shows was changed and signed in between', async () => {
    const {people} = house
    await liveWithDisclaimer()
    const own = {...article('drafts.page', 'My own words'), shown}
    await write(people.sleep, {create: own})
    await write(people.editor, {delete: {id: 'drafts.page'}})
    await askAboutDisclaimer()
    await signOff(house, people.therapist, 'page', {shared: ['disclaimer']})
    await publish('disclaimer')
    await write(people.editor, {create: own})
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['wroteTheWords'])
  })

  test('are not signed by showing them on a page that was signed without them', async () => {
    const {people} = house
    const author: Person = {...people.sleep, roles: ['editor']}
    await write(author, {create: disclaimer('disclaimer', 'My own words')})
    await live()
    await write(people.editor, {create: {...article('drafts.page'), shown}})
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['wroteTheWords'])
  })

  test('are not signed by the same person through a second account', async () => {
    const {people} = house
    const other = {...people.sleep, userId: 'user-other'}
    const account = await house.lake.accounts.add({
      email: 'second@example.org',
      name: 'Second',
      role: 'editor',
      password: 'another long password',
      personId: people.sleep.personId,
    })
    const second: Person = {...other, userId: account.id, roles: ['editor']}
    await write(second, {patch: {id: 'drafts.page', set: {title: 'Mine'}}})
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['wroteTheWords'])
  })

  test('are not hidden by a prefix in the id that is signed', async () => {
    const {people} = house
    const fields = {publishedId: 'drafts.page'}
    expect(await refusalOf(signOff(house, people.therapist, 'page', fields))).toEqual([
      'malformedRequest',
    ])
  })
})

test('a sign-off does not come back after its words have left draft and release', async () => {
  const {people} = house
  await signOff(house, people.therapist, 'page')
  await write(people.editor, {create: article('versions.r1.page')})
  await write(people.editor, {patch: {id: 'drafts.page', set: {title: 'Other words'}}})
  await write(people.editor, {patch: {id: 'versions.r1.page', set: {title: 'Other words'}}})
  await write(people.editor, {patch: {id: 'drafts.page', set: {title: 'A calm evening'}}})
  expect(await refusalOf(publish())).toEqual(['signOffMissing', 'signOffUnusable'])
})

describe('a draft of another type', () => {
  const disguise = async (id: string) => {
    await write(house.people.sleep, {createOrReplace: {_id: `drafts.${id}`, _type: 'note'}})
  }

  test('does not hide the record of a live page, or keep the page up', async () => {
    const {people} = house
    await live()
    await write(people.sleep, {create: article('drafts.page', 'Other words')})
    await disguise('page')
    expect(projectionOf(house, 'page')).toMatchObject({live: true, stage: 'published'})
    await command(house, people.editor, 'withdraw', 'page', {reason: 'A reader reported harm.'})
    expect(served('page')).toBeNull()
  })

  test('does not keep a credential from being suspended, or its pages from the news', async () => {
    const {people} = house
    await live()
    await disguise('page')
    await disguise('credential.therapist')
    const reason = 'The board told us.'
    await command(house, people.registrar, 'suspendCredential', 'credential.therapist', {reason})
    expect(projectionOf(house, 'page')['marks']).toMatchObject([{trigger: 'credentialSuspended'}])
  })

  test('does not go live in place of the words that were scheduled', async () => {
    const {dataset, people, clock} = house
    await live()
    await write(people.editor, {create: article('drafts.page', 'Other words')})
    await signOff(house, people.therapist, 'page')
    await command(house, people.editor, 'schedule', 'page', {at: '2026-06-02T08:00:00Z'})
    await disguise('page')
    clock.time = '2026-06-02T08:00:01.000Z'
    dataset.tick()
    expect(served('page')).toMatchObject({_type: 'article', title: 'A calm evening'})
    expect(dataset.store.ledger('page').at(-1)).toMatchObject({
      kind: 'scheduleFailed',
      body: {codes: ['contentChanged']},
    })
  })
})

describe('publishing the same words again', () => {
  const again = () => write(house.people.editor, {createOrReplace: article('page')})

  test('does not bring back who stepped back', async () => {
    const {people} = house
    await live()
    await write(people.editor, {create: article('drafts.page', 'Other words')})
    await command(house, people.sleep, 'recuse', 'page', {reason: 'I sell this service.'})
    await again()
    expect(await refusalOf(signOff(house, people.sleep, 'page'))).toEqual(['recused'])
  })

  test('does not take away the mark of a review that is overdue', async () => {
    const {dataset, people, operator, clock} = house
    await live()
    clock.time = '2028-10-02T00:00:00.000Z'
    dataset.tick()
    const set = {expires: '2030-01-01'}
    await dataset.mutate(operator, {mutations: [{patch: {id: 'credential.therapist', set}}]})
    await verify({dataset, people}, 'credential.therapist', '2028-10-01')
    const marks = [{trigger: 'reviewOverdue', consequence: 'mark'}]
    expect(projectionOf(house, 'page')['marks']).toMatchObject(marks)
    await again()
    expect(projectionOf(house, 'page')['marks']).toMatchObject(marks)
  })
})

describe('a number that is another’s', () => {
  test.each(['US-TX', 'GB', undefined])(
    'is found in %s, where the body keeps one list',
    async (jurisdiction) => {
      const {dataset, people, operator} = house
      const {jurisdiction: _, ...first}: JsonObject = served('credential.therapist') ?? {}
      const holder = {_type: 'reference', _ref: 'person-uncredentialed'}
      const place = jurisdiction === undefined ? {} : {jurisdiction}
      const second = {
        ...first,
        ...place,
        _id: 'credential.second',
        _type: 'reviewerCredential',
        holder,
      }
      await dataset.mutate(operator, {mutations: [{create: second}]})
      expect(await refusalOf(verify({dataset, people}, 'credential.second', '2026-06-01'))).toEqual(
        ['credentialUnusable'],
      )
    },
  )
})

describe('what is private', () => {
  test('is not told of a credential whose document is gone', async () => {
    const {dataset, people} = house
    const reason = 'The board told us.'
    await command(house, people.registrar, 'suspendCredential', 'credential.sleep', {reason})
    // No commit takes it away any more; an older folder may have done.
    dataset.store.remove('credential.sleep')
    const events = (who: Person) =>
      (dataset.read(who, 'record', 'credential.sleep') as {events: readonly JsonObject[]}).events
    expect(events(people.registrar).map(({kind}) => kind)).toEqual([
      'credentialVerified',
      'credentialSuspended',
    ])
    expect(events(people.viewer)).toEqual([])
  })

  test.each([
    [
      'a mutation',
      (patch: JsonObject) => house.dataset.mutate(house.people.viewer, {mutations: [{patch}]}),
    ],
    [
      'an action',
      ({id, ...patch}: JsonObject) =>
        house.dataset.act(house.people.viewer, {
          actions: [
            {
              actionType: 'sanity.action.document.edit',
              draftId: `drafts.${String(id)}`,
              publishedId: id,
              patch,
            },
          ],
        }),
    ],
  ])('is not guessed by how the patch of %s fails', async (_, tried) => {
    const guesses = ['TEST-sleep', 'TEST-other'].map((number) => ({
      id: 'credential.sleep',
      set: {[`[number=="${number}"].constructor`]: 1},
    }))
    const answers = await Promise.all(guesses.map((patch) => refusalOf(tried(patch))))
    expect(answers).toEqual([['insufficientPermissions'], ['insufficientPermissions']])
  })

  test('is what people tell each other, wherever they put it', async () => {
    const {dataset, people} = house
    const talk = ['comment', 'tasks.task'].map((_type) => ({
      create: {_id: `said-${_type.length}`, _type},
    }))
    await write(people.therapist, ...talk)
    const query = '*[_id match "said-*"]._id'
    const seenBy = async (who: Parameters<typeof dataset.query>[0]) =>
      (await dataset.query(who, {query})).result
    expect(await seenBy({kind: 'anonymous'})).toEqual([])
    expect(await seenBy(people.viewer)).toEqual(['said-10', 'said-7'])
  })

  test('is not handed out by a mutation that changes nothing', async () => {
    const {dataset, people} = house
    const probe = {createIfNotExists: {_id: 'credential.sleep', _type: 'note'}}
    const {results} = await dataset.mutate(people.viewer, {mutations: [probe], dryRun: true})
    expect(results).toEqual([{id: 'credential.sleep', operation: 'none', document: null}])
  })

  test('is not told as the facts of a review', () => {
    const {dataset, people} = house
    expect(() => dataset.read(people.viewer, 'review', 'credential.sleep')).toThrow(
      'Your account may not read "credential.sleep".',
    )
  })
})

describe('one request', () => {
  const loop = '[1,2,3,4,5,6,7,8,9]'
  const endless = (depth: number): string =>
    depth === 0 ? 'true' : `count(${loop}[${endless(depth - 1)}]) > 0`

  test('cannot hold up the lake with a listener', async () => {
    const ended: string[] = []
    const follower = {send: () => {}, end: ({code}: {code: string}) => void ended.push(code)}
    house.dataset.listen({kind: 'anonymous'}, {query: `*[${endless(12)}]`}, follower)
    await live()
    expect(served('page')).not.toBeNull()
    await until('the end of it', () => ended.length > 0, 20_000)
    expect(ended).toEqual(['queryTimeout'])
  }, 30_000)

  test('cannot hold up the lake with a mutation by query', async () => {
    const {people} = house
    const query = `*[${endless(12)}]`
    expect(await refusalOf(write(people.viewer, {delete: {query}}))).toEqual(['queryTimeout'])
  })

  test('cannot hold up the lake with a patch of many paths', async () => {
    const {editor} = house.people
    const steps = Array.from({length: 60_000}, (_, index) => ({_key: `k${index}`}))
    await write(editor, {create: {_id: 'drafts.long', _type: 'note', steps}})
    const set = Object.fromEntries(
      steps.slice(0, 5_000).map(({_key}) => [`steps[_key=="${_key}"].a`, 1]),
    )
    expect(await refusalOf(write(editor, {patch: {id: 'drafts.long', set}}))).toEqual(['tooLarge'])
  }, 30_000)

  test('cannot hold up the lake with a document that is compared with what it was', async () => {
    const {editor} = house.people
    const nested = (depth: number, value: number): JsonObject => ({
      _key: 'a',
      in: depth === 0 ? [...Array<number>(100_000).keys(), value] : [nested(depth - 1, value)],
    })
    const words = (value: number) => ({_id: 'drafts.deep', _type: 'note', in: [nested(30, value)]})
    await write(editor, {create: words(1)})
    const started = performance.now()
    await write(editor, {createOrReplace: words(2)})
    expect(performance.now() - started).toBeLessThan(4_000)
    expect(house.dataset.store.document('drafts.deep')).toMatchObject(words(2))
  }, 30_000)

  test.each([Array(900).fill('a').join('.'), 'constructor.prototype.title'])(
    'makes no field by a path that a value could not have: %s',
    async (path) => {
      const patch = {id: 'drafts.page', set: {[path]: 1}}
      expect(await refusalOf(write(house.people.editor, {patch}))).toEqual(['malformedRequest'])
    },
  )

  test('writes no book into the ledger by being refused', async () => {
    const {dataset, people} = house
    const action = {actionType: 'x'.repeat(9_000), publishedId: 'y'.repeat(9_000)}
    expect(await refusalOf(dataset.act(people.viewer, {actions: [action]}))).toEqual([
      'unsupported',
    ])
    expect([...dataset.store.wholeLedger()].at(-1)).toMatchObject({
      kind: 'refused',
      subject: 'y'.repeat(128),
      body: {door: 'x'.repeat(128), codes: ['unsupported']},
    })
  })

  test('writes no book into the ledger of a refusal, and hides no page behind another one', async () => {
    const {dataset, people} = house
    const pages = ['decoy', 'other'].map((id) => ({create: article(id, 'Nobody read this')}))
    const attempt = write(people.editor, ...pages)
    expect(await refusalOf(attempt)).toEqual(['signOffMissing', 'signOffMissing'])
    const recorded = ['decoy', 'other'].map((id) => dataset.store.ledger(id).map(({body}) => body))
    expect(recorded).toEqual(Array(2).fill([{door: 'mutate', codes: ['signOffMissing']}]))
  })

  test('writes no book into the ledger as the ids that it is about', async () => {
    const {people} = house
    const submit = (shared: readonly string[]) =>
      refusalOf(command(house, people.editor, 'submit', 'page', {shared}))
    expect(await submit(['x'.repeat(129)])).toEqual(['malformedRequest'])
    expect(await submit(Array(51).fill('disclaimer'))).toEqual(['malformedRequest'])
  })

  test('asks for no more than a hundred actions', async () => {
    const {dataset, people} = house
    const remark = {text: 'One of many', blocking: false}
    const comment = {actionType: 'review.action.comment', publishedId: 'page', ...remark}
    const actions = Array(101).fill(comment)
    expect(await refusalOf(dataset.act(people.editor, {actions}))).toEqual(['tooLarge'])
  })

  test.each(['constructor', 'toString', '__proto__'])('names no action %s', async (actionType) => {
    const {dataset, people} = house
    const act = dataset.act(people.editor, {actions: [{actionType, publishedId: 'page'}]})
    expect(await refusalOf(act)).toEqual(['unsupported'])
    expect(() => dataset.read(people.editor, actionType, 'page')).toThrow('has no read named')
  })
})

/** A request whose session ends while its body is still on the way. */
async function overtaken(email: string, path: string, message: JsonObject): Promise<number> {
  const {lake} = house
  const config = {projectId: 'restwell', title: 'Restwell', version: '1.2.3', log: () => {}}
  const app = createApp({lake, config})
  const {token} = await lake.accounts.login(email, 'correct horse battery staple')
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      lake.accounts.logout(token)
      controller.enqueue(new TextEncoder().encode(JSON.stringify(message)))
      controller.close()
    },
  })
  const headers = {authorization: `Bearer ${token}`}
  const request = {method: 'POST', headers, body, duplex: 'half'} as RequestInit
  return (await app.request(path, request)).status
}

describe('a request that is still arriving when its session ends', () => {
  test('writes nothing', async () => {
    const mutations = [{create: {_id: 'late', _type: 'note'}}]
    const path = '/v1/data/mutate/production'
    expect(await overtaken('editor@example.org', path, {mutations})).toBe(401)
    expect(house.dataset.store.document('late')).toBeNull()
  })

  test('sends nothing to anybody from then on', async () => {
    const hook = {name: 'late', url: 'https://example.org/', dataset: 'production'}
    const path = '/v2025-02-19/hooks/projects/restwell'
    expect(await overtaken('administrator@example.org', path, hook)).toBe(401)
    expect(house.lake.hooks.list()).toEqual([])
  })
})

test('a signature whose password is still being checked when the role ends signs nothing', async () => {
  const {lake, dataset, people} = house
  const attempt = signOff(house, people.therapist, 'page')
  lake.accounts.setRole(people.therapist.userId, 'viewer')
  expect(await refusalOf(attempt)).toEqual(['sessionNotFound'])
  expect(dataset.store.ledger('page')).toEqual([])
})

describe('a message to the socket of presence', () => {
  test.each([
    '{"method":"authorization","params":null}',
    '{"method":"authorization","params":{"authorization":{"toString":1,"valueOf":1}}}',
  ])('%s ends the socket and nothing else', async (message) => {
    const {lake} = house
    const app = createApp({
      lake,
      config: {projectId: 'restwell', title: 'Restwell', version: '1.2.3'},
    })
    const running = await app.start({port: 0, host: '127.0.0.1'})
    const socket = new WebSocket(`${running.url.replace('http', 'ws')}/v1/socket/production`)
    socket.addEventListener('open', () => socket.send(message))
    const code = await new Promise((closed) => {
      socket.addEventListener('close', (event) => closed(event.code))
    })
    const healthy = await fetch(`${running.url}/healthz`)
    await running.close()
    expect({code, status: healthy.status}).toEqual({code: 1003, status: 200})
  })
})

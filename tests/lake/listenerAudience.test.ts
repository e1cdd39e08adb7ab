import {afterEach, describe, expect, test} from 'vitest'
import {type Audience, type AudienceReader, createAudience} from '../../lake/listen/audience.ts'
import {type CommittedTransaction} from '../../lake/commit/commit.ts'
import {type LakeDocument} from '../../lake/document.ts'
import {diffEffects} from '../../lake/commit/effects.ts'
import {LakeError} from '../../lake/errors.ts'
import {createFeed} from '../../lake/listen/feed.ts'
import {type FilterThread, startFilterThread} from '../../lake/listen/filterThread.ts'
import {type ListenEvent} from '../../lake/listen/listener.ts'
import {until} from '../support/wire.ts'

const ada: AudienceReader = {key: 'ada', identity: 'ada', visible: () => true}

function document(_id: string, seq: number, title = `${_id} ${seq}`): LakeDocument {
  return {_id, _type: 'note', _rev: `t${seq}`, _createdAt: '', _updatedAt: '', title, words: [1]}
}

/** A transaction that creates these documents. */
function creation(seq: number, ...ids: readonly string[]): CommittedTransaction {
  const changes = ids.map((id) => {
    const after = document(id, seq)
    const effects = diffEffects(null, after)
    return {id, before: null, after, wasWithheld: false, mutations: [{create: after}], effects}
  })
  return {seq, id: `t${seq}`, author: 'ada', timestamp: '2026-01-01T00:00:00.000Z', changes}
}

/** A follower that keeps what it is told. */
function recorder() {
  const told: (readonly ListenEvent[])[] = []
  const ended: LakeError[] = []
  return {
    told,
    ended,
    ids: () => told.flat().map(({eventId}) => eventId),
    send: (events: readonly ListenEvent[]) => void told.push(events),
    end: (reason: LakeError) => void ended.push(reason),
  }
}

const threads: FilterThread[] = []
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())))

function gathering(options: {sliceMs?: number; elapsed?: () => number; budgetMs?: number} = {}) {
  const {budgetMs = 5000, ...rest} = options
  const feed = createFeed()
  const thread = startFilterThread({budgetMs})
  threads.push(thread)
  const audience: Audience = createAudience({feed, thread: () => thread, ...rest})
  return {feed, audience}
}

const told = () => new Promise<void>((resolve) => setImmediate(resolve))

describe('a follower', () => {
  test('gets what is committed until it stops', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    const stop = audience.join({query: '*'}, ada, follower)
    feed.publish(creation(1, 'a', 'b'))
    await told()
    stop()
    feed.publish(creation(2, 'c'))
    await told()
    expect(follower.ids()).toEqual(['t1#a', 't1#b'])
  })

  test('gets nothing while the commit is still at it', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    audience.join({query: '*'}, ada, follower)
    feed.publish(creation(1, 'a'))
    expect(follower.told).toEqual([])
    await told()
    expect(follower.ids()).toEqual(['t1#a'])
  })

  test('gets nothing of what was committed before it came, though others are not told yet', async () => {
    const {feed, audience} = gathering()
    const [early, late] = [recorder(), recorder()]
    audience.join({query: '*'}, ada, early)
    feed.publish(creation(1, 'a'))
    audience.join({query: '*'}, ada, late)
    feed.publish(creation(2, 'b'))
    await told()
    expect([early.ids(), late.ids()]).toEqual([['t1#a', 't2#b'], ['t2#b']])
  })

  test('gets what it missed first, and everything once', async () => {
    const {feed, audience} = gathering()
    const [steady, back] = [recorder(), recorder()]
    audience.join({query: '*'}, ada, steady)
    feed.publish(creation(3, 'c'))
    const stop = audience.join({query: '*'}, ada, back, [creation(2, 'b'), creation(3, 'c')])
    feed.publish(creation(4, 'd'))
    await told()
    feed.publish(creation(5, 'e'))
    await told()
    expect(back.ids()).toEqual(['t2#b', 't3#c', 't4#d', 't5#e'])
    expect(back.told[3]).toBe(steady.told[2])
    stop()
    feed.publish(creation(6, 'f'))
    await told()
    expect([back.ids().length, steady.ids().length]).toEqual([4, 4])
  })

  test('of some documents is not asked about others, and joins the rest when it missed nothing of them', async () => {
    const {feed, audience} = gathering()
    const seen: string[] = []
    const reader = {...ada, visible: ({_id}: LakeDocument) => seen.push(_id) > 0}
    const [steady, back] = [recorder(), recorder()]
    const request = {query: '*[_id in ["a", "b"]]'}
    audience.join(request, reader, steady)
    audience.join(request, reader, back, [creation(1, 'other')])
    feed.publish(creation(2, 'other'))
    feed.publish(creation(3, 'other', 'a'))
    await told()
    expect(back.ids()).toEqual(['t3#a'])
    expect(back.told[0]).toBe(steady.told[0])
    expect(seen).toEqual(['a'])
  })

  test('that leaves while it is told what it missed gets no more', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    let stop = () => {}
    const leaving = {
      ...follower,
      send: (events: readonly ListenEvent[]) => {
        follower.send(events)
        stop()
      },
    }
    stop = audience.join({query: '*'}, ada, leaving, [creation(1, 'a')])
    await told()
    feed.publish(creation(2, 'b'))
    await told()
    expect(follower.ids()).toEqual(['t1#a'])
  })

  test('that throws fails neither the write nor the others', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    const broken = {
      send: () => {
        throw new Error('gone')
      },
      end: () => {},
    }
    audience.join({query: '*'}, ada, broken)
    audience.join({query: '*'}, ada, follower)
    feed.publish(creation(1, 'a'))
    await told()
    expect(follower.ids()).toEqual(['t1#a'])
  })

  test('is told to go when the audience ends', () => {
    const {audience} = gathering()
    const follower = recorder()
    audience.join({query: '*'}, ada, follower)
    const reason = new LakeError('notFound', 'Gone.')
    audience.end(reason)
    expect(follower.ended).toEqual([reason])
  })
})

describe('an audience', () => {
  test('judges once for all who ask the same and see the same', async () => {
    let looks = 0
    const reader = (key: string): AudienceReader => ({
      ...ada,
      key,
      visible: () => {
        looks += 1
        return true
      },
    })
    const {feed, audience} = gathering()
    const followers = Array.from({length: 200}, recorder)
    for (const follower of followers) audience.join({query: '*'}, reader('public'), follower)
    const other = recorder()
    audience.join({query: '*'}, reader('member'), other)
    feed.publish(creation(1, 'a'))
    await told()
    expect(looks).toBe(2)
    expect(new Set(followers.flatMap(({told: events}) => events)).size).toBe(1)
    expect(other.ids()).toEqual(['t1#a'])
  })

  test('lets others in when its slice is over, and keeps the order', async () => {
    let clock = 0
    const {feed, audience} = gathering({sliceMs: 1, elapsed: () => (clock += 1)})
    const followers = [recorder(), recorder(), recorder()]
    followers.forEach((follower, index) =>
      audience.join({query: `*[_type == "note"] | order(_id)[0...${index + 1}]`}, ada, follower),
    )
    feed.publish(creation(1, ...Array.from({length: 50}, (_, index) => `n${index}`)))
    feed.publish(creation(2, 'last'))
    await Promise.resolve()
    expect(followers.map(({told: events}) => events.length)).toEqual([0, 0, 0])
    await until('everything', () => followers.every(({told: events}) => events.length === 2))
    for (const {told: events} of followers) {
      expect(events.map((all) => [all[0]?.transactionId, all.length])).toEqual([
        ['t1', 50],
        ['t2', 1],
      ])
    }
  })

  test('sends away who is too far behind', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    audience.join({query: '*'}, ada, follower)
    for (let seq = 1; seq <= 1001; seq += 1) feed.publish(creation(seq, 'a'))
    await told()
    expect(follower.told).toEqual([])
    expect(follower.ended).toEqual([
      new LakeError(
        'tooManyRequests',
        'More is written than this listener can be told in time. Read again, and listen to less.',
      ),
    ])
  })
})

describe('a costly filter', () => {
  test('is judged on another thread, in order', async () => {
    const {feed, audience} = gathering()
    const follower = recorder()
    audience.join({query: '*[title match "b*"]'}, ada, follower)
    feed.publish(creation(1, 'a', 'b'))
    feed.publish(creation(2, 'bath', 'c'))
    await until('both', () => follower.told.length === 2)
    expect(follower.ids()).toEqual(['t1#b', 't2#bath'])
  })

  test('that takes too long is cut off and told why; nobody else notices', async () => {
    const loop = (depth: number): string =>
      depth === 0 ? 'true' : `count([1, 2, 3, 4, 5, 6, 7, 8, 9][${loop(depth - 1)}]) > 0`
    const {feed, audience} = gathering({budgetMs: 1500})
    const [endless, quick, costly] = [recorder(), recorder(), recorder()]
    audience.join({query: `*[count(words[${loop(12)}]) > 0]`}, ada, endless)
    audience.join({query: '*[_id == "nineletters"]'}, ada, quick)
    audience.join({query: '*[title match "nine*"]'}, ada, costly)
    feed.publish(creation(1, 'nineletters'))
    await told()
    expect([quick.ids(), endless.ended]).toEqual([['t1#nineletters'], []])
    await until('the end', () => endless.ended.length > 0 && costly.told.length > 0, 20_000)
    expect(endless.told).toEqual([])
    expect(endless.ended.map(({code}) => code)).toEqual(['queryTimeout'])
    expect(costly.ids()).toEqual(['t1#nineletters'])
  }, 30_000)
})

import {describe, expect, test} from 'vitest'
import {type CommittedTransaction} from '../../lake/commit/commit.ts'
import {type LakeDocument} from '../../lake/document.ts'
import {diffEffects} from '../../lake/commit/effects.ts'
import {LakeError} from '../../lake/errors.ts'
import {documentFilter} from '../../lake/listen/listenFilter.ts'
import {
  listenEvents,
  type ListenEvent,
  type ListenReader,
  type ListenRequest,
  sightOf,
} from '../../lake/listen/listener.ts'

function stored(_id: string, _rev: string, fields: object = {}): LakeDocument {
  return {_id, _type: 'article', _rev, _createdAt: 'c', _updatedAt: 'u', ...fields}
}

/** A transaction `t2` by Ada in which each document goes from before to after. */
function commit(
  ...pairs: readonly [LakeDocument | null, LakeDocument | null][]
): CommittedTransaction {
  const changes = pairs.map(([before, after]) => {
    const id = (before ?? after)?._id as string
    const mutations = [after === null ? {delete: {id}} : {createOrReplace: after}]
    return {id, before, after, wasWithheld: false, mutations, effects: diffEffects(before, after)}
  })
  return {seq: 2, id: 't2', author: 'ada', timestamp: '2026-01-01T00:00:00.000Z', changes}
}

const ada: ListenReader = {visible: () => true, identity: 'ada'}
const reader: ListenReader = {
  visible: (document) => !document._id.includes('.'),
  identity: '<anonymous>',
}

function eventsFor(request: ListenRequest, who: ListenReader) {
  const {query, params = {}} = request
  const {matches} = documentFilter({query, params, identity: who.identity})
  return (transaction: CommittedTransaction) => {
    const sights = transaction.changes.map((change) => sightOf(change, who))
    return listenEvents(transaction, sights, matches, {request, identity: who.identity})
  }
}

function transitions(query: string, transaction: CommittedTransaction, who = ada, params = {}) {
  return eventsFor(
    {query, params},
    who,
  )(transaction).map(({documentId, transition}) => [documentId, transition])
}

const created = [null, stored('new', 't2')] as const
const updated = [stored('a', 't1', {title: 'A'}), stored('a', 't2', {title: 'B'})] as const
const deleted = [stored('old', 't1'), null] as const

describe('an event', () => {
  const common = {
    transactionId: 't2',
    identity: 'ada',
    resultRev: 't2',
    timestamp: '2026-01-01T00:00:00.000Z',
    visibility: 'query',
    transactionTotalEvents: 3,
  }
  const transaction = commit([...created], [...updated], [...deleted])

  test('tells what happened and how to do the same', () => {
    expect(eventsFor({query: '*'}, ada)(transaction)).toEqual([
      {
        ...common,
        eventId: 't2#new',
        documentId: 'new',
        transition: 'appear',
        mutations: [{createOrReplace: stored('new', 't2')}],
        transactionCurrentEvent: 1,
      },
      {
        ...common,
        eventId: 't2#a',
        documentId: 'a',
        transition: 'update',
        mutations: [{createOrReplace: stored('a', 't2', {title: 'B'})}],
        previousRev: 't1',
        transactionCurrentEvent: 2,
      },
      {
        ...common,
        eventId: 't2#old',
        documentId: 'old',
        transition: 'disappear',
        mutations: [{delete: {id: 'old'}}],
        previousRev: 't1',
        transactionCurrentEvent: 3,
      },
    ])
  })

  test('carries effects, result and previous revision instead when asked', () => {
    const request = {
      query: '*[_id == "a"]',
      includeMutations: false,
      includeResult: true,
      includePreviousRevision: true,
      effectFormat: 'mendoza',
    } as const
    expect(eventsFor(request, ada)(transaction)).toEqual([
      {
        ...common,
        eventId: 't2#a',
        documentId: 'a',
        transition: 'update',
        effects: diffEffects(...updated),
        previousRev: 't1',
        result: stored('a', 't2', {title: 'B'}),
        previous: stored('a', 't1', {title: 'A'}),
        transactionTotalEvents: 1,
        transactionCurrentEvent: 1,
      },
    ])
  })

  test('of what disappears has no result', () => {
    const request = {query: '*[title == "A"]', includeResult: true, includeMutations: false}
    expect(eventsFor(request, ada)(commit([...updated]))).toEqual([
      {
        ...common,
        eventId: 't2#a',
        documentId: 'a',
        transition: 'disappear',
        previousRev: 't1',
        transactionTotalEvents: 1,
        transactionCurrentEvent: 1,
      },
    ])
  })
})

describe('a transition is relative to the filter', () => {
  const transaction = commit([...created], [...updated], [...deleted])

  test.each([
    ['*[title == "B"]', [['a', 'appear']]],
    ['*[title == "A"]', [['a', 'disappear']]],
    ['*[defined(title)]', [['a', 'update']]],
    ['*[title == "C"]', []],
    [
      '*[_id in $ids]',
      [
        ['new', 'appear'],
        ['old', 'disappear'],
      ],
    ],
    [
      '*[_type == $type]{title} | order(title desc)[0...1]',
      [
        ['new', 'appear'],
        ['a', 'update'],
        ['old', 'disappear'],
      ],
    ],
    ['*[_type == $type][title == "B"]._id', [['a', 'appear']]],
    ['*[_type == $type] | order(_id) [title == "B"] {_id}', [['a', 'appear']]],
    [
      '*[_type == $type] | score(title match "b")[_score > 0]{title}',
      [
        ['new', 'appear'],
        ['a', 'update'],
        ['old', 'disappear'],
      ],
    ],
    ['*[sanity::versionOf("old")]', [['old', 'disappear']]],
    ['*[@ match text::query("b")]', [['a', 'appear']]],
    ['*[_id == "a"][0].title', [['a', 'update']]],
    [
      '*',
      [
        ['new', 'appear'],
        ['a', 'update'],
        ['old', 'disappear'],
      ],
    ],
  ])('%s', (query, expected) => {
    expect(transitions(query, transaction, ada, {ids: ['new', 'old'], type: 'article'})).toEqual(
      expected,
    )
  })

  test('identity() is who listens', () => {
    const own = commit(
      [null, stored('a', 't2', {owner: 'ada'})],
      [null, stored('b', 't2', {owner: 'me'})],
    )
    expect(transitions('*[owner == identity()]', own)).toEqual([['a', 'appear']])
  })
})

describe('what a reader may not see', () => {
  test('makes no event', () => {
    const transaction = commit([stored('drafts.a', 't1'), null], [null, stored('a', 't2')])
    expect(transitions('*', transaction, reader)).toEqual([['a', 'appear']])
  })

  const secret: ListenReader = {...reader, visible: (document) => document['secret'] !== true}
  const open = stored('a', 't1', {title: 'Open'})
  const closed = stored('a', 't2', {title: 'Closed', secret: true})

  function seen(transaction: CommittedTransaction): readonly Partial<ListenEvent>[] {
    const request = {
      query: '*',
      includeResult: true,
      includePreviousRevision: true,
      effectFormat: 'mendoza',
    } as const
    return eventsFor(
      request,
      secret,
    )(transaction).map(({eventId, identity, timestamp, visibility, transactionId, ...rest}) => rest)
  }

  test('disappears when it ceases to be visible, and is not described any more', () => {
    const {_rev, ...content} = open
    expect(seen(commit([open, closed]))).toEqual([
      {
        documentId: 'a',
        transition: 'disappear',
        mutations: [{delete: {id: 'a'}}],
        effects: {apply: [0, null], revert: [0, content]},
        previousRev: 't1',
        resultRev: 't2',
        previous: open,
        transactionTotalEvents: 1,
        transactionCurrentEvent: 1,
      },
    ])
  })

  test('appears whole when it becomes visible', () => {
    const opened = {...open, _rev: 't2'}
    const {_rev, ...content} = opened
    expect(seen(commit([{...closed, _rev: 't1'}, opened]))).toEqual([
      {
        documentId: 'a',
        transition: 'appear',
        mutations: [{createOrReplace: opened}],
        effects: {apply: [0, content], revert: [0, null]},
        resultRev: 't2',
        result: opened,
        previous: null,
        transactionTotalEvents: 1,
        transactionCurrentEvent: 1,
      },
    ])
  })
})

describe('a listener', () => {
  test.each([
    ['*[_id in $ids]', ['a', 'b']],
    ['*[_id == "a" || (_id == $id)]', ['a', 'c']],
    ['*[_type == "x" && _id in ["a", $id]]', ['a', 'c']],
    ['*[_type == "x"][_id == $id]{title}', ['c']],
    ['*[_id == "a" || _type == "x"]', null],
    ['*[author._id == "a"]', null],
    ['*[_id != "a"]', null],
    ['*', null],
  ])('to %s is about %j', (query, ids) => {
    const filter = documentFilter({query, params: {ids: ['a', 'b'], id: 'c'}, identity: 'ada'})
    expect(filter.ids && [...filter.ids]).toEqual(ids)
  })

  test.each([
    [
      'count(*)',
      'malformedRequest',
      'Only filters over documents can be listened to, such as *[_type == "article"].',
    ],
    [
      '{"a": *}',
      'malformedRequest',
      'Only filters over documents can be listened to, such as *[_type == "article"].',
    ],
    [
      'title',
      'malformedRequest',
      'Only filters over documents can be listened to, such as *[_type == "article"].',
    ],
    ['*[_id == $id]', 'malformedRequest', 'The query uses $id, but no such parameter was given.'],
    [
      '',
      'malformedRequest',
      'The query to listen to must be a text in GROQ; it is missing or empty.',
    ],
    [
      '*[geo::contains(a, b)]',
      'malformedRequest',
      'The query cannot be listened to: not implemented.',
    ],
  ] as const)('is refused for %j', (query, code, message) => {
    expect(() => eventsFor({query}, ada)).toThrow(new LakeError(code, message))
  })

  test('has a query no longer than a client can send', () => {
    const query = `*[_id in ["${'a'.repeat(16_000)}"]]`
    expect(() => eventsFor({query}, ada)).toThrow(
      new LakeError('tooLarge', 'A query to listen to has 16000 characters at most.'),
    )
  })

  test.each([
    ['*[_id in $ids && !(_type == "a") && defined(title)]', false],
    ['*[sanity::versionOf("a") || _id in path("drafts.**") || author._ref == "x"]', false],
    ['*[title match "b"]', true],
    ['*[@ match text::query("b")]', true],
    ['*["x" in tags[]]', true],
    ['*[count(string::split(title, "")) > 1]', true],
  ])('with %s is judged where it holds nobody up: %s', (query, isCostly) => {
    expect(documentFilter({query, params: {ids: []}, identity: 'ada'}).isCostly).toBe(isCostly)
  })

  test('is told where the syntax of its query is wrong', () => {
    const description = 'Unexpected end of query'
    const details = {query: '*[', start: 1, end: 2, description}
    expect(() => eventsFor({query: '*['}, ada)).toThrow(
      new LakeError('queryParseError', description, details),
    )
  })
})

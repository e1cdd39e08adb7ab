import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Actor, type Role} from '../../lake/actor.ts'
import {diffEffects} from '../../lake/commit/effects.ts'
import {LakeError} from '../../lake/errors.ts'
import {createHistory, type History} from '../../lake/history/history.ts'
import {type TransactionRange} from '../../lake/history/transactions.ts'
import {type TemporaryStore, temporaryStore} from '../support/temporaryStore.ts'

const roles: readonly Role[] = [
  {
    name: 'viewer',
    title: '',
    description: '',
    grants: [{filter: '_type != "credential"', permissions: ['read', 'history']}],
  },
]
const viewer: Actor = {kind: 'robot', userId: 'bot', label: 'Bot', roles: ['viewer']}
const nobody: Actor = {...viewer, roles: []}
const anonymous: Actor = {kind: 'anonymous'}

let lake: TemporaryStore
let history: History

beforeAll(() => {
  lake = temporaryStore()
  lake.commit('c1', 'ada', {'drafts.a': {title: 'A'}, 'secret': {_type: 'credential'}})
  lake.commit('e1', 'eve', {'drafts.a': {title: 'AB'}})
  lake.commit('p1', 'ada', {'a': {title: 'AB'}, 'drafts.a': null})
  lake.commit('d2', 'eve', {'drafts.a': {title: 'ABC'}})
  lake.commit('x2', 'eve', {'drafts.a': null})
  lake.commit('v1', 'ada', {'versions.rSpring.a': {title: 'Spring'}})
  lake.commit('p2', 'ada', {'a': {title: 'Spring'}, 'versions.rSpring.a': null})
  lake.commit('l1', 'ada', {a: {title: 'Live'}})
  lake.commit('u1', 'ada', {'drafts.a': {title: 'Live'}, 'a': null})
  lake.commit('p3', 'ada', {'a': {title: 'Live'}, 'drafts.a': null})
  lake.commit('g1', 'ada', {a: null})
  lake.commit('n1', 'ada', {n: {title: 'N'}})
  lake.commit('n2', 'ada', {n: {title: 'N', body: 'text'}, o: {title: 'O'}})
  history = createHistory({file: lake.file, roles})
})

afterAll(() => {
  history.close()
  lake.remove()
})

const minute = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n)).toISOString()

const event = {
  created: {
    type: 'createDocumentVersion',
    author: 'ada',
    timestamp: minute(1),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'c1',
  },
  published: {
    type: 'publishDocumentVersion',
    author: 'ada',
    timestamp: minute(3),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'e1',
    revisionId: 'p1',
    publishCause: 'document.publish',
  },
  createdAgain: {
    type: 'createDocumentVersion',
    author: 'eve',
    timestamp: minute(4),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'd2',
  },
  discarded: {
    type: 'deleteDocumentVersion',
    author: 'eve',
    timestamp: minute(5),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'd2',
  },
  versionCreated: {
    type: 'createDocumentVersion',
    author: 'ada',
    timestamp: minute(6),
    documentId: 'a',
    versionId: 'versions.rSpring.a',
    versionRevisionId: 'v1',
    releaseId: 'rSpring',
  },
  released: {
    type: 'publishDocumentVersion',
    author: 'ada',
    timestamp: minute(7),
    documentId: 'a',
    versionId: 'versions.rSpring.a',
    versionRevisionId: 'v1',
    releaseId: 'rSpring',
    revisionId: 'p2',
    publishCause: 'release.publish',
  },
  updatedLive: {
    type: 'updateLiveDocument',
    author: 'ada',
    timestamp: minute(8),
    documentId: 'a',
    revisionId: 'l1',
  },
  unpublished: {
    type: 'unpublishDocument',
    author: 'ada',
    timestamp: minute(9),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'u1',
  },
  publishedAgain: {
    type: 'publishDocumentVersion',
    author: 'ada',
    timestamp: minute(10),
    documentId: 'a',
    versionId: 'drafts.a',
    versionRevisionId: 'u1',
    revisionId: 'p3',
    publishCause: 'document.publish',
  },
  deleted: {type: 'deleteDocumentGroup', author: 'ada', timestamp: minute(11), documentId: 'a'},
}

function failure(work: () => unknown) {
  try {
    return work()
  } catch (error) {
    return error instanceof LakeError ? [error.code, error.message] : error
  }
}

describe('the events', () => {
  const {created, published, createdAgain, discarded, versionCreated, released} = event
  const {updatedLive, unpublished, publishedAgain, deleted} = event

  test.each([
    [
      'drafts.a',
      [deleted, publishedAgain, unpublished, discarded, createdAgain, published, created],
    ],
    ['versions.rSpring.a', [deleted, released, versionCreated]],
    ['a', [deleted, publishedAgain, unpublished, updatedLive, released, published]],
  ])('of %s, newest first', (id, events) => {
    expect(history.events(viewer, id)).toEqual({events, nextCursor: ''})
  })

  test('of a document that is written without drafts', () => {
    expect(history.events(viewer, 'n').events).toEqual([
      {
        type: 'updateLiveDocument',
        author: 'ada',
        timestamp: minute(13),
        documentId: 'n',
        revisionId: 'n2',
      },
      {
        type: 'createLiveDocument',
        author: 'ada',
        timestamp: minute(12),
        documentId: 'n',
        revisionId: 'n1',
      },
    ])
  })

  test('of a document that never was are none', () => {
    expect(history.events(viewer, 'nothing')).toEqual({events: [], nextCursor: ''})
  })

  test('come in pages', () => {
    const first = history.events(viewer, 'a', {limit: 4})
    expect(first).toEqual({
      events: [deleted, publishedAgain, unpublished, updatedLive],
      nextCursor: '4',
    })
    const second = history.events(viewer, 'a', {limit: 4, cursor: first.nextCursor})
    expect(second).toEqual({events: [released, published], nextCursor: ''})
  })
})

describe('the transactions', () => {
  function idsOf(ids: readonly string[], range: TransactionRange = {}) {
    return history.transactions(viewer, ids, range).map(({id}) => id)
  }

  test.each<[TransactionRange, string[]]>([
    [{}, ['c1', 'e1', 'p1', 'd2', 'x2', 'u1', 'p3']],
    [{fromTransaction: '', limit: 2}, ['c1', 'e1']],
    [{fromTransaction: 'p1', limit: 2}, ['p1', 'd2']],
    [{fromTransaction: 'v1'}, ['u1', 'p3']],
    [{fromTransaction: 'e1', toTransaction: 'd2'}, ['e1', 'p1', 'd2']],
    [{toTransaction: 'd2', reverse: true, limit: 3}, ['d2', 'p1', 'e1']],
    [{fromTransaction: 'unknown'}, []],
    [{toTransaction: 'unknown'}, []],
  ])('between %j', (range, ids) => {
    expect(idsOf(['drafts.a'], range)).toEqual(ids)
  })

  const text = {
    _id: 'n',
    _type: 'article',
    _createdAt: minute(12),
    _updatedAt: minute(13),
    title: 'N',
    body: 'text',
  }
  const before = {...text, _updatedAt: minute(12), _rev: 'n1', body: undefined}
  const after = {...text, _rev: 'n2'}
  const line = {id: 'n2', author: 'ada', timestamp: minute(13)}

  test('carry the mutations and effects of the documents asked for', () => {
    const range = {fromTransaction: 'n2', includeIdentifiedDocumentsOnly: true}
    expect(history.transactions(viewer, ['n'], range)).toEqual([
      {
        ...line,
        documentIDs: ['n'],
        mutations: [{createOrReplace: after}],
        effects: {n: diffEffects(before, after)},
      },
    ])
  })

  test('carry those of the other documents, too, without content when asked', () => {
    const other = {
      _id: 'o',
      _type: 'article',
      _rev: 'n2',
      _createdAt: minute(13),
      _updatedAt: minute(13),
      title: 'O',
    }
    expect(
      history.transactions(viewer, ['n'], {fromTransaction: 'n2', excludeContent: true}),
    ).toEqual([
      {
        ...line,
        documentIDs: ['n', 'o'],
        mutations: [
          {createOrReplace: {_id: 'n', _type: 'article'}},
          {createOrReplace: {_id: 'o', _type: 'article'}},
        ],
        effects: {n: diffEffects(before, after), o: diffEffects(null, other)},
      },
    ])
  })

  test('do not show documents whose history is closed to the reader', () => {
    const [first] = history.transactions(viewer, ['drafts.a'], {limit: 1})
    expect(first?.documentIDs).toEqual(['drafts.a'])
  })
})

describe('documents as they were', () => {
  const draft = {_id: 'drafts.a', _type: 'article', _createdAt: minute(1)}

  test.each([
    ['c1', [{...draft, _rev: 'c1', _updatedAt: minute(1), title: 'A'}]],
    ['e1', [{...draft, _rev: 'e1', _updatedAt: minute(2), title: 'AB'}]],
    [
      'p1',
      [{...draft, _id: 'a', _rev: 'p1', _createdAt: minute(3), _updatedAt: minute(3), title: 'AB'}],
    ],
    [
      'v1',
      [{...draft, _id: 'a', _rev: 'p1', _createdAt: minute(3), _updatedAt: minute(3), title: 'AB'}],
    ],
    ['g1', []],
    ['unknown', []],
  ])('at %s', (revision, documents) => {
    expect(history.documentsAt(viewer, ['a', 'drafts.a'], {revision})).toEqual(documents)
  })

  test('at a time', () => {
    const time = '2026-01-01T01:02:30+01:00'
    const documents = [{...draft, _rev: 'e1', _updatedAt: minute(2), title: 'AB'}]
    expect(history.documentsAt(viewer, ['a', 'drafts.a'], {time})).toEqual(documents)
    expect(history.documentsAt(viewer, ['a', 'drafts.a'], {time: minute(0)})).toEqual([])
    const refusal = ['malformedRequest', '"soon" is not a time. Write it as 2026-01-31T12:00:00Z.']
    expect(failure(() => history.documentsAt(viewer, ['a'], {time: 'soon'}))).toEqual(refusal)
  })

  test('at their last revision, deleted or not', () => {
    expect(history.documentsAt(viewer, ['a', 'n', 'nothing'], {lastRevision: true})).toEqual([
      {
        _id: 'a',
        _type: 'article',
        _rev: 'p3',
        _createdAt: minute(10),
        _updatedAt: minute(10),
        title: 'Live',
      },
      {
        _id: 'n',
        _type: 'article',
        _rev: 'n2',
        _createdAt: minute(12),
        _updatedAt: minute(13),
        title: 'N',
        body: 'text',
      },
    ])
  })
})

describe('history is closed', () => {
  const asked: readonly [string, (actor: Actor, id: string) => unknown][] = [
    ['events', (actor, id) => history.events(actor, id)],
    ['transactions', (actor, id) => history.transactions(actor, [id])],
    ['documentsAt', (actor, id) => history.documentsAt(actor, [id], {lastRevision: true})],
  ]

  test.each(asked)('%s: to readers without a token', (_name, ask) => {
    const refusal = ['unauthenticated', 'History can be read only with a token. Sign in first.']
    expect(failure(() => ask(anonymous, 'n'))).toEqual(refusal)
  })

  test.each(asked)('%s: to those without the permission, also after a deletion', (_name, ask) => {
    const sentence = (id: string) =>
      `Your account may not read the history of "${id}". Ask an administrator for a role that may.`
    expect(failure(() => ask(nobody, 'n'))).toEqual(['insufficientPermissions', sentence('n')])
    expect(failure(() => ask(nobody, 'a'))).toEqual(['insufficientPermissions', sentence('a')])
    expect(failure(() => ask(viewer, 'secret'))).toEqual([
      'insufficientPermissions',
      sentence('secret'),
    ])
  })
})

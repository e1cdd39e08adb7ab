import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {actionMutations, inGroups} from '../../lake/commit/action.ts'
import {type JsonObject, type LakeDocument} from '../../lake/document.ts'
import {LakeError} from '../../lake/errors.ts'
import {decodeMutations} from '../../lake/commit/mutation.ts'
import {strengthenReferences} from '../../lake/references.ts'
import {applyMutation} from '../../lake/commit/transaction.ts'
import {Workspace} from '../../lake/commit/workspace.ts'

const stamp = {transactionId: 't2', now: '2026-02-02T00:00:00.000Z'}

function stored(id: string, fields: JsonObject = {}): LakeDocument {
  return {
    _id: id,
    _type: 'note',
    _rev: 't1',
    _createdAt: '2026-01-01T00:00:00.000Z',
    _updatedAt: '2026-01-01T00:00:00.000Z',
    ...fields,
  }
}

/** The documents that mutations leave behind, by id; `null` = deleted. */
function after(
  documents: readonly LakeDocument[],
  wire: unknown,
): Record<string, LakeDocument | null> {
  const store = new Map(documents.map((document) => [document._id, document]))
  const workspace = new Workspace((id) => store.get(id) ?? null, stamp)
  for (const mutation of decodeMutations(wire, () => 'generated'))
    applyMutation(workspace, mutation, 'client', () => [])
  return Object.fromEntries(workspace.changes().map((change) => [change.id, change.after]))
}

/** Carries out actions of Sanity's, those of a group in one go, where there are no releases. */
function act(workspace: Workspace, group: Parameters<typeof actionMutations>[0]): void {
  const {mutations, by} = actionMutations(group, {
    now: stamp.now,
    userId: 'ada',
    newId: () => 'generated',
    read: (id) => workspace.read(id),
    versions: () => [],
    beforeDeletion: () => null,
  })
  for (const mutation of mutations) applyMutation(workspace, mutation, by, () => [])
}

function edit(id: string, patch: JsonObject): {readonly action: JsonObject} {
  const actionType = 'sanity.action.document.edit'
  return {action: {actionType, draftId: `drafts.${id}`, publishedId: id, patch}}
}

function code(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof LakeError) return error.code
    throw error
  }
  return 'nothing was thrown'
}

const written = {_rev: 't2', _createdAt: '2026-01-01T00:00:00.000Z', _updatedAt: stamp.now}

test.each<[string, JsonObject, JsonObject, JsonObject]>([
  ['set', {a: 1}, {set: {'a': 2, 'b.c': 3}}, {a: 2, b: {c: 3}}],
  ['setIfMissing', {a: 1}, {setIfMissing: {a: 2, b: 3}}, {a: 1, b: 3}],
  ['unset', {a: 1, b: 2}, {unset: ['a']}, {b: 2}],
  ['inc and dec', {a: 1, b: 5}, {inc: {a: 2}, dec: {b: 1}}, {a: 3, b: 4}],
  ['insert after', {list: [1, 2]}, {insert: {after: 'list[0]', items: [9]}}, {list: [1, 9, 2]}],
  ['insert at the end', {list: [1]}, {insert: {after: 'list[-1]', items: [2]}}, {list: [1, 2]}],
  [
    'a keyed path',
    {
      body: [
        {_key: 'a', text: 'one'},
        {_key: 'b', text: 'two'},
      ],
    },
    {set: {'body[_key=="b"].text': 'three'}},
    {
      body: [
        {_key: 'a', text: 'one'},
        {_key: 'b', text: 'three'},
      ],
    },
  ],
  [
    'diffMatchPatch',
    {text: 'The cat'},
    {diffMatchPatch: {text: '@@ -1,7 +1,7 @@\n The \n-c\n+b\n at\n'}},
    {text: 'The bat'},
  ],
])('patch %s', (_name, fields, operations, expected) => {
  expect(after([stored('x', fields)], [{patch: {id: 'x', ...operations}}])).toEqual({
    x: {_id: 'x', _type: 'note', ...written, ...expected},
  })
})

test('a patch cannot move a document, restamp it or take its type away', () => {
  expect(
    after([stored('x')], [{patch: {id: 'x', set: {_id: 'y', _rev: 'z', _createdAt: 'never'}}}]),
  ).toEqual({
    x: {_id: 'x', _type: 'note', ...written},
  })
  expect(code(() => after([stored('x')], [{patch: {id: 'x', unset: ['_type']}}]))).toBe(
    'malformedRequest',
  )
})

describe('what is refused', () => {
  test.each<[string, unknown, string]>([
    ['mutations that are no list', {create: {}}, 'malformedRequest'],
    ['an unknown mutation', [{upsert: {_id: 'x', _type: 'note'}}], 'malformedRequest'],
    ['two verbs at once', [{create: {_type: 'note'}, delete: {id: 'x'}}], 'malformedRequest'],
    ['a document without a type', [{create: {_id: 'y'}}], 'malformedRequest'],
    ['an id with a space', [{create: {_id: 'a b', _type: 'note'}}], 'malformedRequest'],
    ['too many ids at once', [{delete: {id: Array(10_001).fill('x')}}], 'tooLarge'],
    ['a draft of a draft', [{create: {_id: 'drafts.drafts.x', _type: 'note'}}], 'malformedRequest'],
    [
      'a draft of a version',
      [{create: {_id: 'drafts.versions.r1.x', _type: 'note'}}],
      'malformedRequest',
    ],
    [
      'a version without a document',
      [{create: {_id: 'versions.r1', _type: 'note'}}],
      'malformedRequest',
    ],
    [
      'half of a Unicode pair',
      [{create: {_id: 'y', _type: 'note', title: '\ud800'}}],
      'malformedRequest',
    ],
    ['an unknown operator', [{patch: {id: 'x', replace: {a: 1}}}], 'malformedRequest'],
    ['creating what exists', [{create: {_id: 'x', _type: 'note'}}], 'documentAlreadyExists'],
    ['patching what does not exist', [{patch: {id: 'y', set: {a: 1}}}], 'documentNotFound'],
    [
      'an old revision',
      [{patch: {id: 'x', ifRevisionID: 't0', set: {a: 1}}}],
      'revisionDoesNotMatch',
    ],
    ['deleting an old revision', [{delete: {id: 'x', ifRevisionID: 't0'}}], 'revisionDoesNotMatch'],
  ])('%s', (_name, wire, expected) => {
    expect(code(() => after([stored('x')], wire))).toBe(expected)
  })
})

test('an edit makes the draft and a second edit of the same request sees it', () => {
  const published = stored('x', {title: 'Old'})
  const workspace = new Workspace((id) => (id === 'x' ? published : null), stamp)
  const edits = [{unset: ['_empty_action_guard_pseudo_field_']}, {set: {title: 'New'}}]
  for (const patch of edits) act(workspace, [edit('x', patch)])
  expect(workspace.changes().map((change) => change.after)).toEqual([
    {...published, ...written, _id: 'drafts.x', title: 'New'},
  ])
})

test('edits of one draft after its first are carried out in one go', () => {
  const publish = {action: {actionType: 'sanity.action.document.publish', publishedId: 'x'}}
  const all = [
    edit('x', {set: {a: 1}}),
    edit('x', {set: {a: 2}}),
    edit('x', {set: {a: 3}}),
    edit('y', {set: {a: 4}}),
    edit('x', {set: {a: 5}}),
    publish,
    publish,
  ]
  const [first, second, third, other, again] = all
  expect(inGroups(all)).toEqual([[first], [second, third], [other], [again], [publish], [publish]])
})

test('edits that are carried out in one go leave what they leave one by one', () => {
  const path = fc.constantFrom('a', 'b', 'list', 'list[0]', 'list[_key=="k"].t', '_id', '_rev')
  const item = fc.constantFrom<JsonObject>({_key: 'k', t: 'one'}, {_key: 'l', t: 'two'})
  const value = fc.oneof(fc.integer(), fc.string(), fc.array(item, {maxLength: 3}))
  const patch = fc.oneof(
    fc.record({set: fc.dictionary(path, value, {maxKeys: 2})}),
    fc.record({setIfMissing: fc.dictionary(path, value, {maxKeys: 2})}),
    fc.record({unset: fc.array(path, {maxLength: 2})}),
    fc.record({inc: fc.dictionary(path, fc.integer(), {maxKeys: 1})}),
    fc.record({insert: fc.record({after: fc.constant('list[-1]'), items: fc.array(item)})}),
  ) as fc.Arbitrary<JsonObject>
  const edits = fc.array(fc.tuple(fc.constantFrom('x', 'y'), patch), {minLength: 1, maxLength: 12})
  fc.assert(
    fc.property(edits, (all) => {
      const asked = all.map(([id, each]) => edit(id, each))
      const read = (id: string) => (id === 'x' || id === 'y' ? stored(id, {a: 'word'}) : null)
      const outcome = (groups: ReturnType<typeof inGroups>) => {
        const workspace = new Workspace(read, stamp)
        const ended = code(() => groups.forEach((group) => act(workspace, group)))
        return {ended, left: ended === 'nothing was thrown' ? workspace.changes() : null}
      }
      expect(outcome(inGroups(asked))).toEqual(outcome(asked.map((each) => [each])))
    }),
    {numRuns: 500},
  )
})

test('publishing keeps the date of creation, strengthens references and takes the draft away', () => {
  const reference = {
    _type: 'reference',
    _ref: 'p',
    _weak: true,
    _strengthenOnPublish: {type: 'person'},
  }
  const documents = new Map([
    ['x', stored('x', {title: 'Old'})],
    [
      'drafts.x',
      stored('drafts.x', {title: 'New', author: reference, _createdAt: '2026-01-15T00:00:00.000Z'}),
    ],
  ])
  const workspace = new Workspace((id) => documents.get(id) ?? null, stamp)
  const action = {
    actionType: 'sanity.action.document.publish',
    draftId: 'drafts.x',
    publishedId: 'x',
  }
  act(workspace, [{action}])
  expect(
    Object.fromEntries(workspace.changes().map((change) => [change.id, change.after])),
  ).toEqual({
    'x': {
      _id: 'x',
      _type: 'note',
      ...written,
      title: 'New',
      author: {_type: 'reference', _ref: 'p'},
    },
    'drafts.x': null,
  })
})

test('a reference that asks to stay weak stays weak', () => {
  const strengthened = strengthenReferences({
    _ref: 'p',
    _weak: true,
    _strengthenOnPublish: {type: 'person', weak: true},
  })
  expect(strengthened).toEqual({_ref: 'p', _weak: true})
})

test('whatever is thrown at it, decoding ends in mutations or in a refusal', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (wire) => {
      const outcome = code(() => decodeMutations(wire, () => 'generated'))
      expect(['nothing was thrown', 'malformedRequest']).toContain(outcome)
    }),
  )
})

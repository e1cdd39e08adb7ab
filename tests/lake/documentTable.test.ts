import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {temporaryStore, type TemporaryStore} from '../support/temporaryStore.ts'

let lake: TemporaryStore
beforeEach(() => {
  lake = temporaryStore()
  lake.commit('t1', 'ada', {a: {title: 'One', parts: [{_key: 'k', text: 'x'}]}})
})
afterEach(() => lake.remove())

function byHand(sql: string): void {
  const other = new DatabaseSync(lake.file)
  other.exec(sql)
  other.close()
}

function rowOf(id: string): unknown {
  const other = new DatabaseSync(lake.file, {readOnly: true})
  const row = other
    .prepare('select base_id, kind, release, type, public, seq from documents where id = ?')
    .get(id)
  other.close()
  return {...row}
}

test('a document is the same one for as long as its row says the same, and nobody can change it', () => {
  const {store} = lake
  const read = store.document('a')
  expect(store.group('a')[0]).toBe(read)
  expect(store.ofType('article')[0]).toBe(read)
  expect([read, read?.['parts']].map(Object.isFrozen)).toEqual([true, true])
  lake.commit('t2', 'ada', {a: {title: 'Two'}})
  expect(store.document('a')?.['title']).toBe('Two')
  expect(read?.['title']).toBe('One')
})

test('what somebody writes past the lake, and what is undone, is seen at once', () => {
  const {store} = lake
  store.document('a')
  byHand(`update documents set body = replace(body, 'One', 'Forged') where id = 'a'`)
  expect(store.document('a')?.['title']).toBe('Forged')
  byHand(`update documents set type = 'other' where id = 'a'`)
  expect([store.document('a'), store.group('a')]).toEqual([null, []])
  byHand(`update documents set type = 'article' where id = 'a'`)
  const undone = () =>
    store.transaction(() => {
      const document = store.document('a')
      if (document !== null) store.put({...document, title: 'Undone'}, 2, true)
      expect(store.document('a')?.['title']).toBe('Undone')
      throw new Error('undone')
    })
  expect(undone).toThrow('undone')
  expect(store.document('a')?.['title']).toBe('Forged')
})

test('what is filed in the wrong place is filed in the right one when it is written again', () => {
  const filed = {base_id: 'a', kind: 'published', release: null, type: 'article', public: 1, seq: 1}
  expect(rowOf('a')).toEqual(filed)
  lake.commit('t2', 'ada', {a: {title: 'Two'}})
  expect(rowOf('a')).toEqual({...filed, seq: 2})
  for (const [place, seq] of [
    [`base_id = 'b'`, 3],
    [`kind = 'draft'`, 4],
    [`release = 'r'`, 5],
    [`public = 0`, 6],
  ] as const) {
    byHand(`update documents set ${place} where id = 'a'`)
    lake.commit(`t${seq}`, 'ada', {a: {title: place}})
    expect(rowOf('a')).toEqual({...filed, seq})
  }
})

test('a row that is nested without end keeps nobody from the others', () => {
  const {store} = lake
  lake.commit('t2', 'ada', {b: {title: 'Two', end: 'here'}})
  byHand(`update documents set body = replace(body, '"here"',
    replace(hex(zeroblob(50000)), '0', '[') || replace(hex(zeroblob(50000)), '0', ']'))
    where id = 'b'`)
  expect(store.ofType('article').map(({_id}) => _id)).toEqual(['a', 'b'])
  expect([...store.documents()].map(({_id}) => _id)).toEqual(['a', 'b'])
})

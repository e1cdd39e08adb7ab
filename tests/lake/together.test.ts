import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {togetherOn} from '../../lake/commit/together.ts'
import {openStore, type Store} from '../../lake/store/store.ts'

let dir: string
let store: Store
let seen: () => readonly string[]
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lake-'))
  const file = join(dir, 'production.sqlite')
  store = openStore(file)
  const other = new DatabaseSync(file, {readOnly: true})
  seen = () =>
    other
      .prepare('select id from documents order by id')
      .all()
      .map(({id}) => String(id))
})
afterEach(() => rmSync(dir, {recursive: true}))

const put = (_id: string) => () =>
  store.transaction(() => {
    store.put({_id, _type: 'note', _rev: 't', _createdAt: '', _updatedAt: '', n: 1}, 1, true)
    return _id
  })
const refused = (_id: string) => () =>
  store.transaction(() => {
    put(_id)()
    throw new Error(`${_id} is refused`)
  })

test('each is whole or not at all by itself, and told of in order once others can see it', async () => {
  const together = togetherOn(store)
  const told: string[] = []
  const tell = (id: string) => void told.push(`${id} of ${seen().join()}`)
  const all = [put('a'), refused('b'), put('c')].map((work) => together(work, tell))
  expect(seen()).toEqual([])
  expect(await Promise.allSettled(all)).toEqual([
    {status: 'fulfilled', value: 'a'},
    {status: 'rejected', reason: new Error('b is refused')},
    {status: 'fulfilled', value: 'c'},
  ])
  expect(told).toEqual(['a of a,c', 'c of a,c'])
  store.close()
})

test('nobody is told of success where the whole was undone', async () => {
  const together = togetherOn({
    isWithin: store.isWithin,
    transaction: (work) =>
      store.transaction(() => {
        work()
        throw new Error('the disk is full')
      }),
  })
  const told: string[] = []
  const all = [put('a'), refused('b')].map((work) => together(work, (id) => void told.push(id)))
  const reason = new Error('the disk is full')
  expect(await Promise.allSettled(all)).toEqual([
    {status: 'rejected', reason},
    {status: 'rejected', reason},
  ])
  expect([told, seen()]).toEqual([[], []])
  store.close()
})

test('a part that undoes everything ends everything', async () => {
  const together = togetherOn(store)
  const broken = new DatabaseSync(store.file)
  broken.exec(
    "create trigger full before insert on texts when new.id = 'full' begin select raise(rollback, 'full'); end",
  )
  const all = ['a', 'full', 'c'].map((id) => together(put(id), () => {}))
  const ended = await Promise.allSettled(all)
  expect(ended.map(({status}) => status)).toEqual(['rejected', 'rejected', 'fulfilled'])
  expect(seen()).toEqual(['c'])
  store.close()
})

test('nobody waits for ever for a file that is closed', async () => {
  const together = togetherOn(store)
  store.close()
  const all = [put('a'), put('b')].map((work) => together(work, () => {}))
  expect((await Promise.allSettled(all)).map(({status}) => status)).toEqual([
    'rejected',
    'rejected',
  ])
})

import {expect, test} from 'vitest'
import {type Actor} from '../../lake/actor.ts'
import {type LakeDocument} from '../../lake/document.ts'
import {type Guard} from '../../lake/guard.ts'
import {documentReader} from '../../lake/store/documentReader.ts'
import {openTestLake, permissive} from '../support/openTestLake.ts'

const editor: Actor = {kind: 'person', userId: 'ed', personId: 'ed', name: 'Ed', roles: ['editor']}

const row = (title: string, type = 'note') => ({
  id: 'a',
  type,
  body: JSON.stringify({_id: 'a', _type: type, title}),
})

test('a row that says the same is the same document, and no other', () => {
  const read = documentReader()
  const [was, is] = [read(row('was')), read(row('is'))]
  expect([was, is]).toEqual([JSON.parse(row('was').body), JSON.parse(row('is').body)])
  expect([read(row('is')) === is, read(row('was')) === was, was === is]).toEqual([
    true,
    true,
    false,
  ])
  // The row says that it is another document.
  expect(read({...row('is'), type: 'page'})).toBeNull()
})

test('what a guard was shown is the very document that everybody reads once it is written', async () => {
  const shown: (LakeDocument | null)[] = []
  const guard: Guard = ({changes}) => {
    shown.push(...changes.map(({after}) => after))
    return {allowed: true, entries: [], derived: []}
  }
  const house = await openTestLake({extension: {...permissive, guards: [guard]}})
  const dataset = house.lake.dataset('production')
  await dataset.mutate(editor, {mutations: [{create: {_id: 'a', _type: 'note', title: 'was'}}]})
  await dataset.mutate(editor, {mutations: [{patch: {id: 'a', set: {title: 'is'}}}]})
  const read = dataset.store.document('a')
  expect(read).toMatchObject({_id: 'a', title: 'is'})
  expect(read).toBe(shown.at(-1))
  await house.close()
})
